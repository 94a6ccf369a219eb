"""The words of the public texts: known or not, how they go on, what they are made of, what was meant.

Kept as a table beside the index, read into memory once and again whenever it has changed.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, Max, Q
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from wagtail.models import Page
from wagtail.search.index import get_indexed_models

from search.models import Word
from site_core.models import ContentPage
from site_core.querysets import visible
from site_core.text.analysis import is_stop_word, spelled, stem

CHUNK = 500
MOST_SUGGESTED = 20


@dataclass(frozen=True)
class Entry:
    word: str
    shown: str
    stem: str
    pages: int = 0
    in_name: bool = False


@dataclass
class WordList:
    """Words by their folded form, sorted from either end."""

    entries: dict[str, Entry]
    forwards: list[str] = field(init=False)
    backwards: list[str] = field(init=False)
    stems: frozenset[str] = field(init=False)

    def __post_init__(self):
        self.forwards = sorted(self.entries)
        self.backwards = sorted(word[::-1] for word in self.entries)
        self.stems = frozenset(entry.stem for entry in self.entries.values())

    def knows(self, word) -> bool:
        return stem(word) in self.stems

    def starting(self, part) -> list[Entry]:
        return [self.entries[word] for word in _from(self.forwards, part)]

    def ending(self, part) -> list[Entry]:
        return [self.entries[word[::-1]] for word in _from(self.backwards, part[::-1])]

    def like(self, word) -> list[tuple[int, Entry]]:
        """Words one slip of the finger away, two from six letters on, with how many; a swap of neighbours is one."""
        most = 1 if len(word) < 6 else 2
        near = extract(word, self.forwards, scorer=OSA.distance, score_cutoff=most, limit=MOST_SUGGESTED)
        return [(slips, self.entries[found]) for found, slips, _at in near]


NOTHING_HELD: tuple[dict, WordList] = ({}, WordList({}))
_held = NOTHING_HELD


def current() -> WordList:
    """The words as the table has them now; one small query while nothing has changed."""
    global _held
    state = Word.objects.aggregate(newest=Max("pk"), words=Count("pk"), names=Count("pk", filter=Q(in_name=True)))
    if _held[0] != state:
        rows = Word.objects.values_list("word", "shown", "stem", "pages", "in_name")
        _held = (state, WordList({row[0]: Entry(*row) for row in rows.iterator(chunk_size=5000)}))
    return _held[1]


def note(pages):
    """Adds the words of those among these pages that anybody may see."""
    public = set(visible(Page.objects.filter(pk__in=[page.pk for page in pages])).values_list("pk", flat=True))
    found: dict[str, Word] = {}
    for page in pages:
        if page.pk in public and isinstance(page, ContentPage):
            _collect(found, page.title, in_name=True)
            _collect(found, " ".join([page.search_address, *page.search_texts]))
    _store(found)


def _collect(found, text, *, in_name=False):
    for word, shown, base in spelled(text):
        for each, written in ((word, shown), (base, base.capitalize())):
            if each and not is_stop_word(each) and (each not in found or in_name):
                found[each] = Word(word=each, shown=written[:64], stem=stem(each), in_name=in_name)


def _store(found):
    words = list(found)
    for start in range(0, len(words), CHUNK):
        chunk = words[start : start + CHUNK]
        known = dict(Word.objects.filter(word__in=chunk).values_list("word", "in_name"))
        Word.objects.bulk_create([found[word] for word in chunk if word not in known], ignore_conflicts=True)
        now_in_name = [word for word in chunk if found[word].in_name and known.get(word) is False]
        if now_in_name:
            Word.objects.filter(word__in=now_in_name).update(in_name=True)


@transaction.atomic
def rebuild(progress=lambda pages: None) -> tuple[int, int]:
    """Reads all public pages anew, counts each word's pages, drops words that stand on none: (kept, dropped).

    `progress` is called with the number of pages read since its last call.
    """
    counted, named = Counter(), set()
    for pages in _public_pages():
        note(pages)
        counted.update(term for page in pages for term in page.search_terms.split())
        named.update(word for page in pages for spelling in spelled(page.title) for word in spelling[::2])
        progress(len(pages))
    kept, gone = [], []
    for word in Word.objects.all():
        word.pages, word.in_name = counted[word.stem], word.word in named
        (kept if word.pages else gone).append(word)
    Word.objects.bulk_update(kept, ["pages", "in_name"], batch_size=CHUNK)
    for start in range(0, len(gone), CHUNK):
        Word.objects.filter(pk__in=[word.pk for word in gone[start : start + CHUNK]]).delete()
    return len(kept), len(gone)


def _public_pages():
    for model in get_indexed_models():
        if issubclass(model, ContentPage):
            ids = list(visible(model.objects.all()).values_list("pk", flat=True))
            for start in range(0, len(ids), CHUNK):
                yield list(model.objects.for_indexing().filter(pk__in=ids[start : start + CHUNK]))


def _from(ordered, part):
    """Those of a sorted list that begin with `part`."""
    at = bisect_left(ordered, part)
    while at < len(ordered) and ordered[at].startswith(part):
        yield ordered[at]
        at += 1
