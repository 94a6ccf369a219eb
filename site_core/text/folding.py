"""Folding of names to plain ASCII: the ground of sort keys, slugs, import keys and search."""

import re

from anyascii import anyascii

# German spells its umlauts out; anyascii alone would drop the e.
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})
# In the telephone book Ä stands with A (DIN 5007-1), and ß with ss.
_SORTED = str.maketrans({"ß": "ss", "ẞ": "SS"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
MAX_SLUG = 80


def fold(text: str) -> str:
    """Lower-case ASCII letters, digits and single spaces; umlauts spelled out, other scripts transliterated."""
    return _NOT_A_WORD.sub(" ", anyascii(text.translate(_GERMAN)).lower()).strip()


def sort_key(text: str) -> str:
    """The key that sorts names as a German telephone book does, on every database alike."""
    return _NOT_A_WORD.sub(" ", anyascii(text.translate(_SORTED)).lower()).strip()


def ascii_slug(text: str, *, fallback: str = "eintrag") -> str:
    """A slug of at most 80 ASCII characters; `fallback` where nothing is left of the text."""
    return fold(text).replace(" ", "-")[:MAX_SLUG].strip("-") or fallback


def free_slug(wanted: str, taken) -> str:
    """`wanted`, or the first of wanted-2, wanted-3, … for which `taken(slug)` is false."""
    slug, number = wanted, 1
    while taken(slug):
        number += 1
        slug = f"{wanted}-{number}"
    return slug
