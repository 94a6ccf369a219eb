"""What a question asks of opening hours, place, access and language, taken out of its words as filters.

»Friseur in der Weisestraße, sonntags offen« is a hairdresser, a street and a day. The phrases stand in
search/phrases.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from members.models import SpokenLanguage
from search.filters import SearchFilters
from search.phrases import AROUND, DAYS, PHRASES
from site_core.text.analysis import folded, is_stop_word, words
from site_core.text.streets import street_key

#: Letters of a question that are looked at; the rest are searched as they stand.
MAX_TEXT = 200
MOST_STREETS = 3
#: Numbers, and words; »türkischsprachig« is two.
_WORD = re.compile(r"\d+|[^\W\d_]+?(?=sprachig)|[^\W\d_]+")
_STREET_ENDS = ("strasse", "platz", "allee", "damm", "promenade", "weg", "ufer", "ring", "gasse", "chaussee", "steig")


@dataclass(frozen=True)
class Said:
    """A filter that was said: its `name` in `SearchFilters`, the phrase as typed, and the question without it."""

    name: str
    value: str
    phrase: str
    rest: str


@dataclass(frozen=True)
class Understood:
    """The words that are left to search for, and what was said besides."""

    words: str
    said: tuple[Said, ...] = ()

    @property
    def filters(self) -> SearchFilters:
        return SearchFilters(**{each.name: each.value for each in self.said})


@dataclass(frozen=True)
class Token:
    word: str
    start: int
    stop: int


@dataclass(frozen=True)
class Element:
    """One place in a phrase: words, beginnings of words, or a slot."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    slot: str
    optional: bool

    def fits(self, word) -> bool:
        return word in self.words or (bool(word) and word.startswith(self.beginnings))


class Question:
    """The words of a question, and what is looked up once to read them."""

    def __init__(self, text, streets):
        self.tokens = [Token(_fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text[:MAX_TEXT])]
        self.streets, self.asked = streets, {}
        #: Only what one of its own words points to is looked for.
        self.phrases = {name: phrases for name, phrases in COMPILED.items() if self._hints_at(name)}

    def _hints_at(self, name) -> bool:
        return any(element.fits(token.word) for element in HINTS[name] for token in self.tokens)

    @cached_property
    def languages(self) -> dict[str, str]:
        return {_fold(name): language.code for language in SpokenLanguage.objects.all() for name in language.all_names}

    def is_street(self, key) -> bool:
        """Looked up once for each of the first few keys; nobody names more streets than that."""
        if key not in self.asked and len(self.asked) < MOST_STREETS:
            self.asked[key] = self.streets(key)
        return self.asked.get(key, False)

    def word(self, at) -> str:
        return self.tokens[at].word if at < len(self.tokens) else ""


def understand(text: str, *, streets: Callable[[str], bool]) -> Understood:
    """What `text` asks for; `streets` says whether there is a street of that key.

    Each filter is heard once: of »Samstag, Sonntag« the first day counts, and the other is not searched for as a word.
    """
    question, heard, spans, at = Question(text, streets), {}, [], 0
    while at < len(question.tokens):
        stop, name, value = _longest(question, at)
        if name:
            span = question.tokens[at].start, question.tokens[stop - 1].stop
            spans.append(span)
            heard.setdefault(name, (value, span))
        at = max(stop, at + 1)
    said = tuple(Said(name, value, text[slice(*span)], _without(text, [span])) for name, (value, span) in heard.items())
    return Understood(_without(text, spans) if said else text, said)


def _without(text, spans) -> str:
    """The text without these parts and what they leave standing at either end; nothing where nobody could find it."""
    for start, stop in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[stop:]}"
    found = [(_fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text)]
    kept = [(start, stop) for word, start, stop in found if word not in _AROUND]
    text = text[kept[0][0] : kept[-1][1]] if kept else ""
    return "" if all(map(is_stop_word, words(text))) else " ".join(text.split()).replace(" ,", ",")


def _longest(question, at) -> tuple[int, str, str]:
    """(where it ends, which filter, its value) of the longest phrase that begins here."""
    best = (at, "", "")
    for name, phrases in question.phrases.items():
        for elements in phrases:
            stop, value = _match(elements, question, at)
            if stop > best[0]:
                best = (stop, name, value or ALWAYS[name])
    return best


