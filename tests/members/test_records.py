import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from members.models import BusinessPage
from members.services.roles import apply_roles
from tests.factories.pages import make_business
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, site):
    apply_roles(home=site.home)
    client.force_login(make_user("redaktion@example.org", Group.objects.get(name="Redaktion")))
    return client


def test_an_entry_noted_as_taken_off_leaves_the_site(editor, site):
    page = make_business(site, "Laden")
    editor.post(reverse("records:edit", args=[page.pk]), {"removed_at": "22.11.2026 10:00", "notes": "Wunsch"})
    page = BusinessPage.objects.get(pk=page.pk)
    assert (page.live, page.record.notes) == (False, "Wunsch")
    assert editor.get("/gewerbe/laden/").status_code == 404


def test_an_entry_noted_as_confirmed_stays_on_the_site(editor, site):
    page = make_business(site, "Laden")
    editor.post(reverse("records:edit", args=[page.pk]), {"claimed_at": "22.11.2026 10:00", "notes": ""})
    page = BusinessPage.objects.get(pk=page.pk)
    assert page.live
    assert page.record.claimed_at is not None
