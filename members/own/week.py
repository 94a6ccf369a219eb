"""Opening hours as a table of seven days with up to two stretches each, as far as they can be said so."""

from dataclasses import dataclass, field
from datetime import date, time

from members.hours import InvalidHours, parse
from members.hours.reading import read
from members.hours.rules import DAY_MINUTES, Rule, TimeRange, written
from members.hours.vocabulary import DAYS

MOST_STRETCHES = 2
#: Ordinary weeks and one with holidays, to see whether two values mean the same.
TELLING_WEEKS = (date(2026, 11, 2), date(2026, 12, 21), date(2027, 6, 7))

Stretch = tuple[time, time]


@dataclass
class Week:
    """What holds every week: for each day, Monday first, its stretches; none: closed."""

    days: list[list[Stretch]] = field(default_factory=lambda: [[] for _day in DAYS])
    closed_on_holidays: bool = False


def week_of(osm: str) -> Week | None:
    """The table of an opening-hours value; None where a table cannot say all of it."""
    try:
        rules = read(osm)
    except InvalidHours:
        return None
    week = Week()
    for rule in rules:
        if not _fits(rule):
            return None
        if rule.days == ["PH"]:
            week.closed_on_holidays = True
            continue
        stretches = [(_time(each.start), _time(each.end)) for each in rule.times]
        for number in _numbers(rule.days):
            week.days[number] = stretches if rule.separator == ";" else [*week.days[number], *stretches]
    if any(len(stretches) > MOST_STRETCHES for stretches in week.days):
        return None
    return week if _means_the_same(osm, osm_of(week)) else None


def osm_of(week: Week) -> str:
    """The opening-hours value of a table; empty where every day is empty."""
    rules = []
    for number, stretches in enumerate(week.days):
        times = [_range(start, end) for start, end in stretches]
        if rules and times and rules[-1].times == times and _last(rules[-1]) == number - 1:
            rules[-1].days = [f"{rules[-1].days[0][:2]}-{DAYS[number]}"]
        elif times:
            rules.append(Rule(days=[DAYS[number]], times=times))
    if rules and week.closed_on_holidays:
        rules.append(Rule(days=["PH"], state="off"))
    return written(rules)


def _fits(rule) -> bool:
    if rule.seasons or rule.comment or rule.holiday_and_day or rule.separator == "||" or rule.state == "unknown":
        return False
    if rule.days == ["PH"]:
        return rule.state == "off" and not rule.times
    if any("PH" in day or "SH" in day or "[" in day for day in rule.days):
        return False
    return all(isinstance(each.start, int) and isinstance(each.end, int) and not each.or_longer for each in rule.times)


def _numbers(days) -> list[int]:
    numbers = [] if days else list(range(len(DAYS)))
    for day in days:
        first, _to, last = day.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        numbers += [number % len(DAYS) for number in range(start, end + 1 if end >= start else end + 1 + len(DAYS))]
    return numbers


def _last(rule) -> int:
    return DAYS.index(rule.days[0][-2:])


def _time(minutes) -> time:
    return time(minutes % DAY_MINUTES // 60, minutes % 60)


def _range(start, end) -> TimeRange:
    begins, ends = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    return TimeRange(begins, ends if ends > begins else ends + DAY_MINUTES)


def _means_the_same(osm, other) -> bool:
    try:
        one, two = parse(osm), parse(other)
    except InvalidHours:
        return False
    return all(one.week(first) == two.week(first) for first in TELLING_WEEKS)
