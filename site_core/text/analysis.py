"""From text to search terms: the same at index and at query time, on every database."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from site_core.text.folding import fold

MAX_TEXT = 20_000
_WORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("german")
_STREET = re.compile(r"(?<=[a-z])str$")
#: Words that stand in nearly every text and help nobody to find anything.
STOP_WORDS = frozenset(
    """aber als am an auch auf aus bei bin bis da das dem den der des die doch ein eine einem einen einer eines er es
    fuer hat ich ihr im in ins ist kein man mein mich mit nach nicht noch nur oder ohne sein sich sie sind so ueber um
    und uns unter vom von vor war was wer wie wir wird wo zu zum zur the and for with""".split()
)


def words(text: str) -> list[str]:
    """The words of a text, folded to ASCII, in order; bounded, never raises."""
    plain = unicodedata.normalize("NFKC", text[:MAX_TEXT].replace("\x00", " ").encode("utf-8", "ignore").decode())
    return [part for word in _WORD.findall(plain) for part in fold(word).split()]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The German stem of a folded word, with street endings unified."""
    return _STEMMER.stemWord(_STREET.sub("strasse", word))


def analyse(text: str) -> list[str]:
    """Search terms of a text: folded, stemmed, without stop words, in order."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS]
