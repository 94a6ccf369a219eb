"""When it is open: days, nights, holidays, summer time, closures."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from members.hours import parse

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime.date(2026, 11, 30)
WOMENS_DAY = datetime.date(2027, 3, 8)


def at(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def times(spans):
    return [(f"{span.starts_at:%a %H:%M}", f"{span.ends_at:%a %H:%M}") for span in spans]


def open_on(value, day):
    (found,) = parse(value).week(day, days=1)
    return [f"{span.starts_at:%H:%M}-{span.ends_at:%H:%M}" for span in found.spans]


def test_a_lunch_break_makes_two_spans():
    assert open_on("Mo-Fr 9:00-12:30,14:00-18:00", MONDAY) == ["09:00-12:30", "14:00-18:00"]


def test_a_space_after_a_comma_does_not_open_the_day_around_the_clock():
    assert open_on("Mo, We, Fr 09:00-13:00", MONDAY) == ["09:00-13:00"]


def test_an_evening_past_midnight_belongs_to_the_day_it_starts():
    friday, saturday = parse("Fr 18:00-02:00").week(datetime.date(2026, 12, 4), days=2)
    assert times(friday.spans) == [("Fri 18:00", "Sat 02:00")]
    assert saturday.spans == []


def test_early_hours_written_as_a_rule_of_their_own_belong_to_the_evening_before():
    friday, saturday = parse("Fr 18:00-24:00; Sa 00:00-04:00").week(datetime.date(2026, 12, 4), days=2)
    assert times(friday.spans) == [("Fri 18:00", "Sat 04:00")]
    assert saturday.spans == []


def test_a_day_off_does_not_cut_the_night_before_short():
    monday, tuesday = parse("Mo-Sa 18:00-04:00; Tu off").week(MONDAY, days=2)
    assert times(monday.spans) == [("Mon 18:00", "Tue 04:00")]
    assert tuesday.spans == []


def test_an_overridden_night_does_not_haunt_the_next_morning():
    assert times(parse("Mo-Su 18:00-04:00; Mo 10:00-12:00").week(MONDAY, days=1)[0].spans) == [
        ("Mon 10:00", "Mon 12:00")
    ]
    assert parse("Mo 18:00-04:00; Mo 10:00-12:00").week(datetime.date(2026, 12, 1), days=1)[0].spans == []


def test_added_hours_keep_the_longer_night():
    monday = parse("Mo 18:00-04:00, Mo 20:00-24:00").week(MONDAY, days=1)[0]
    assert times(monday.spans) == [("Mon 18:00", "Tue 04:00")]


def test_always_open_is_one_long_span_and_seven_whole_days():
    schedule = parse("24/7")
    assert schedule.always_open
    assert times(schedule.spans(at("2026-11-30"), at("2026-12-07"))) == [("Mon 00:00", "Mon 00:00")]
    assert all(day.spans[0].is_whole_day for day in schedule.week(MONDAY))
    assert schedule.status(at("2026-11-30 03:00")).until is None


@pytest.mark.parametrize(
    "value", ["Mo-Su 10:00-24:00", "24/7; PH off", "Mo-Sa 00:00-24:00", "Jul 00:00-24:00", '"nach Vereinbarung"']
)
def test_anything_less_is_not_always_open(value):
    assert not parse(value).always_open


def test_spans_are_clipped_to_the_window_and_sorted():
    spans = parse("Tu 10:00-12:00; Mo 08:00-20:00").spans(at("2026-11-30 09:00"), at("2026-12-01 11:00"))
    assert times(spans) == [("Mon 09:00", "Mon 20:00"), ("Tue 10:00", "Tue 11:00")]


def test_spans_are_aware_whatever_zone_is_asked_in():
    start = datetime.datetime(2026, 11, 30, tzinfo=datetime.UTC)
    (span,) = parse("Mo 10:00-12:00").spans(start, start + datetime.timedelta(days=1))
    assert span.starts_at == at("2026-11-30 10:00")
    assert span.starts_at.utcoffset() == datetime.timedelta(hours=1)


def test_moments_without_a_zone_are_refused():
    with pytest.raises(ValueError, match="aware"):
        parse("24/7").spans(datetime.datetime(2026, 11, 30), datetime.datetime(2026, 12, 1))


def test_an_open_end_has_an_assumed_end_and_says_so():
    (span,) = parse("Mo 18:00+").spans(at("2026-11-30"), at("2026-12-02"))
    assert (span.open_ended, span.end_assumed, span.ends_at) == (True, True, at("2026-12-01 00:00"))


def test_a_late_open_end_lasts_three_hours_at_least():
    assert open_on("Mo 23:00+", MONDAY) == ["23:00-02:00"]


def test_a_closing_time_that_is_only_the_earliest_is_kept():
    (span,) = parse("Mo 18:00-22:00+").spans(at("2026-11-30"), at("2026-12-02"))
    assert (span.open_ended, span.end_assumed, span.ends_at) == (True, False, at("2026-11-30 22:00"))


# Holidays


def test_berlin_closes_on_the_eighth_of_march():
    sunday, womens_day, tuesday = parse("Mo-Su 10:00-18:00; PH off").week(datetime.date(2027, 3, 7), days=3)
    assert sunday.spans
    assert tuesday.spans
    assert womens_day.spans == []
    assert womens_day.holiday
    assert sunday.holiday is None


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("Mo-Fr 08:00-18:00", ["08:00-18:00"]),
        ("Mo-Fr 08:00-18:00; PH off", []),
        ("PH off; Mo-Fr 08:00-18:00", []),
        ("Mo-Fr 08:00-18:00; PH 10:00-14:00", ["10:00-14:00"]),
        ("Mo-Fr 08:00-18:00; Sa,Su,PH 09:00-12:00", ["09:00-12:00"]),
        ("Tu-Su,PH 12:00-23:00", ["12:00-23:00"]),
        ("Tu-Su 12:00-23:00", []),
        ("Mo-Fr 08:00-18:00; PH Mo 09:00-10:00", ["09:00-10:00"]),
        ("Mo-Fr 08:00-18:00; PH Tu 09:00-10:00", ["08:00-18:00"]),
        ("Mo-Fr 08:00-18:00; SH off", ["08:00-18:00"]),
    ],
)
def test_a_holiday_on_a_monday(value, hours):
    assert open_on(value, WOMENS_DAY) == hours


def test_the_day_before_a_holiday():
    assert open_on("Mo-Su 10:00-18:00; PH -1 day 10:00-14:00", datetime.date(2027, 3, 7)) == ["10:00-14:00"]


def test_the_night_before_a_holiday_lasts():
    sunday = parse("Mo-Su 18:00-02:00; PH off").week(datetime.date(2027, 3, 7), days=1)[0]
    assert times(sunday.spans) == [("Sun 18:00", "Mon 02:00")]


# Summer time


def test_the_hour_that_comes_twice_is_open_twice():
    (span,) = parse("Sa 22:00-04:00").spans(at("2026-10-24 12:00"), at("2026-10-25 12:00"))
    assert span.ends_at.astimezone(datetime.UTC) - span.starts_at.astimezone(datetime.UTC) == datetime.timedelta(
        hours=7
    )


def test_the_hour_that_is_left_out_is_not_open():
    (span,) = parse("Sa 22:00-04:00").spans(at("2027-03-27 12:00"), at("2027-03-28 12:00"))
    assert span.ends_at.astimezone(datetime.UTC) - span.starts_at.astimezone(datetime.UTC) == datetime.timedelta(
        hours=5
    )


def test_a_closing_time_that_does_not_exist_moves_on():
    (span,) = parse("Sa 22:00-02:30").spans(at("2027-03-27 12:00"), at("2027-03-28 12:00"))
    assert span.ends_at == at("2027-03-28 03:30")
    assert span.ends_at.hour == 3


def test_both_hours_that_look_alike_are_told_apart():
    schedule = parse("Su 02:15-02:45")
    first, second = at("2026-10-25 02:30"), at("2026-10-25 02:30").replace(fold=1)
    assert schedule.status(first).is_open
    assert not schedule.status(second).is_open


@pytest.mark.parametrize("day", [datetime.date(2026, 10, 25), datetime.date(2027, 3, 28)])
def test_hours_by_the_clock_hold_on_the_day_the_clock_changes(day):
    assert open_on("Su 10:00-18:00", day) == ["10:00-18:00"]


# By appointment


def test_a_comment_alone_is_by_appointment_and_never_open():
    schedule = parse('"nach Vereinbarung"')
    assert schedule.by_appointment
    assert schedule.spans(at("2026-11-30"), at("2026-12-07")) == []
    status = schedule.status(at("2026-11-30 12:00"))
    assert (status.is_open, status.by_appointment, status.opens_at) == (False, True, None)


def test_hours_with_appointments_besides_are_not_by_appointment_only():
    schedule = parse('Mo-Fr 10:00-12:00 || "nach Vereinbarung"')
    assert not schedule.by_appointment
    monday, *_rest, sunday = schedule.week(MONDAY)
    assert (bool(monday.spans), monday.by_appointment) == (True, False)
    assert (bool(sunday.spans), sunday.by_appointment) == (False, True)


def test_one_day_by_appointment():
    schedule = parse('Mo-Th 10:00-12:00; Fr "nach Vereinbarung"')
    friday = schedule.week(datetime.date(2026, 12, 4), days=1)[0]
    assert (friday.spans, friday.by_appointment) == ([], True)
    assert schedule.status(at("2026-12-04 11:00")).by_appointment
    assert not schedule.status(at("2026-12-05 11:00")).by_appointment


def test_times_with_a_remark_are_open():
    (span,) = parse('Su 13:00-21:00 "nur Express"').spans(at("2026-12-06"), at("2026-12-07"))
    assert span.comment == "nur Express"


# Now and next


@pytest.mark.parametrize(
    ("moment", "is_open", "until", "opens_at"),
    [
        ("2026-11-30 10:00", True, "2026-11-30 12:00", None),
        ("2026-11-30 12:00", False, None, "2026-11-30 14:00"),
        ("2026-11-30 18:00", False, None, "2026-12-01 10:00"),
        ("2026-12-04 18:00", False, None, "2026-12-07 10:00"),
    ],
)
def test_open_now_and_the_next_change(moment, is_open, until, opens_at):
    status = parse("Mo-Fr 10:00-12:00,14:00-18:00").status(at(moment))
    assert status.is_open is is_open
    assert status.until == (until and at(until))
    assert status.opens_at == (opens_at and at(opens_at))


def test_open_until_runs_through_midnight_and_touching_rules():
    status = parse("Fr 18:00-24:00; Sa 00:00-10:00").status(at("2026-12-04 20:00"))
    assert status.until == at("2026-12-05 10:00")


def test_hours_of_another_season_are_found():
    assert parse("Jul Mo-Su 10:00-18:00").status(at("2026-11-30 12:00")).opens_at == at("2027-07-01 10:00")


def test_hours_that_never_come_again():
    status = parse("2020 Mo-Su 10:00-18:00").status(at("2026-11-30 12:00"))
    assert (status.is_open, status.opens_at) == (False, None)


def test_a_closure_closes_its_days_and_says_why():
    holiday = SimpleNamespace(first_day=MONDAY, last_day=datetime.date(2026, 12, 1), reason="Urlaub")
    schedule = parse("Mo-We 18:00-02:00")
    monday, tuesday, wednesday = schedule.week(MONDAY, days=3, closures=[holiday])
    assert [day.closed_reason for day in (monday, tuesday, wednesday)] == ["Urlaub", "Urlaub", None]
    assert [bool(day.spans) for day in (monday, tuesday, wednesday)] == [False, False, True]
    assert schedule.status(at("2026-11-30 19:00"), closures=[holiday]).opens_at == at("2026-12-02 18:00")


def test_a_closure_closes_what_is_always_open():
    closed_today = SimpleNamespace(first_day=MONDAY, last_day=MONDAY, reason="")
    status = parse("24/7").status(at("2026-11-30 12:00"), closures=[closed_today])
    assert (status.is_open, status.opens_at) == (False, at("2026-12-01 00:00"))


def test_a_closure_without_an_end_closes_until_further_notice():
    closed = SimpleNamespace(first_day=MONDAY, last_day=None, reason="Wasserschaden")
    status = parse('Mo-Su 10:00-18:00 || "nach Vereinbarung"').status(at("2026-11-30 12:00"), closures=[closed])
    assert (status.is_open, status.opens_at, status.by_appointment) == (False, None, False)
