"""From what people type to rules: a scanner and a small state machine.

It reads OSM opening_hours syntax and what people make of it: German and English names, ``Di/Mi/Do``, ``10-18 Uhr``,
``ab 18 Uhr``, dashes of every kind, a missing or a trailing ``;``. What it cannot read it names.
"""

import re
import unicodedata

from .errors import HoursTooLong, InvalidHours
from .rules import Rule, TimeRange
from .seasons import SEASON, season
from .vocabulary import (
    AND_WORDS,
    DAY_WORDS,
    FILLERS,
    FROM_WORDS,
    OPEN_END_WORDS,
    STATE_WORDS,
    SUN_WORDS,
    TO_WORDS,
)

LONGEST = 500
MOST_RULES = 60
LONGEST_PART = 60

# One character for one, so that a position in the cleaned text is one in what was typed.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t", " "),
        **dict.fromkeys("\n\r", ";"),
        "：": ":",
        "，": ",",
        "；": ";",
        "＋": "+",
    }
)
_APPOINTMENT = re.compile(
    r"(?:(?:nur|only|und|and|sonst)\s+)?(?:(?:termine?|besuche?|sprechzeiten)\s+)?"
    r"(?:(?:nach|n\.)\s*(?:(?:tel\w*\.?|vorheriger|individueller)\s+)?(?:vereinbarung|absprache|anmeldung|v\b\.?)"
    r"|by\s+(?:appointment|arrangement)|auf\s+anfrage)(?!\w)",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"24\s*/\s*7|rund\s+um\s+die\s+uhr", re.IGNORECASE)
_HOUR = r"(?:\d{1,2}(?:\s*[:.h]\s*\d{2})?)(?!\d)"
_EVENT = rf"(?:{'|'.join(sorted(SUN_WORDS))})"
_SUN = rf"(?:\(\s*{_EVENT}\s*[+-]\s*\d{{1,2}}:\d{{2}}\s*\)|{_EVENT})"
_POINT = rf"(?:{_HOUR}|{_SUN})"
_UNIT = r"(?:\s*(?:uhr|h)\b)?"
_TO = rf"\s*(?:-|\b(?:{'|'.join(sorted(TO_WORDS))})\b)\s*"
_TIMES = re.compile(
    rf"(?:(?P<ab>(?:{'|'.join(FROM_WORDS)})\s+)(?P<from>{_POINT}){_UNIT})"
    rf"|(?P<start>{_POINT}){_UNIT}(?:\s*(?P<open>\+)|{_TO}"
    rf"(?:(?P<end>{_POINT}){_UNIT}(?P<longer>\s*\+)?|(?P<ende>open\s+end|{'|'.join(sorted(OPEN_END_WORDS))})\b))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+\.?")
_NTH = re.compile(r"\s*\[\s*(-?[1-5](?:\s*[,-]\s*-?[1-5])*)\s*\]")
_HOLIDAY_OFFSET = re.compile(r"\s*([+-])\s*([1-9])\s*days?\b")
_RANGE = re.compile(_TO + r"(?=[^\W\d_])", re.IGNORECASE)


def read(value: str) -> list[Rule]:
    """The rules of one opening_hours value, at least one. Raises InvalidHours and nothing else."""
    if not isinstance(value, str):
        raise InvalidHours(str(value)[:LONGEST_PART])
    if len(value) > LONGEST:
        raise HoursTooLong(_shown(value), LONGEST)
    return _Reader(value).rules()


def part_of(value: str, rule: Rule) -> str:
    """The piece of the typed text a rule was read from."""
    begin, end = rule.typed_at
    return _shown(value[begin:end].strip(" ,;"))


def _shown(part: str) -> str:
    """A part of the text for the reader's eye: short, on one line, without control characters."""
    plain = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in part).split())
    return plain if len(plain) <= LONGEST_PART else plain[: LONGEST_PART - 1] + "…"


