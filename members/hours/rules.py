"""The rules opening hours consist of, and how they are written in OSM syntax."""

import re
from dataclasses import dataclass, field

DAY_MINUTES = 24 * 60
# "und nach Vereinbarung" beside given times means: in addition to them.
APPOINTMENT = re.compile(
    r"(?<!und )\b(?:nach|nur|mit|auf|by|bei|only|zur)?\s*"
    r"(?:\w*vereinba\w+|termin\w*|anmeld\w+|absprache|anfrage|appointments?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TimeRange:
    """From ``start`` to ``end``, each minutes after midnight or a sun event in OSM syntax.

    ``end`` may lie past 24 hours; ``None`` means no closing time was given (``18:00+``).
    ``or_longer`` marks a closing time that is only the earliest one (``18:00-22:00+``).
    """

    start: int | str
    end: int | str | None
    or_longer: bool = False

    def __str__(self) -> str:
        if self.end is None:
            return f"{clock(self.start)}+"
        end = self.end
        if isinstance(end, int) and isinstance(self.start, int) and DAY_MINUTES < end <= DAY_MINUTES + self.start:
            end -= DAY_MINUTES
        return f"{clock(self.start)}-{clock(end)}{'+' if self.or_longer else ''}"


def clock(minutes: int | str) -> str:
    """``570`` → ``09:30``, ``1560`` → ``26:00``; a sun event stays as it is."""
    if isinstance(minutes, str):
        return minutes
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@dataclass
class Rule:
    """One rule: when in the year, on which days, at what times, with what state.

    ``separator`` says how it relates to the rules before: ``;`` replaces them on its days, ``,`` adds to them,
    ``||`` fills what they leave.
    """

    separator: str = ";"
    seasons: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    holiday_and_day: bool = False
    times: list[TimeRange] = field(default_factory=list)
    state: str = ""
    comment: str = ""
    typed_at: tuple[int, int] = (0, 0)

    @property
    def selects(self) -> bool:
        return bool(self.seasons or self.days)

    @property
    def says_when_or_what(self) -> bool:
        return bool(self.times or self.state or self.comment)

    @property
    def is_comment_alone(self) -> bool:
        return bool(self.comment) and not (self.selects or self.times or self.state)

    @property
    def holidays(self) -> list[str]:
        return [day for day in self.days if is_holiday(day)]

    @property
    def weekdays(self) -> list[str]:
        return [day for day in self.days if not is_holiday(day)]

    @property
    def season_text(self) -> str:
        weeks = [season for season in self.seasons if season.startswith("week")]
        return " ".join(filter(None, [",".join(s for s in self.seasons if s not in weeks), *weeks]))

    @property
    def effect(self) -> str:
        """``open``, ``off`` or ``unknown``: what holds at the times of this rule.

        A comment alone, or one that speaks of an appointment, does not let anybody walk in. A comment beside given
        times explains them; OSM would call that "unknown", people who write it mean that they are there.
        """
        if self.state in {"off", "unknown"}:
            return self.state
        if self.comment and not self.times:
            return "open" if self.state and not APPOINTMENT.search(self.comment) else "unknown"
        if self.comment and not self.state and APPOINTMENT.search(self.comment):
            return "unknown"
        return "open"

    def __str__(self) -> str:
        days = (" " if self.holiday_and_day else ",").join(self.days)
        always = not self.selects and self.times == [TimeRange(0, DAY_MINUTES)]
        times = "24/7" if always else ",".join(map(str, self.times))
        comment = f'"{self.comment}"' if self.comment else ""
        return " ".join(filter(None, [self.season_text, days, times, self.state, comment]))


def is_holiday(day: str) -> bool:
    return day.startswith(("PH", "SH"))


def written(rules: list[Rule]) -> str:
    """The rules as one OSM value that reads back to the same rules."""
    text = ""
    for rule in rules:
        if text:
            text += {";": "; ", ",": ", ", "||": " || "}[rule.separator]
        text += str(rule)
    return text
