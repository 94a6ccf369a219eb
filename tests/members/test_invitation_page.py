"""The address in an invitation: shows whose page it is, takes the first password, signs in."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from members.models import Invitation, User
from members.services.invitations import issue_invitation
from members.services.memberships import join, person_for
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator

pytestmark = pytest.mark.django_db
PASSWORD = "Simit-um-halb-sechs"


@pytest.fixture
def invited(site):
    make_coordinator()
    page = make_business(site, "Backstube »Yıldız«", live=False)
    user = person_for(email="ayse@example.org", name="Ayşe Yıldız")
    join(user=user, page=page)
    return user


@pytest.fixture
def address(invited):
    _invitation, address = issue_invitation(user=invited, page=invited.memberships.get().page, by=None)
    return "/" + address.split("/", 3)[3]


def choose(client, address, password=PASSWORD, again=None):
    return client.post(address, {"new_password1": password, "new_password2": password if again is None else again})


def signed_in(client):
    return "_auth_user_id" in client.session


def test_it_names_the_page_and_the_address_one_signs_in_with(client, address):
    answer = client.get(address)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Backstube »Yıldız«" in shown
    assert 'value="ayse@example.org" autocomplete="username"' in shown
    assert shown.count('autocomplete="new-password"') == 2


def test_a_first_password_signs_in_and_leads_to_the_own_page(client, address, invited):
    answer = choose(client, address)
    assert answer["Location"] == "/admin/"
    assert signed_in(client)
    invited.refresh_from_db()
    assert invited.check_password(PASSWORD)
    later = Client()
    later.post("/admin/login/", {"username": "ayse@example.org", "password": PASSWORD})
    assert signed_in(later)


@pytest.mark.parametrize(
    ("password", "again"),
    [("kurz", None), (PASSWORD, "Simit-um-halb-acht"), ("ayse@example.org", None), ("", None)],
    ids=["short", "two different ones", "like the address", "none"],
)
def test_a_bad_password_is_refused_with_the_reason(client, address, invited, password, again):
    answer = choose(client, address, password, again)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert 'role="alert"' in answer.content.decode()
    invited.refresh_from_db()
    assert not invited.has_usable_password()
    assert not signed_in(client)


def test_looking_uses_nothing_up(client, address):
    for _time in range(3):
        client.get(address)
        client.head(address)
    assert Invitation.objects.usable().count() == 1
    assert choose(client, address).status_code == 302


def test_it_works_once(client, address, invited):
    choose(client, address)
    stranger = Client()
    assert stranger.get(address).status_code == 410
    assert choose(stranger, address, "Ein-anderes-Passwort").status_code == 410
    invited.refresh_from_db()
    assert invited.check_password(PASSWORD)
    assert not signed_in(stranger)


def over(user):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def newer(user):
    issue_invitation(user=user, page=user.memberships.get().page, by=None)


def barred(user):
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize("why", [over, newer, barred], ids=lambda why: why.__name__)
def test_what_is_over_says_what_to_do_and_opens_nothing(client, address, invited, why):
    why(invited)
    for answer in (client.get(address), choose(client, address)):
        assert answer.status_code == 410
        assert "ayse@example.org" not in answer.content.decode()
        assert 'href="/admin/login/"' in answer.content.decode()
    assert not signed_in(client)


@pytest.mark.parametrize("secret", ["x", "%00", "ä", "x" * 3000])
def test_a_guess_is_answered_like_one_that_is_over(client, site, secret):
    assert client.get(f"/einladung/{secret}/").status_code == 410


def test_somebody_else_signed_in_here_is_signed_out(client, address, invited):
    client.force_login(User.objects.get(email="koordination@example.org"))
    choose(client, address)
    assert client.session["_auth_user_id"] == str(invited.pk)


def test_the_address_stays_a_secret(client, address):
    answer = client.get(address)
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert 'rel="canonical"' not in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(address, invited):
    assert choose(Client(enforce_csrf_checks=True), address).status_code == 403
    assert Invitation.objects.usable().exists()


@pytest.mark.parametrize("prefix", ["/en", "/tr", "/ar"])
def test_it_speaks_every_language(client, address, prefix):
    assert client.get(prefix + address).status_code == 200
    assert client.get(f"{prefix}/einladung/x/").status_code == 410