class _Reader:
    def __init__(self, value: str):
        self.typed = value
        self.text = value.translate(_ALIKE)
        self.at = self.token = 0
        self.rule = Rule()
        self.done: list[Rule] = []
        self.comma = False

    def rules(self) -> list[Rule]:
        for char in self.typed:
            if unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"} and char not in "\t\n\r":
                raise InvalidHours(_shown(self.typed) or "?")
        steps = (self._comment, self._separator, self._always, self._appointment, self._season, self._times, self._word)
        while self.at < len(self.text):
            self.token = self.at
            if not any(step() for step in steps):
                self._fail()
        self.token = self.at
        self._finish(";")
        if not self.done:
            raise InvalidHours(_shown(self.typed))
        return self.done

    # What one step may find. Each moves on and says so, or leaves everything as it is.

    def _separator(self) -> bool:
        char = self.text[self.at]
        if self.text.startswith("||", self.at):
            self._finish("||")
            self.at += 2
        elif char == ";":
            self._finish(";")
            self.at += 1
        elif char == ",":
            self.comma = True
            self.at += 1
        elif char.isspace() or self._is_between(char):
            self.at += 1
        else:
            return False
        return True

    def _is_between(self, char: str) -> bool:
        """``Di/Mi``, ``Sa+So``, ``Apr-Oct:``: a sign that only parts days, or them from their times."""
        if self.rule.says_when_or_what:
            return False
        return bool(self.rule.days) if char in "/&+" else char == ":" and self.rule.selects

    def _comment(self) -> bool:
        quote = self.text[self.at]
        if quote not in "\"'":
            return False
        end = self.text.find(quote, self.at + 1)
        if end < 0:
            self._fail(self.at)
        self._set_comment(self.typed[self.at + 1 : end].replace('"', "'").strip(), end + 1)
        return True

    def _appointment(self) -> bool:
        found = _APPOINTMENT.match(self.text, self.at)
        if found:
            self._set_comment(self.typed[found.start() : found.end()].strip(), found.end())
        return bool(found)

    def _set_comment(self, comment: str, end: int) -> None:
        if self.rule.comment:
            self._next_rule()
        self.rule.comment = " ".join(comment.split())
        self.at = end

    def _always(self) -> bool:
        found = _ALWAYS.match(self.text, self.at)
        if found:
            if self.rule.says_when_or_what:
                self._next_rule()
            self.rule.times.append(TimeRange(0, 24 * 60))
            self.at = found.end()
        return bool(found)

    def _season(self) -> bool:
        found = SEASON.match(self.text, self.at)
        if not found:
            return False
        written = season(found)
        if written is None:
            self._fail()
        if self.rule.says_when_or_what:
            self._next_rule()
        self.rule.seasons.append(written)
        self.comma = False
        self.at = found.end()
        return True

    def _times(self) -> bool:
        found = _TIMES.match(self.text, self.at)
        if not found:
            return False
        time = self._time_range(found)
        rule = self.rule
        if rule.state or rule.comment:
            self._next_rule()
            self.rule.seasons, self.rule.days = list(rule.seasons), list(rule.days)
        elif not rule.selects and not rule.times and self._continues_previous():
            # "Mo-Fr 07:00-13:00; 14:00-19:00": the second half of the same days.
            self.rule = self.done.pop()
        self.rule.times.append(time)
        self.comma = False
        self.at = found.end()
        return True

    def _continues_previous(self) -> bool:
        if self.rule.separator != ";":
            return False
        return bool(self.done) and self.done[-1].selects and bool(self.done[-1].times) and not self.done[-1].comment

    def _word(self) -> bool:
        found = _WORD.match(self.text, self.at)
        if not found:
            return False
        word = found[0].rstrip(".").lower()
        self.at = found.end()
        if word in DAY_WORDS:
            self._day(DAY_WORDS[word])
        elif word in STATE_WORDS:
            if self.rule.state:
                self._fail(found.start())
            self.rule.state = STATE_WORDS[word]
        elif word not in FILLERS | AND_WORDS:
            self._fail(found.start())
        return True

    # Building rules.

    def _day(self, day: str) -> None:
        if self.rule.says_when_or_what:
            self._next_rule()
        days = self.rule.days
        if day in {"PH", "SH"}:
            offset = _HOLIDAY_OFFSET.match(self.text, self.at)
            if offset:
                self.at = offset.end()
                day = f"{day} {offset[1]}{offset[2]} day"
        elif "-" not in day and "," not in day:
            day = self._weekday(day)
            if days in (["PH"], ["SH"]) and not self.comma and self._only_space_before_day():
                self.rule.holiday_and_day = True
        if day not in days:
            days.extend(day.split(","))
        self.comma = False

    def _only_space_before_day(self) -> bool:
        return bool(re.search(r"\b[PS]H\s+\S+$", self.text[: self.at], re.IGNORECASE))

    def _weekday(self, day: str) -> str:
        nth = _NTH.match(self.text, self.at)
        if nth:
            self.at = nth.end()
            return f"{day}[{''.join(nth[1].split())}]"
        to = _RANGE.match(self.text, self.at)
        if to:
            last = _WORD.match(self.text, to.end())
            last_day = DAY_WORDS.get(last[0].rstrip(".").lower(), "")
            if len(last_day) != 2 or last_day in {"PH", "SH"}:
                self._fail(to.start())
            self.at = last.end()
            return f"{day}-{last_day}"
        return day

    def _next_rule(self) -> None:
        self._finish("," if self.comma else ";")

    def _finish(self, next_separator: str) -> None:
        rule, self.comma = self.rule, False
        rule.typed_at = (rule.typed_at[0], self.token)
        if rule.selects and not rule.says_when_or_what:
            self._fail(self.token)
        if rule.says_when_or_what:
            self.done.append(rule)
        if len(self.done) > MOST_RULES:
            self._fail(self.token)
        begins = self.token + (len(next_separator) if self.text.startswith(next_separator, self.token) else 0)
        self.rule = Rule(separator=next_separator, typed_at=(begins, begins))

    def _time_range(self, found: re.Match) -> TimeRange:
        start = self._point(found["from"] or found["start"])
        if found["end"] is None:
            if start == 24 * 60:
                self._fail()
            return TimeRange(start, None)
        end = self._point(found["end"])
        if isinstance(start, int):
            if start >= 24 * 60:
                self._fail()
            if isinstance(end, int):
                if end <= start:
                    end += 24 * 60
                if end > 48 * 60:
                    self._fail()
        return TimeRange(start, end, or_longer=bool(found["longer"]))

    def _point(self, text: str) -> int | str:
        """Minutes after midnight, or the sun event as OSM writes it."""
        if text[-1].isalpha() or text[0] == "(":
            return "".join(text.split()).lower()
        hours, _colon, minutes = re.sub(r"\s*[:.h]\s*", ":", text, flags=re.IGNORECASE).partition(":")
        if int(hours) > 48 or int(minutes or 0) > 59:
            self._fail()
        return int(hours) * 60 + int(minutes or 0)

    def _fail(self, where: int | None = None) -> None:
        """Name the rule around a position: from where it began to the next separator."""
        where = self.at if where is None else where
        begin = self.rule.typed_at[0]
        ends = [e for e in (self.text.find(s, where) for s in (";", "||", ",")) if e >= 0]
        end = min(ends, default=len(self.typed))
        comma = self.text.rfind(",", begin, where)
        if comma >= 0 and re.search(r"\d", self.text[begin:comma]):
            begin = comma + 1
        raise InvalidHours(_shown(self.typed[begin:end]) or _shown(self.typed) or "?")
