"""From text to search terms: the same at index and at query time, on every database.

A word is folded (case, umlauts, ß, dotless i, the letter forms of Arabic), stemmed as German, its umlauts reduced to
the plain vowel, so that »Schlusseldienst« is the »Schlüsseldienst« and »Ärzte« are an »Arzt«.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from site_core.text.folding import fold

MAX_TEXT = 20_000
MAX_TERM = 64
_WORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("german")
_STREET = re.compile(r"(?<=[a-z])str$")
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e")
#: Marks of vowels and the stretching stroke of Arabic; its forms of alef (which `fold` would drop), ya, ta marbuta.
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640]")
_ARABIC_LETTERS = str.maketrans("أإآٱاىة", "aaaaaيه")
_ARABIC_ARTICLE = re.compile(r"^(?:وال|بال|ال)(?=\w{3})")
_STANDING_STREET = frozenset(("str", "strasse"))
#: Words that stand in nearly every text, or around what somebody looks for, and help nobody to find anything.
STOP_WORDS = frozenset(
    """aber als am an auch auf aus bei bin bis da das dem den der des die doch ein eine einem einen einer eines er es
    fuer hat ich ihr im in ins ist kein man mein mich mit nach nicht noch nur oder ohne sein sich sie sind so ueber um
    fur uber und uns unter vom von vor war was wer wie wir wird wo zu zum zur str strasse
    the and for with where is are in near my to of ve ile icin nerede nasil bir bu fy mn aly ayn hl""".split()
)


def split(text: str) -> list[str]:
    """The words of a text as they are written, in order; bounded, never raises."""
    plain = unicodedata.normalize("NFKC", text[:MAX_TEXT].replace("\x00", " ").encode("utf-8", "ignore").decode())
    return [word[:MAX_TERM] for word in _WORD.findall(_ARABIC_MARKS.sub("", plain))]


@lru_cache(maxsize=100_000)
def folded(word: str) -> tuple[str, ...]:
    """The words, folded to ASCII, that one written word is made of; most often one."""
    bare = _ARABIC_ARTICLE.sub("", word).translate(_ARABIC_LETTERS)
    return tuple(part[:MAX_TERM] for part in fold(bare).split())


def words(text: str) -> list[str]:
    """The folded words of a text, in order; »Weise Str.« and »Weisestraße« are one word, the street."""
    return [word for word, _shown, _base in spelled(text)]


def spelled(text: str) -> list[tuple[str, str, str]]:
    """(folded word, as written, what stood before a street's ending or nothing); an ending joins the word before it."""
    found: list[tuple[str, str, str]] = []
    joins = False
    for shown in split(text):
        for word in folded(shown):
            if word in _STANDING_STREET and joins:
                base, written, _none = found[-1]
                found[-1] = (f"{base}strasse"[-MAX_TERM:], f"{written} {shown}", base)
                joins = False
            else:
                found.append((word, shown, ""))
                joins = not is_stop_word(word)
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The search term of a folded word: stemmed until nothing changes any more, so that a stem is its own.

    It stops before it comes to a stop word: »ändern« is not »and«.
    """
    term = ""
    while word != term and word not in STOP_WORDS:
        term = word
        word = _UMLAUT.sub(r"\1", _STEMMER.stemWord(_STREET.sub("strasse", term)[-MAX_TERM:]))
    return term or word


def is_stop_word(word: str) -> bool:
    """Whether a folded word helps nobody to find anything."""
    return word in STOP_WORDS


def analyse(text: str) -> list[str]:
    """Search terms of a text: folded, stemmed, without stop words, in order."""
    return [stem(word) for word in words(text) if not is_stop_word(word)]


def index_terms(text: str) -> list[str]:
    """`analyse`, and for »Kienitzer Straße« the »Kienitzer« too, which people leave it at."""
    return [
        stem(each) for word, _shown, base in spelled(text) for each in (word, base) if each and not is_stop_word(each)
    ]
