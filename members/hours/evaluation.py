"""What the rules mean on a given day, asked of opening-hours-py.

Three things the library cannot tell are put around it. Every range is handed over cut at midnight, and what runs on
into the next day is added afterwards to the day it began: the library would let "Tu off" cut Monday night short.
Holidays are decided here, so there is one library expression per kind of day. And its comments carry the number of a
note instead of words, so that open ends, appointments and comments come back with the stretches they belong to.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State

from .holidays import falls_on
from .rules import DAY_MINUTES, Rule, TimeRange, clock
from .vocabulary import SUN_WORDS

BERLIN = ZoneInfo("Europe/Berlin")
SCHILLERKIEZ = (52.4757, 13.4237)
# Longest stretch the library looks through for a change; without it a value for another year costs milliseconds.
LONGEST_STRETCH_DAYS = 366
# Nobody who opens at 23:00 with an open end closes at midnight.
SHORTEST_OPEN_END = 3 * 60
SUN_EVENT = re.compile("|".join(sorted(SUN_WORDS)))
NOON = 12 * 60
ONE_DAY = datetime.timedelta(days=1)
MIDNIGHT = datetime.time.min


class Note(NamedTuple):
    """What is known of a stretch of time beyond its state in the library; ``runs_on``: minutes past midnight."""

    comment: str = ""
    unknown: bool = False
    open_ended: bool = False
    end_assumed: bool = False
    runs_on: int = 0


@dataclass(frozen=True)
class Piece:
    """A stretch that belongs to the day it starts on, in Berlin wall-clock time; it may end on the next day."""

    start: datetime.datetime
    end: datetime.datetime
    note: Note


class _Clause(NamedTuple):
    """One rule for the library: where it ``adds`` it leaves standing what was said before, else it replaces that."""

    selector: str
    effect: str
    adds: bool
    times: list[tuple[str, Note, int]]

    def __str__(self) -> str:
        parts = []
        for times, _note, number in self.times:
            effect = "off" if self.effect == "off" else f'{self.effect} "{number}"'
            parts.append(" ".join(filter(None, [self.selector, times, effect])))
        return ", ".join(parts)

    @property
    def runs_on(self) -> bool:
        return any(note.runs_on for _times, note, _number in self.times)

    def closing(self) -> str:
        return f"{self.selector} off".strip()


class Evaluator:
    """Pieces per day for a list of rules. Raises ParserError when the library cannot read them."""

    def __init__(self, rules: list[Rule]):
        self._alternatives: list[list[Rule]] = [[]]
        for rule in rules:
            if rule.is_comment_alone:
                continue
            if rule.separator == "||" and self._alternatives[-1]:
                self._alternatives.append([])
            self._alternatives[-1].append(rule)
        self._notes: list[Note] = []
        self._numbers: dict[Note, int] = {}
        self._expressions: dict[frozenset[str], list[OpeningHours]] = {}
        self._selectors = frozenset(day for rule in rules for day in rule.holidays)
        self._expressions_for(frozenset())
        self._expressions_for(self._selectors)

    def pieces(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, list[Piece]]:
        """The pieces of every day from ``first`` to ``last``, sorted by start; a day without any has no entry."""
        days_by_kind: dict[frozenset[str], set[datetime.date]] = {}
        for number in range((last - first).days + 1):
            day = first + number * ONE_DAY
            kind = frozenset(selector for selector in self._selectors if falls_on(selector, day))
            days_by_kind.setdefault(kind, set()).add(day)
        found: dict[datetime.date, list[Piece]] = {}
        for kind, days in days_by_kind.items():
            for expression in self._expressions_for(kind):
                for piece in self._cut_by_day(expression, min(days), max(days)):
                    if piece.start.date() in days:
                        found.setdefault(piece.start.date(), []).append(piece)
        for pieces in found.values():
            pieces.sort(key=lambda piece: piece.start)
        return found

    def _cut_by_day(self, expression: OpeningHours, first: datetime.date, last: datetime.date) -> Iterator[Piece]:
        begin, end = datetime.datetime.combine(first, MIDNIGHT), datetime.datetime.combine(last + ONE_DAY, MIDNIGHT)
        for starts, ends, state, comment in expression.intervals(begin, end):
            if state == State.CLOSED:
                continue
            note = self._notes[int(comment)]
            starts, ends = starts.replace(tzinfo=None), ends.replace(tzinfo=None)
            while starts < ends:
                midnight = datetime.datetime.combine(starts.date() + ONE_DAY, MIDNIGHT)
                if ends < midnight:
                    yield Piece(starts, ends, note)
                else:
                    yield Piece(starts, midnight + datetime.timedelta(minutes=note.runs_on), note)
                starts = midnight

    def _expressions_for(self, kind: frozenset[str]) -> list[OpeningHours]:
        """The library expressions whose union holds on days on which just these holiday selectors match."""
        if kind not in self._expressions:
            alternatives = self._alternatives
            if any(_closes_holiday(rule, kind) for rules in alternatives for rule in rules):
                alternatives = [rules for rules in alternatives if any(kind & set(rule.holidays) for rule in rules)]
            clauses = [self._clauses(rules, kind) for rules in alternatives]
            self._expressions[kind] = [_library(text) for each in clauses for text in _texts(each)]
        return self._expressions[kind]

    def _clauses(self, rules: list[Rule], kind: frozenset[str]) -> list[_Clause]:
        """What the rules of one alternative come to on these days, holidays resolved."""
        clauses: list[_Clause] = []
        closed = False
        for rule in rules:
            matched = not kind.isdisjoint(rule.holidays)
            if rule.days and not matched and (rule.holiday_and_day or not rule.weekdays):
                continue
            # "PH off; Mo-Sa 07:00-23:00": by the letter the second rule opens again, nobody means that.
            if closed and not (rule.holidays or rule.seasons) and (rule.weekdays or rule.separator == ";"):
                continue
            closed = closed or _closes_holiday(rule, kind)
            days = [] if matched and not rule.holiday_and_day else rule.weekdays
            selector = " ".join(filter(None, [rule.season_text, ",".join(days)]))
            adds = rule.separator == "," and rule.effect != "off"
            clauses.append(_Clause(selector, rule.effect, adds, list(self._notes_of(rule))))
        return clauses

    def _notes_of(self, rule: Rule) -> Iterator[tuple[str, Note, int]]:
        """The times of a rule in library syntax, each group with its note and the note's number."""
        said = {"comment": rule.comment, "unknown": rule.effect == "unknown"}
        groups: dict[Note, list[str]] = {}
        for time in _joined(rule.times):
            text, note = _cut_at_midnight(time)
            groups.setdefault(note._replace(**said), []).append(text)
        for note, texts in groups.items() or {Note(**said): []}.items():
            yield ",".join(texts), note, self._number(note)

    def _number(self, note: Note) -> int:
        if note not in self._numbers:
            self._numbers[note] = len(self._notes)
            self._notes.append(note)
        return self._numbers[note]


