"""Opening hours somebody can ask: when open, open now, what next, the week."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from opening_hours import ParserError

from .errors import InvalidHours
from .evaluation import BERLIN, MIDNIGHT, ONE_DAY, Evaluator, Piece, is_readable
from .holidays import holiday_name
from .reading import part_of, read
from .rules import Rule, written

UTC = datetime.UTC
# How far to look for the next change: most answers lie within a week, some in another season.
HORIZONS_DAYS = (8, 62, 400)
# Early hours that go on from the evening before belong to that evening.
EVENING_ENDS_AT = datetime.time(8)
# A week with ordinary days and a holiday in it (25 December 2026).
TELLING_WEEK = datetime.date(2026, 12, 21)


@dataclass(frozen=True)
class Span:
    """Open from ``starts_at`` to ``ends_at``, aware, in Europe/Berlin.

    ``open_ended``: it may well stay open longer. ``end_assumed``: no closing time was given at all ("ab 18 Uhr");
    ``ends_at`` is then midnight, or three hours after opening where that is later.
    """

    starts_at: datetime.datetime
    ends_at: datetime.datetime
    open_ended: bool = False
    comment: str = ""
    end_assumed: bool = False

    @property
    def is_whole_day(self) -> bool:
        """From midnight to midnight."""
        midnights = self.starts_at.time() == self.ends_at.time() == MIDNIGHT
        return midnights and self.ends_at.date() == self.starts_at.date() + ONE_DAY


@dataclass(frozen=True)
class Status:
    """How things stand at one moment.

    ``until``: the next change while open, None when there is none within 400 days. ``opens_at``: the next opening
    while closed, None when there is none within 400 days. ``by_appointment``: closed to walk in, open to whoever asked.
    """

    is_open: bool
    until: datetime.datetime | None = None
    opens_at: datetime.datetime | None = None
    open_ended: bool = False
    by_appointment: bool = False
    end_assumed: bool = False


@dataclass(frozen=True)
class Day:
    """One day with the spans that start on it. ``closed_reason`` is None unless a closure covers the day.

    ``by_appointment``: the day, or what is left of it, is by appointment or depends on what ``note`` says.
    """

    date: datetime.date
    spans: list[Span] = field(default_factory=list)
    holiday: str | None = None
    closed_reason: str | None = None
    by_appointment: bool = False
    note: str = ""


class Schedule:
    """Opening hours that have been understood; made by ``parse``."""

    def __init__(self, rules: list[Rule], evaluator: Evaluator):
        self._rules = rules
        self._evaluator = evaluator

    def __str__(self) -> str:
        return written(self._rules)

    def __repr__(self) -> str:
        return f"Schedule({str(self)!r})"

    @cached_property
    def by_appointment(self) -> bool:
        """Nothing but appointments: no rule lets anybody walk in."""
        effects = {rule.effect for rule in self._rules}
        return "unknown" in effects and "open" not in effects

    @cached_property
    def always_open(self) -> bool:
        """Open day and night, all year, holidays too."""
        if any(rule.seasons for rule in self._rules):
            return False
        week = self.week(TELLING_WEEK)
        return all(day.spans and day.spans[0].is_whole_day for day in week)

    @cached_property
    def otherwise(self) -> str:
        """What holds outside the given hours, as typed ("nach Vereinbarung"); empty when nothing was said."""
        return next((rule.comment for rule in self._rules if rule.is_comment_alone), "")

    def spans(self, start: datetime.datetime, end: datetime.datetime, closures: Iterable = ()) -> list[Span]:
        """Everything open between two aware moments, clipped to them, sorted, touching spans joined.

        Stretches by appointment or unknown are left out. ``closures`` as in ``week``.
        """
        start, end = _aware(start), _aware(end)
        first, last = start.astimezone(BERLIN).date() - ONE_DAY, end.astimezone(BERLIN).date()
        days = self._days(first, (last - first).days + 1, list(closures))
        spans = _joined(span for day in days for span in day.spans)
        return [clipped for span in spans if (clipped := _clipped(span, start, end))]

    def status(self, moment: datetime.datetime, closures: Iterable = ()) -> Status:
        """Open or closed at an aware moment, and what comes next. ``closures`` as in ``week``."""
        moment, closures = _aware(moment), list(closures)
        if self.always_open and not closures:
            return Status(True)
        today = moment.astimezone(BERLIN).date()
        for horizon in HORIZONS_DAYS:
            days = self._days(today - ONE_DAY, horizon + 2, closures)
            spans = list(_joined(span for day in days for span in day.spans))
            now = next((s for s in spans if _instant(s.starts_at) <= _instant(moment) < _instant(s.ends_at)), None)
            if now and _instant(now.ends_at) < _instant(_berlin_midnight(today + horizon * ONE_DAY)):
                return Status(True, until=now.ends_at, open_ended=now.open_ended, end_assumed=now.end_assumed)
            coming = next((span for span in spans if _instant(span.starts_at) > _instant(moment)), None)
            if not now and coming:
                return Status(False, opens_at=coming.starts_at, by_appointment=self._on_request(moment, closures))
        return Status(bool(now), by_appointment=not now and self._on_request(moment, closures))

    def week(self, first_day: datetime.date, days: int = 7, closures: Iterable = ()) -> list[Day]:
        """``days`` days from ``first_day`` on; a span belongs to the day it starts, also past midnight.

        ``closures`` have ``first_day``, ``last_day`` (both closed; no ``last_day``: until further notice), ``reason``.
        """
        return self._days(first_day, days, list(closures))

    def _days(self, first: datetime.date, number: int, closures: list | tuple = ()) -> list[Day]:
        pieces = self._evaluator.pieces(first - ONE_DAY, first + number * ONE_DAY)
        dates = [first + count * ONE_DAY for count in range(-1, number + 1)]
        open_by_day = {date: _merged([p for p in pieces.get(date, ()) if not p.note.unknown]) for date in dates}
        for evening, morning in zip(dates, dates[1:], strict=False):
            _give_back_to_evening(open_by_day[evening], open_by_day[morning])
        return [
            self._day(date, open_by_day[date], [p for p in pieces.get(date, ()) if p.note.unknown], closures)
            for date in dates[1:-1]
        ]

    def _day(self, date: datetime.date, open_pieces: list[Piece], unknown: list[Piece], closures) -> Day:
        holiday = holiday_name(date)
        for closure in closures:
            if closure.first_day <= date and (closure.last_day is None or date <= closure.last_day):
                return Day(date, holiday=holiday, closed_reason=closure.reason or "")
        note = unknown[0].note.comment if unknown else "" if open_pieces else self.otherwise
        return Day(date, [_span(p) for p in open_pieces], holiday, None, bool(unknown or note), note)

    def _on_request(self, moment: datetime.datetime, closures: list) -> bool:
        local = moment.astimezone(BERLIN)
        day = self.week(local.date(), 1, closures)[0]
        if day.closed_reason is not None:
            return False
        wall = local.replace(tzinfo=None)
        pieces = self._evaluator.pieces(local.date() - ONE_DAY, local.date())
        unknown = (p for found in pieces.values() for p in found if p.note.unknown)
        return bool(self.otherwise) or any(p.start <= wall < p.end for p in unknown)


def parse(value: str) -> Schedule:
    """Understand opening hours as people type them. Raises InvalidHours, never anything else."""
    rules = read(value)
    try:
        evaluator = Evaluator(rules)
    except ParserError:
        wrong = next((rule for rule in rules if not is_readable(rule)), rules[0])
        raise InvalidHours(part_of(value, wrong)) from None
    return Schedule(rules, evaluator)


def normalise(value: str) -> str:
    """The value in clean OSM syntax; reading it again gives the same hours. Raises InvalidHours."""
    return str(parse(value))


def _merged(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and piece.start <= merged[-1].end:
            merged[-1] = _together(merged[-1], piece)
        else:
            merged.append(piece)
    return merged


def _together(first: Piece, second: Piece) -> Piece:
    last = max(first, second, key=lambda piece: piece.end)
    return Piece(first.start, last.end, last.note._replace(comment=_both(first.note.comment, second.note.comment)))


def _both(first: str, second: str) -> str:
    return first if second in {"", first} else f"{first} · {second}" if first else second


def _give_back_to_evening(evening: list[Piece], morning: list[Piece]) -> None:
    """Early hours that go on from the evening before move to that evening; whole days stay whole."""
    if not evening or not morning:
        return
    late, early = evening[-1], morning[0]
    midnight = datetime.datetime.combine(late.start.date() + ONE_DAY, MIDNIGHT)
    if early.start > late.end or late.end < midnight or late.start == midnight - ONE_DAY:
        return
    if early.end.date() == early.start.date() and early.end.time() <= EVENING_ENDS_AT:
        evening[-1] = _together(late, early)
        del morning[0]


def _span(piece: Piece) -> Span:
    note = piece.note
    return Span(_berlin(piece.start), _berlin(piece.end), note.open_ended, note.comment, note.end_assumed)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in the order they start, those that touch as one."""
    current = None
    for span in spans:
        if current is None:
            current = span
        elif _instant(span.starts_at) <= _instant(current.ends_at):
            last = max(current, span, key=lambda each: _instant(each.ends_at))
            current = replace(last, starts_at=current.starts_at, comment=_both(current.comment, span.comment))
        else:
            yield current
            current = span
    if current is not None:
        yield current


def _berlin(wall: datetime.datetime) -> datetime.datetime:
    # Through UTC, so that a wall-clock time the change to summer time skips becomes one that exists.
    return wall.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN)


def _berlin_midnight(day: datetime.date) -> datetime.datetime:
    return _berlin(datetime.datetime.combine(day, MIDNIGHT))


def _clipped(span: Span, start: datetime.datetime, end: datetime.datetime) -> Span | None:
    begins, ends = _instant(span.starts_at), _instant(span.ends_at)
    if begins >= _instant(end) or ends <= _instant(start):
        return None
    if begins >= _instant(start) and ends <= _instant(end):
        return span
    starts_at = max(span.starts_at, start, key=_instant)
    return replace(span, starts_at=starts_at, ends_at=min(span.ends_at, end, key=_instant))


def _instant(moment: datetime.datetime) -> datetime.datetime:
    # Two datetimes of one zone compare by the clock on the wall; in the hour that comes twice that is wrong.
    return moment.astimezone(UTC)


def _aware(moment: datetime.datetime) -> datetime.datetime:
    if moment.tzinfo is None:
        raise ValueError("Opening hours are asked with aware moments.")
    return moment.astimezone(BERLIN)
