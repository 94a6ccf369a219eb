"""Hours live beside the page: set at once, calculated ahead, never brought back by an old draft."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from members.models import BusinessPage, Closure, OpeningHours, OpeningSpan
from members.roles import EDITORS
from members.services.hours import rebuild_all_spans, set_hours
from members.services.roles import apply_roles
from tests.factories.pages import make_business
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def shop(site, at):
    at("2026-11-24 10:00")
    return make_business(site, "Laden")


def open_days(page):
    return sorted({span.starts_at.astimezone(BERLIN).date().isoformat() for span in page.spans.all()})


def card(client):
    return client.get("/gewerbe/").context["items"][0]


def test_spans_reach_fourteen_days_and_no_further(shop):
    set_hours(page=shop, osm="Mo-Su 10:00-18:00")
    days = open_days(shop)
    assert days[0] == "2026-11-23"
    assert days[-1] == "2026-12-07"
    assert len(days) == 15
    assert OpeningHours.objects.get().spans_until == datetime(2026, 12, 8, 10, tzinfo=BERLIN)


def test_new_hours_replace_the_old_ones_at_once(shop):
    set_hours(page=shop, osm="Mo-Su 10:00-18:00")
    set_hours(page=shop, osm="Tu 10:00-18:00")
    assert open_days(shop) == ["2026-11-24", "2026-12-01"]
    set_hours(page=shop, osm="")
    assert open_days(shop) == []


def test_a_closure_takes_its_days_out_and_gives_them_back(shop):
    ill = Closure(first_day=date(2026, 11, 25), last_day=date(2026, 12, 6), reason="krank")
    set_hours(page=shop, osm="Mo-Su 10:00-18:00", closures=[ill])
    assert open_days(shop) == ["2026-11-23", "2026-11-24", "2026-12-07"]
    set_hours(page=shop, osm="Mo-Su 10:00-18:00")
    assert len(open_days(shop)) == 15


@pytest.mark.db_specific
def test_a_shop_that_never_closes_is_open_at_any_minute(client, shop, at):
    set_hours(page=shop, osm="24/7")
    for moment in ("2026-11-24 23:59", "2026-11-25 00:00", "2026-12-06 04:00"):
        now = at(moment)
        assert BusinessPage.objects.open_at(now).count() == 1
        assert card(client).is_open
        assert card(client).status == "durchgehend geöffnet"


@pytest.mark.db_specific
def test_the_minute_of_closing_is_closed(shop):
    set_hours(page=shop, osm="Mo-Su 10:00-18:00")
    evening = datetime(2026, 11, 24, 18, tzinfo=BERLIN)
    assert BusinessPage.objects.open_at(evening - timedelta(seconds=1)).exists()
    assert not BusinessPage.objects.open_at(evening).exists()


@pytest.mark.parametrize(
    ("osm", "words"), [("Mo-Su 10:00-18:00", "Jetzt geöffnet bis 18 Uhr"), ("24/7", "Durchgehend geöffnet")]
)
def test_spans_that_ran_out_read_as_unknown_never_as_closed(client, shop, at, osm, words):
    set_hours(page=shop, osm=osm)
    at("2026-12-20 12:00")
    assert card(client).status == ""
    status = re.search(r'<p class="status[^"]*">(.*?)</p>', client.get("/gewerbe/laden/").content.decode(), re.DOTALL)
    assert words in " ".join(strip_tags(status[1]).split())


def test_the_nightly_run_carries_all_spans_on(shop, site, at):
    set_hours(page=shop, osm="Mo-Su 10:00-18:00")
    set_hours(page=make_business(site), osm="Mo-Su 08:00-20:00")
    set_hours(page=make_business(site), osm="")
    later = at("2026-12-20 03:00")

    assert rebuild_all_spans() == 2

    assert OpeningSpan.objects.filter(ends_at__lt=later - timedelta(days=1)).count() == 0
    assert open_days(shop)[-1] == "2027-01-02"
    before = OpeningSpan.objects.count()
    rebuild_all_spans()
    assert OpeningSpan.objects.count() == before


def test_the_nightly_run_costs_the_same_for_one_and_for_thirty(shop, site, django_assert_max_num_queries):
    for number in range(30):
        set_hours(page=make_business(site, f"Nr. {number}"), osm="Mo-Fr 10:00-18:00")
    with django_assert_max_num_queries(12):
        rebuild_all_spans()


def test_an_old_draft_does_not_bring_old_hours_back(shop):
    set_hours(page=shop, osm="Mo-Fr 09:00-17:00")
    draft = shop.save_revision()
    set_hours(page=shop, osm="Mo-Fr 12:00-20:00", closures=[Closure(first_day="2026-12-24", last_day="2026-12-26")])

    draft.publish()

    hours = OpeningHours.objects.get(page=shop)
    assert hours.osm == "Mo-Fr 12:00-20:00"
    assert hours.closures.count() == 1
    assert shop.spans.first().starts_at.astimezone(BERLIN).hour == 12


@pytest.mark.db_specific
def test_a_closure_cannot_end_before_it_begins(shop):
    with pytest.raises(IntegrityError), transaction.atomic():
        set_hours(page=shop, osm="24/7", closures=[Closure(first_day=date(2026, 12, 2), last_day=date(2026, 12, 1))])
    assert OpeningHours.objects.count() == 0


def form(osm, *closures):
    data = {"osm": osm, "note": "", "confirmed_on": "", "closures-TOTAL_FORMS": len(closures)}
    data |= {"closures-INITIAL_FORMS": 0, "closures-MIN_NUM_FORMS": 0, "closures-MAX_NUM_FORMS": 1000}
    for number, (first, last) in enumerate(closures):
        data |= {
            f"closures-{number}-first_day": first,
            f"closures-{number}-last_day": last,
            f"closures-{number}-reason": "Urlaub",
        }
    return data


def test_an_editor_sets_hours_that_are_live_at_once(client, shop, site):
    apply_roles(home=site.home)
    client.force_login(make_user("redaktion@example.org", Group.objects.get(name=EDITORS)))
    answer = client.post(reverse("hours:edit", args=[shop.pk]), form("Mo-Fr 10:00-18:00", ("2026-11-25", "2026-11-25")))
    assert answer.status_code == 302
    assert open_days(shop)[:3] == ["2026-11-23", "2026-11-24", "2026-11-26"]


def test_an_invalid_value_is_a_form_error_that_says_which_part(client, shop, site):
    client.force_login(make_superuser())
    answer = client.post(reverse("hours:edit", args=[shop.pk]), form("Mo-Fr 10:00-18:00; Sa 25:00-26:00"))
    assert answer.status_code == 200
    assert "Sa 25:00-26:00" in str(answer.context["form"].errors["osm"])
    assert not OpeningHours.objects.exists()


def test_a_closure_the_wrong_way_round_is_a_form_error(client, shop):
    client.force_login(make_superuser())
    answer = client.post(reverse("hours:edit", args=[shop.pk]), form("24/7", ("2026-12-02", "2026-12-01")))
    assert answer.status_code == 200
    assert "Der letzte Tag liegt vor dem ersten." in answer.content.decode()
    assert not Closure.objects.exists()


def test_somebody_without_rights_on_the_page_sets_no_hours(client, shop, site):
    apply_roles(home=site.home)
    address = reverse("hours:edit", args=[shop.pk])
    assert client.get(address).status_code == 302
    client.force_login(make_user("fremd@example.org"))
    client.post(address, form("24/7"))
    assert not OpeningHours.objects.exists()
