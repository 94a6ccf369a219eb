"""What anybody may see: the same as Wagtail's own gate, in one query, at no cost for each page."""

import pytest
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from site_core.querysets import visible
from tests.factories.pages import make_business

pytestmark = pytest.mark.django_db


@pytest.mark.db_specific
def test_everybody_sees_what_is_live_and_behind_no_door(site):
    open_one, closed, draft = (make_business(site, title) for title in ("Offen", "Hinter der Tür", "Entwurf"))
    draft.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert list(visible(Page.objects.type(type(closed)))) == [open_one.page_ptr]
    assert list(visible(Page.objects.all())) == list(Page.objects.live().public())


@pytest.mark.db_specific
def test_nobody_sees_what_is_below_a_closed_door(site):
    business = make_business(site, "Offen")
    PageViewRestriction.objects.create(page=business.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert not visible(Page.objects.filter(pk=business.pk))
    assert list(visible(Page.objects.all())) == list(Page.objects.live().public())


def test_pages_are_not_walked_for_each_page_whatever_the_statistics_say(site):
    """Of SQLite: PostgreSQL joins the few with the many by itself."""
    for number in range(30):
        make_business(site, f"Laden {number}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    plan = visible(Page.objects.all()).explain()
    inside = plan[plan.index("CORRELATED") :]
    assert "SCAN V0" in inside
    assert inside.count("SCAN") == 1
