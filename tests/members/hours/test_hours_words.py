"""Opening hours as people say them."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from members.hours import InvalidHours, parse
from members.hours.words import day_in_words, status_in_words, week_in_words

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime.date(2026, 11, 30)
CLOSED = SimpleNamespace(first_day=MONDAY, last_day=MONDAY, reason="Urlaub")


def monday_in_words(value, closures=()):
    return day_in_words(parse(value).week(MONDAY, 1, closures)[0])


def status_words(value, moment, closures=()):
    now = datetime.datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
    return status_in_words(parse(value).status(now, closures), now)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("Mo 10:00-18:00", "10–18 Uhr", "10:00–18:00"),
        ("Mo 9:30-13:00,15:00-18:00", "9:30–13 und 15–18 Uhr", "09:30–13:00 and 15:00–18:00"),
        ("Mo 8-10,12-14,16-18", "8–10, 12–14 und 16–18 Uhr", "08:00–10:00, 12:00–14:00 and 16:00–18:00"),
        ("Mo 18:00+", "ab 18 Uhr", "from 18:00"),
        ("Mo 10-14,18:00+", "10–14 und ab 18 Uhr", "10:00–14:00 and from 18:00"),
        ("Mo 18:00-22:00+", "18–22 Uhr oder länger", "18:00–22:00 or longer"),
        ("Mo 12:00-24:00", "12–24 Uhr", "12:00–24:00"),
        ("Mo 18:00-02:00", "18–2 Uhr", "18:00–02:00"),
        ("Tu 10:00-18:00", "geschlossen", "closed"),
        ("24/7", "rund um die Uhr", "around the clock"),
        ('"nach Vereinbarung"', "nach Vereinbarung", "by appointment"),
        ('"nach Wetter"', "nach Wetter", "nach Wetter"),
        ('Mo 10-12 "nur Abholung"', "10–12 Uhr (nur Abholung)", "10:00–12:00 (nur Abholung)"),
        (
            'Mo 10-12, Mo 14-16 "nach Vereinbarung"',
            "10–12 Uhr, sonst nach Vereinbarung",
            "10:00–12:00, otherwise by appointment",
        ),
    ],
)
def test_a_day_in_words(value, german, english):
    with translation.override("de"):
        assert monday_in_words(value) == german
    with translation.override("en"):
        assert monday_in_words(value) == english


def test_a_closed_day_gives_its_reason():
    with translation.override("de"):
        assert monday_in_words("Mo 10-18", [CLOSED]) == "geschlossen (Urlaub)"


def test_a_holiday_is_called_by_its_name():
    with translation.override("de"):
        womens_day = parse("Mo-Fr 10-18; PH off").week(datetime.date(2027, 3, 8), 1)[0]
        assert day_in_words(womens_day) == "geschlossen (Frauentag)"


@pytest.mark.parametrize(
    ("value", "moment", "german", "english"),
    [
        ("Mo-Fr 10-19", "2026-11-30 12:00", "offen bis 19 Uhr", "open until 19:00"),
        ("Mo-Fr 9:30-12:30", "2026-11-30 12:00", "offen bis 12:30 Uhr", "open until 12:30"),
        ("Mo-Su 18-2", "2026-12-01 01:00", "offen bis 2 Uhr", "open until 02:00"),
        ("Mo-Fr 9-19", "2026-11-30 08:00", "öffnet um 9 Uhr", "opens at 09:00"),
        ("Mo-Fr 9-19", "2026-11-30 20:00", "öffnet morgen um 9 Uhr", "opens tomorrow at 09:00"),
        ("Mo-Fr 9-19", "2026-12-05 12:00", "öffnet Montag um 9 Uhr", "opens Monday at 09:00"),
        ("24/7", "2026-11-30 12:00", "durchgehend geöffnet", "open around the clock"),
        ("Mo 18:00+", "2026-11-30 19:00", "offen, Ende offen", "open, no fixed closing time"),
        ("Mo 18:00-22:00+", "2026-11-30 19:00", "offen bis mindestens 22 Uhr", "open until at least 22:00"),
        ('"nach Vereinbarung"', "2026-11-30 12:00", "nach Vereinbarung", "by appointment"),
        ("2020 Mo 10-12", "2026-11-30 12:00", "heute geschlossen", "closed today"),
        ("We 0-24, Th 0-24, Fr 0-18", "2026-12-02 12:00", "offen bis Freitag, 18 Uhr", "open until Friday, 18:00"),
        (
            "Jul Mo-Su 10-12",
            "2026-11-30 12:00",
            "heute geschlossen, öffnet wieder am 1. Juli",
            "closed today, opens again on July 1",
        ),
    ],
)
def test_the_state_of_things_in_words(value, moment, german, english):
    with translation.override("de"):
        assert status_words(value, moment) == german
    with translation.override("en"):
        assert status_words(value, moment) == english


def test_neighbouring_days_with_the_same_hours_share_a_row():
    days = parse("Mo-Fr 10-18; Sa,Su 11-15").week(MONDAY)
    with translation.override("de"):
        rows = week_in_words(days, today=datetime.date(2026, 12, 6))
    assert [(row.label, row.text, row.is_today) for row in rows] == [
        ("Montag–Freitag", "10–18 Uhr", False),
        ("Samstag und Sonntag", "11–15 Uhr", True),
    ]


def test_a_week_may_start_on_any_day():
    with translation.override("de"):
        rows = week_in_words(parse("We 10-18").week(datetime.date(2026, 12, 2)), today=MONDAY)
    assert [row.label for row in rows] == ["Mittwoch", "Donnerstag–Dienstag"]


def test_the_refusal_is_a_plain_german_sentence():
    with pytest.raises(InvalidHours) as refused:
        parse("Mo 25:00")
    with translation.override("de"):
        assert str(refused.value) == "»Mo 25:00« ist keine gültige Öffnungszeit."
