"""How far our reading of opening hours agrees with another library's, on values from the wild.

Run as ``python -m tests.bench.hours_agreement``. The data (``opening_hours/wild_berlin_expected.jsonl`` in SHARED_DIR,
ODbL, © OpenStreetMap contributors) holds each value with how often it occurs in Berlin and the answer of npm
opening_hours 3.15.0 for two weeks, one ordinary and the one of Christmas 2026. Its answers are not the truth: where
ours differs on purpose, the difference belongs to a class with a reason.

Compared is when a place is surely open, touching intervals joined. Where no closing time is given ("18:00+") both
libraries guess one; guesses are not compared. A value counts as equal if both weeks are, or if both refuse it.
"""

import datetime
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import django
from django.conf import settings
from opening_hours import OpeningHours, ParserError, State

from members.hours import InvalidHours, parse
from members.hours.evaluation import BERLIN

DATA = "data/opening_hours/wild_berlin_expected.jsonl"
WEEKS = {"week_2026_11_30": datetime.datetime(2026, 11, 30), "week_2026_12_21": datetime.datetime(2026, 12, 21)}
WEEK = datetime.timedelta(days=7)
CHRISTMAS = {datetime.date(2026, 12, 25), datetime.date(2026, 12, 26)}

Interval = tuple[datetime.datetime, datetime.datetime]


@dataclass
class Case:
    """One value that is answered differently: by week the intervals only one side has."""

    value: str
    count: int
    theirs_valid: bool
    ours_valid: bool
    only_one_side: list[Interval] = field(default_factory=list)

    def differs_only(self, allowed: Callable[[Interval], bool]) -> bool:
        return bool(self.only_one_side) and all(map(allowed, self.only_one_side))


@dataclass(frozen=True)
class DifferenceClass:
    name: str
    reason: str
    holds: Callable[[Case], bool]


def _early(interval: Interval) -> bool:
    return interval[0].date() == interval[1].date() and interval[1].hour <= 9


def _brief(interval: Interval) -> bool:
    return interval[1] - interval[0] <= datetime.timedelta(minutes=5)


def _at_christmas(interval: Interval) -> bool:
    return interval[0].date() in CHRISTMAS


def _mentions(pattern: str) -> Callable[[Case], bool]:
    return lambda case: case.ours_valid and case.theirs_valid and bool(re.search(pattern, case.value))


CLASSES = [
    DifferenceClass(
        "mended",
        "Mistyped, but readable in one way only (`Thu`, `Sa+So`, `21` for `21:00`, `-open`); the other refuses it.",
        lambda case: case.ours_valid and not case.theirs_valid,
    ),
    DifferenceClass(
        "days without times",
        "`We-Su` alone would mean open for 24 hours, which nobody means; we ask for the times.",
        lambda case: not case.ours_valid and bool(re.search(r"(^|; )[A-Z][A-Za-z-]+$", case.value)),
    ),
    DifferenceClass(
        "mistyped",
        "A stray sign in a time (`18:00?`, `10:0`): the form names the part instead of guessing.",
        lambda case: not case.ours_valid and bool(re.search(r"\d\?|:\d(?!\d)", case.value)),
    ),
    DifferenceClass(
        "season by weekday",
        "From the last Sunday in March on: opening-hours-py cannot read such seasons, so we refuse them by name.",
        lambda case: not case.ours_valid and bool(re.search(r"(Mar|Oct) Su\[-1\]", case.value)),
    ),
    DifferenceClass(
        "school holidays",
        "Their dates are in no calendar we stand on; the hours of ordinary days hold.",
        _mentions(r"\bSH\b"),
    ),
    DifferenceClass(
        "sunrise and sunset",
        "The two libraries compute the sun's times for slightly different places; minutes apart.",
        lambda case: bool(re.search("sun|dawn|dusk", case.value)) and case.differs_only(_brief),
    ),
    DifferenceClass(
        "open end",
        "The other lets its guess at an open end (`24:00+`) overrule hours that are stated; here stated hours hold.",
        _mentions(r"\+"),
    ),
    DifferenceClass(
        "past midnight",
        "A night belongs to the day it began; the other cuts it at midnight if the next day has a rule of its own.",
        lambda case: case.ours_valid and case.theirs_valid and case.differs_only(_early),
    ),
    DifferenceClass(
        "holidays closed first",
        "`PH off; Mo-Sa 07:00-23:00`: by the letter the second rule opens the holiday again; we keep it closed.",
        lambda case: bool(re.search(r"\bPH\b.* off;", case.value)) and case.differs_only(_at_christmas),
    ),
    DifferenceClass(
        "second alternative",
        "After `||` the other lets a later rule replace the first hours too; here it only fills what they leave.",
        _mentions(r"\|\|.*;"),
    ),
    DifferenceClass(
        "comment beside times",
        'Times with a remark (`Su 13:00-21:00 "nur Express"`) are hours with a remark; the other answers "unknown".',
        _mentions(r'\d:\d\d "'),
    ),
    DifferenceClass(
        "comment alone after hours",
        '`Mo-Fr 08:30-18:00; "nach Vereinbarung"` adds to the hours; the other lets it replace them.',
        _mentions(r'; ?"'),
    ),
    DifferenceClass(
        "open by appointment",
        '`Fr open "nach Vereinbarung"`: the other has it open all day; we say by appointment.',
        _mentions(r'open ".*[Vv]ereinbarung'),
    ),
    DifferenceClass(
        "missing semicolon",
        "`Mo-Fr 13:00-19:00 Sa 10:00-16:00`: a day after a time begins a new rule.",
        _mentions(r"\d:\d\d [A-Z][a-z]"),
    ),
]