def _match(elements, question, at) -> tuple[int, str]:
    """(where the phrase ends, what its slot reads), or (-1, "") where it does not stand here."""
    if not elements:
        return at, ""
    first, rest = elements[0], elements[1:]
    if first.slot:
        size, value = SLOTS[first.slot](question, at)
        stop, _none = _match(rest, question, at + size) if value else (-1, "")
        return stop, value
    if first.fits(question.word(at)):
        found = _match(rest, question, at + 1)
        if found[0] >= 0 or not first.optional:
            return found
    return _match(rest, question, at) if first.optional else (-1, "")


def _hour(question, at, *, add=0) -> tuple[int, str]:
    """»20«, or »20:30« and »20.30«; before noon with `add` hours for the afternoon."""
    hour, minute = _number(question, at, 24), _number(question, at + 1, 59)
    if hour is None:
        return 0, ""
    if minute is not None and question.tokens[at + 1].start != question.tokens[at].stop + 1:
        minute = None
    hour = (hour + add if hour < 12 else hour) % 24
    return (1 if minute is None else 2), f"{hour:02}:{minute or 0:02}"


def _until(question, at, *, add=0) -> tuple[int, str]:
    """Who is open until then is open half an hour before."""
    size, value = _hour(question, at, add=add)
    hour, minute = map(int, value.split(":")) if value else (0, 0)
    before = (hour * 60 + minute - 30) % (24 * 60)
    return size, value and f"{before // 60:02}:{before % 60:02}"


def _number(question, at, most) -> int | None:
    word = question.word(at)
    return int(word) if word.isdecimal() and len(word) <= 2 and int(word) <= most else None


def _street(question, at) -> tuple[int, str]:
    """Up to three words that are a street here; most words are no street by their ending, and are not looked up."""
    for size in (3, 2, 1):
        key = street_key(" ".join(map(question.word, range(at, at + size))))
        if question.word(at + size - 1) and key.endswith(_STREET_ENDS) and question.is_street(key):
            return size, key
    return 0, ""


def _fold(word) -> str:
    return "".join(folded(word))


def _compile(phrase) -> tuple[Element, ...]:
    return tuple(map(_element, phrase.split()))


def _element(written) -> Element:
    if written.startswith("<"):
        return Element(frozenset(), (), written.strip("<>"), optional=False)
    each = written.removesuffix("?").split("|")
    whole = frozenset(_fold(word) for word in each if not word.endswith("*"))
    return Element(whole, tuple(_fold(word) for word in each if word.endswith("*")), "", written.endswith("?"))


#: How many words a slot takes here and what they say; nothing where they are something else.
SLOTS = {
    "day": lambda question, at: (1, WEEKDAYS.get(question.word(at), "")),
    "hour": _hour,
    "pm": lambda question, at: _hour(question, at, add=12),
    "until": _until,
    "until_pm": lambda question, at: _until(question, at, add=12),
    "language": lambda question, at: (1, question.languages.get(question.word(at), "")),
    "street": _street,
    "sunday": lambda _question, _at: (0, "7"),
    "today": lambda _question, _at: (0, str(timezone.localdate().isoweekday())),
    "tomorrow": lambda _question, _at: (0, str(timezone.localdate().isoweekday() % 7 + 1)),
    "evening": lambda _question, _at: (0, "20:00"),
    "night": lambda _question, _at: (0, "22:00"),
}
_AROUND = frozenset(map(_fold, AROUND.split()))
#: What a phrase without a slot says.
ALWAYS = {**dict.fromkeys(PHRASES, ""), "open": "now", "access": "yes"}
WEEKDAYS = {_fold(word): number for number, names in DAYS.items() for word in names.split()}
COMPILED = {name: [_compile(phrase) for phrase in phrases] for name, phrases in PHRASES.items()}
HINTS = {
    name: [element for phrase in phrases for element in phrase if not element.slot and not element.optional]
    for name, phrases in COMPILED.items()
}
HINTS["day"].append(Element(frozenset(WEEKDAYS), (), "", optional=False))