def _closes_holiday(rule: Rule, kind: frozenset[str]) -> bool:
    partly = rule.times or rule.seasons or rule.holiday_and_day
    return rule.effect == "off" and not partly and not kind.isdisjoint(rule.holidays)


def _texts(clauses: list[_Clause]) -> list[str]:
    """Library syntax for one alternative, usually one text.

    Where a clause adds to another that runs past midnight, each adding clause gets a text of its own, with what comes
    later closing its days: in one text the library keeps the last note only, and the hours after midnight would go.
    """
    if not clauses:
        return []
    adding = [number for number, clause in enumerate(clauses) if clause.adds and number]
    if not (adding and any(clause.runs_on for clause in clauses)):
        text = str(clauses[0])
        return [text + "".join(f"{',' if clause.adds else ';'} {clause}" for clause in clauses[1:])]
    texts = ["; ".join(str(clause) for number, clause in enumerate(clauses) if number not in adding)]
    for number in adding:
        closing = [clause.closing() for clause in clauses[number + 1 :] if not clause.adds]
        texts.append("; ".join([str(clauses[number]), *closing]))
    return texts


def is_readable(rule: Rule) -> bool:
    """Whether the library can read this rule alone."""
    try:
        Evaluator([rule])
    except ParserError:
        return False
    return True


def _library(text: str) -> OpeningHours:
    # Coordinates cost time and matter for the sun only. The library heeds them if it may find the zone itself.
    sun = bool(SUN_EVENT.search(text))
    return OpeningHours(
        text,
        coords=SCHILLERKIEZ if sun else None,
        auto_country=False,
        auto_timezone=sun,
        max_interval_days=LONGEST_STRETCH_DAYS,
    )


def _joined(times: list[TimeRange]) -> list[TimeRange]:
    """Overlapping ranges as one, so that none hides from the library that another runs past midnight."""
    plain = sorted(
        (time for time in times if isinstance(time.start, int) and isinstance(time.end, int)),
        key=lambda time: time.start,
    )
    joined: list[TimeRange] = []
    for time in plain:
        if joined and time.start <= joined[-1].end:
            longest = max(joined[-1], time, key=lambda each: each.end)
            joined[-1] = TimeRange(joined[-1].start, longest.end, longest.or_longer)
        else:
            joined.append(time)
    return joined + [time for time in times if time not in plain]


def _cut_at_midnight(time: TimeRange) -> tuple[str, Note]:
    start, end = time.start, time.end
    if end is None:
        end = max(DAY_MINUTES, start + SHORTEST_OPEN_END) if isinstance(start, int) else DAY_MINUTES
    elif isinstance(start, str) and isinstance(end, int) and end <= NOON and not start.startswith(("sunrise", "dawn")):
        end += DAY_MINUTES
    note = Note(open_ended=time.or_longer or time.end is None, end_assumed=time.end is None)
    if isinstance(end, int) and end > DAY_MINUTES:
        note, end = note._replace(runs_on=end - DAY_MINUTES), DAY_MINUTES
    return f"{clock(start)}-{clock(end)}", note