@dataclass
class Agreement:
    """Occurrences counted: all, equal as they are, equal as we read them, and different by class."""

    total: int = 0
    raw_equal: int = 0
    equal: int = 0
    values: int = 0
    by_class: Counter = field(default_factory=Counter)
    unexplained: list[Case] = field(default_factory=list)

    @property
    def raw_share(self) -> float:
        return self.raw_equal / self.total

    @property
    def share(self) -> float:
        return self.equal / self.total


def measure(data: Path) -> Agreement:
    """Compare every value in the file."""
    found = Agreement()
    for line in data.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.values += 1
        found.total += row["count"]
        found.raw_equal += row["count"] * (_raw(row["value"]) == _expected(row))
        case = _difference(row)
        if case is None:
            found.equal += row["count"]
            continue
        reason = next((each.name for each in CLASSES if each.holds(case)), None)
        if reason is None:
            found.unexplained.append(case)
        else:
            found.by_class[reason] += row["count"]
    return found


def _difference(row: dict) -> Case | None:
    theirs, ours = _expected(row), _ours(row["value"])
    if theirs == ours:
        return None
    case = Case(row["value"], row["count"], theirs is not None, ours is not None)
    if theirs is not None and ours is not None:
        for week in WEEKS:
            case.only_one_side += [*_without(theirs[week], ours[week]), *_without(ours[week], theirs[week])]
    return case


def _expected(row: dict) -> dict[str, list[Interval]] | None:
    if not row["valid"]:
        return None
    return {
        week: _joined((_wall(start), _wall(end)) for start, end, unknown, *_comment in row[week] if not unknown)
        for week in WEEKS
    }


def _wall(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def _ours(value: str) -> dict[str, list[Interval]] | None:
    try:
        schedule = parse(value)
    except InvalidHours:
        return None
    return {
        week: [
            (span.starts_at.replace(tzinfo=None), span.ends_at.replace(tzinfo=None))
            for span in schedule.spans(start.replace(tzinfo=BERLIN), (start + WEEK).replace(tzinfo=BERLIN))
            if not span.end_assumed
        ]
        for week, start in WEEKS.items()
    }


def _raw(value: str) -> dict[str, list[Interval]] | None:
    try:
        library = OpeningHours(value, country="DE", auto_country=False, auto_timezone=False, max_interval_days=366)
    except ParserError:
        return None
    return {
        week: _joined((a, b) for a, b, state, _comment in library.intervals(start, start + WEEK) if state == State.OPEN)
        for week, start in WEEKS.items()
    }


def _joined(intervals) -> list[Interval]:
    joined: list[Interval] = []
    for start, end in intervals:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without(these: list[Interval], those: list[Interval]) -> Iterator[Interval]:
    """What of ``these`` no interval of ``those`` covers."""
    for start, end in these:
        for other_start, other_end in those:
            if other_end <= start or other_start >= end:
                continue
            if other_start > start:
                yield start, other_start
            start = max(start, other_end)
        if start < end:
            yield start, end


def _speed(data: Path, number: int = 1000) -> float:
    """CPU seconds to parse ``number`` values and list 14 days of each."""
    values = [json.loads(line)["value"] for line in data.read_text(encoding="utf-8").splitlines()[:number]]
    start = datetime.datetime(2026, 11, 23, tzinfo=BERLIN)
    parse("Mo 10:00-12:00; PH off").spans(start, start + WEEK)
    begun = time.process_time()
    for value in values:
        try:
            parse(value).spans(start, start + 2 * WEEK)
        except InvalidHours:
            continue
    return time.process_time() - begun


def main() -> None:
    if not settings.configured:
        settings.configure(USE_I18N=False, USE_TZ=True, TIME_ZONE="Europe/Berlin")
        django.setup()
    data = Path(os.environ.get("SHARED_DIR", "../shared")) / DATA
    found = measure(data)
    print(f"{found.values} values, {found.total} occurrences")
    print(f"equal as they are (opening-hours-py, DE)    {found.raw_share:7.2%}")
    print(f"equal as we read them                       {found.share:7.2%}")
    print(f"unexplained                                 {sum(case.count for case in found.unexplained):7d}")
    for each in CLASSES:
        print(f"{found.by_class[each.name]:5d}  {each.name}: {each.reason}")
    for case in found.unexplained:
        print(f"   ?  {case.value!r} {case.only_one_side[:3]}")
    print(f"CPU to parse 1,000 values and list 14 days of each: {_speed(data):.2f} s")


if __name__ == "__main__":
    main()
