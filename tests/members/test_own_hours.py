"""The people of a profile set its hours: a table for what every week has, text for the rest, live at once."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import Closure, OpeningHours
from members.own.week import osm_of, week_of
from members.services.hours import set_hours
from tests.factories.forms import fields_of
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_member


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def bakery(site):
    return make_business(site, "Backstube")


@pytest.fixture
def owner(bakery):
    return signed_in(make_member(bakery, "inhaberin@example.org"))


def hours_url(page):
    return reverse("hours:edit", args=[page.pk])


def post(client, url, data):
    return client.post(url, data.urlencode(), "application/x-www-form-urlencoded")


def fill(data, changes):
    for name, value in changes.items():
        data[name] = value


def hours_of(page):
    return OpeningHours.objects.get(page=page.pk)


def test_the_week_is_set_as_a_table_and_counts_at_once(owner, bakery):
    set_hours(page=bakery, osm="")
    data = fields_of(owner.get(hours_url(bakery)).text)
    for day in range(5):
        fill(data, {f"day{day}_0_from": "09:00", f"day{day}_0_to": "13:00"})
    fill(data, {"day5_0_from": "22:00", "day5_0_to": "02:00", "closed_on_holidays": "on", "note": "Küche bis 12"})
    assert post(owner, hours_url(bakery), data).status_code == 302
    hours = hours_of(bakery)
    assert hours.osm == "Mo-Fr 09:00-13:00; Sa 22:00-02:00; PH off"
    assert hours.note == "Küche bis 12"
    assert hours.confirmed_on == timezone.localdate()
    assert hours.page.spans.exists()


def test_a_table_nobody_touched_keeps_the_hours_as_they_were_written(owner, bakery):
    set_hours(page=bakery, osm="Montag bis Freitag 9-13 Uhr")
    post(owner, hours_url(bakery), fields_of(owner.get(hours_url(bakery)).text))
    assert hours_of(bakery).osm == "Montag bis Freitag 9-13 Uhr"


@pytest.mark.parametrize(
    "osm", ["Apr-Oct Mo-Fr 10:00-18:00; Nov-Mar Mo 12:00-14:00", "nach Vereinbarung", "Mo 18:00+", "Di?!"]
)
def test_what_no_table_can_say_stays_as_text(owner, bakery, osm):
    set_hours(page=bakery, osm=osm)
    data = fields_of(owner.get(hours_url(bakery)).text)
    assert data["way"] == "text"
    assert post(owner, hours_url(bakery), data).status_code == 302
    assert hours_of(bakery).osm == osm


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day0_0_from": "09:00"}, "Bitte von wann bis wann."),
        ({"day0_0_from": "09:00", "day0_0_to": "09:00"}, "Das endet, wenn es beginnt."),
        (
            {"day0_0_from": "09:00", "day0_0_to": "13:00", "day0_1_from": "12:00", "day0_1_to": "18:00"},
            "bevor die erste Zeit zu Ende ist",
        ),
        ({"way": "text", "text": "wenn ich da bin"}, "error-message"),
    ],
)
def test_hours_that_cannot_be_are_explained_and_not_stored(owner, bakery, typed, said):
    set_hours(page=bakery, osm="")
    data = fields_of(owner.get(hours_url(bakery)).text)
    fill(data, typed)
    answer = post(owner, hours_url(bakery), data)
    assert answer.status_code == 200
    assert said in answer.text
    assert hours_of(bakery).osm == ""


def test_closed_days_are_added_without_script_and_removed(owner, bakery):
    today = timezone.localdate()
    past = Closure(first_day=date(2020, 1, 1), last_day=date(2020, 1, 2))
    set_hours(page=bakery, osm="Mo-Su 10:00-18:00", closures=[past])
    data = fields_of(owner.get(hours_url(bakery)).text)
    fill(data, {"closures-0-first_day": today.isoformat(), "closures-0-reason": "Krank", "add-closure": "1"})
    more = fields_of(owner.post(hours_url(bakery), data.dict()).text)
    assert hours_of(bakery).closures.count() == 1
    assert more["closures-0-reason"] == "Krank"
    fill(
        more,
        {
            "closures-1-first_day": (today + timedelta(days=9)).isoformat(),
            "closures-1-last_day": (today + timedelta(days=12)).isoformat(),
        },
    )
    owner.post(hours_url(bakery), more.dict())
    stored = [(each.first_day, each.last_day) for each in hours_of(bakery).closures.all()]
    assert stored[1:] == [(today, today), (today + timedelta(days=9), today + timedelta(days=12))]
    again = fields_of(owner.get(hours_url(bakery)).text)
    again["closures-0-DELETE"] = "on"
    owner.post(hours_url(bakery), again.dict())
    assert hours_of(bakery).closures.count() == 2


def test_the_desk_keeps_the_expert_field(bakery):
    text = signed_in(make_coordinator()).get(hours_url(bakery)).text
    assert 'name="osm"' in text
    assert "day0_0_from" not in text


@pytest.mark.parametrize(
    ("osm", "again"),
    [
        ("Mo-Fr 10:00-18:00; Sa 10:00-14:00; PH off", "Mo-Fr 10:00-18:00; Sa 10:00-14:00; PH off"),
        ("24/7", "Mo-Su 00:00-24:00"),
        ("Mo-Fr 10:00-18:00; We off", "Mo-Tu 10:00-18:00; Th-Fr 10:00-18:00"),
        ("Mo-Fr 09:00-13:00,14:00-18:00", "Mo-Fr 09:00-13:00,14:00-18:00"),
        ("Fr-Mo 18:00-02:00", "Mo 18:00-02:00; Fr-Su 18:00-02:00"),
    ],
)
def test_a_week_is_read_and_written(osm, again):
    assert osm_of(week_of(osm)) == again


@pytest.mark.parametrize(
    "osm", ["Mo-Sa 08:00-20:00; PH 10:00-18:00", "Mo[1] 10:00-12:00", "sunrise-sunset", "off", "Unsinn", "SH off"]
)
def test_what_a_table_cannot_say_is_none(osm):
    assert week_of(osm) is None
