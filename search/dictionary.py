"""What words mean here: trades and topics by their names and everyday words, and what editors taught the search.

Read with every question in one query, so that an editor's change works at once; taken apart again only when it changed.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache

from django.db import connection
from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import get_language

from members.models import Trade
from search.models import KiezWord, phrase_key
from search.vocabulary import Entry, WordList
from site_core.models import Topic
from site_core.models.translated import OTHER_LANGUAGES
from site_core.text.analysis import is_stop_word, spelled, stem, words
from site_core.text.tokens import TOPIC, TRADE, concept

#: Most words of a phrase that means one thing.
LONGEST_PHRASE = 4
#: Stands before words that mean a trade too, but another one first: »~Bar« with the pubs.
SECOND, SECOND_SHARE = "~", 0.8
MARKS = {"trade": TRADE, "topic": TOPIC}
NAMES = ("name", *(f"name_{language}" for language in OTHER_LANGUAGES))
SYNONYMS = tuple(f"synonyms_{language}" for language in ("de", *OTHER_LANGUAGES))
Row = tuple[str, str, str, str]


@dataclass(frozen=True)
class Meaning:
    """A trade or topic; or, where `kind` is "same", other words to search for (in `slug`)."""

    kind: str
    slug: str
    names: tuple[str, ...] = field(default=(), compare=False)
    #: Less than 1 where the words mean it too, but something else first.
    share: float = field(default=1, compare=False)
    #: The phrase that means it.
    said: str = field(default="", compare=False)

    @property
    def token(self) -> str:
        return concept(MARKS[self.kind], self.slug)

    @property
    def label(self) -> str:
        """In the active language, German where it has none."""
        languages = ("de", *OTHER_LANGUAGES)
        at = languages.index(get_language()) if get_language() in languages else 0
        return (self.names[at] if at < len(self.names) else "") or self.names[0]


class Dictionary:
    """`phrases`: what is meant, by the key of the words; `containing`: by one of several; `singles`: every word."""

    def __init__(self, rows: list[Row]):
        names = {(kind, slug): tuple(names.split("\n")) for kind, slug, names, _words in rows if names}
        self.phrases: dict[str, list[Meaning]] = defaultdict(list)
        self.begun: dict[str, list[Meaning]] = defaultdict(list)
        self.containing: dict[str, list[Meaning]] = defaultdict(list)
        entries: dict[str, Entry] = {}
        for kind, slug, named, others in rows:
            meaning = Meaning(kind, slug, names.get((kind, slug), ()))
            for phrase in filter(None, map(str.strip, f"{named}\n{others}".split("\n"))):
                share = SECOND_SHARE if phrase.startswith(SECOND) else 1
                phrase = phrase.removeprefix(SECOND)
                self._learn(phrase, replace(meaning, share=share, said=phrase), entries)
        self.singles = WordList(entries)

    def _learn(self, phrase, meaning, entries):
        key = phrase_key(phrase)
        if not key or meaning in self.phrases[key]:
            return
        self.phrases[key].append(meaning)
        for term in key.split() if " " in key else ():
            self.containing[term].append(meaning)
        self.begun[" ".join(words(phrase))].append(meaning)
        for word, shown, _base in spelled(phrase):
            if not is_stop_word(word):
                entries.setdefault(word, Entry(word, shown, stem(word)))

    def meanings(self, stems) -> list[Meaning]:
        return self.phrases.get(" ".join(sorted(stems)), [])

    def starting(self, prefix, limit=8) -> list[Meaning]:
        """What a phrase that begins so means, shortest phrase first; other words (`same_as`) are left out."""
        start = " ".join(words(prefix))
        phrases = sorted((phrase for phrase in self.begun if start and phrase.startswith(start)), key=len)
        found = [meaning for phrase in phrases for meaning in self.begun[phrase] if meaning.kind in MARKS]
        return list(dict.fromkeys(found))[:limit]


NOTHING_HELD: tuple[list[Row], Dictionary] = ([], Dictionary([]))
_held = NOTHING_HELD


def current() -> Dictionary:
    """The dictionary as trades, topics and taught words have it now."""
    global _held
    rows = _rows()
    if _held[0] != rows:
        _held = (rows, Dictionary(rows))
    return _held[1]


def _rows() -> list[Row]:
    """(kind, slug, names, words) of all there is, one query."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement())
        return sorted(cursor.fetchall())


@cache
def _statement() -> tuple[str, tuple]:
    """Its SQL; made once, as making it takes longer than running it."""
    taught = KiezWord.objects.order_by()
    parts = [
        _row(Trade.objects.select_related(None).order_by(), "trade", "slug", _lines(NAMES), _lines(SYNONYMS)),
        _row(Topic.objects.order_by(), "topic", "slug", _lines(NAMES), _lines(["synonyms"])),
        _row(taught.filter(trade__isnull=False), "trade", "trade__slug", Value(""), _lines(["phrase"])),
        _row(taught.filter(topic__isnull=False), "topic", "topic__slug", Value(""), _lines(["phrase"])),
        _row(taught.exclude(same_as=""), "same", "same_as", Value(""), _lines(["phrase"])),
    ]
    return parts[0].union(*parts[1:], all=True).query.sql_with_params()


def _row(rows, kind, slug, names, phrases):
    return rows.values_list(*(Cast(column, TextField()) for column in (Value(kind), slug, names, phrases)))


def _lines(fields):
    """These fields, one a line."""
    first, *others = fields
    parts = [part for name in others for part in (Value("\n"), name)]
    return Concat(first, *parts, output_field=TextField()) if parts else first
