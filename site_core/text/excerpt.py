"""The sentence of a text in which a searched word stands, with the word marked."""

import re
from functools import lru_cache

from site_core.text.analysis import analyse

LENGTH = 220
#: Of each text nobody looks further.
MAX_TEXT = 6_000
#: How much stands before the word where its sentence begins too far away.
BEFORE = 60
#: Letters and digits, with the marks and the stretching stroke that Arabic writes between them.
_WORD = re.compile("(?:[^\\W_]|[\u064b-\u0652\u0640])+")
_SENTENCE_END = re.compile(r"[.!?…؟](?=\s)")
GAP = "…"


def excerpt(texts, stems, length=LENGTH) -> tuple[tuple[str, bool], ...]:
    """(part, is marked) of the first text that holds one of the stems; the start of the first text where none does.

    `texts` is read no further than that.
    """
    first = ""
    for text in texts:
        text = text[:MAX_TEXT]
        first = first or text
        if searched := _searched_words(text, stems):
            found = next(word.end() for word in _WORD.finditer(text) if word[0] in searched)
            text, at = " ".join(text.split()), len(" ".join(text[:found].split()))
            return _marked(*_window(text, at, length), searched)
    return _marked(*_window(" ".join(first.split()), 0, length), frozenset())


@lru_cache(maxsize=50_000)
def _stems_of(word) -> frozenset[str]:
    return frozenset(analyse(word))


def _searched_words(text, stems) -> set[str]:
    """The words of the text, as written, that have one of the stems. Each is looked at once."""
    return {word for word in set(_WORD.findall(text)) if not stems.isdisjoint(_stems_of(word))} if stems else set()


def _window(text, at, length) -> tuple[str, bool, bool]:
    """About `length` letters of the text around the letter `at`, whether something stands before, and behind."""
    if len(text) <= length:
        return text, False, False
    ends = [end.end() + 1 for end in _SENTENCE_END.finditer(text, 0, at)]
    start = ends[-1] if ends else 0
    if at - start > length - BEFORE:
        start = text.find(" ", max(0, at - length // 2)) + 1
        start = start if 0 < start < at else max(0, at - BEFORE)
    if len(text) - start < length:
        # The last sentence is short: what stands before it fills the space.
        start = min(start, next((end for end in ends if len(text) - end <= length), start))
    stop = min(len(text), start + length)
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop + 1), at)
    return text[start:stop].strip(), start > 0, stop < len(text)


def _marked(text, cut_before, cut_behind, searched) -> tuple[tuple[str, bool], ...]:
    parts, plain, done = [], f"{GAP} " if cut_before else "", 0
    for word in _WORD.finditer(text) if searched else ():
        if word[0] in searched:
            plain += text[done : word.start()]
            parts += [(plain, False), (word[0], True)] if plain else [(word[0], True)]
            plain, done = "", word.end()
    plain += text[done:] + (f" {GAP}" if cut_behind else "")
    return (*parts, (plain, False)) if plain else tuple(parts)
