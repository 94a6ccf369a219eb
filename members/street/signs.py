"""Names on shop signs: as large as the board allows, on one line or two, never over its edge."""

import re
from dataclasses import dataclass

BOARD = 396
ONE_LINE, TWO_LINES = (42, 38, 34, 31), (28, 25, 22, 19)
#: Where the letters stand, for one line and for two.
BASELINES = {1: (428,), 2: (410, 437)}
# Widths as a share of the letters' size, on the safe side of the widest typeface a reader's machine may fall back to.
NARROW, WIDE, CAPITAL, USUAL = 0.34, 0.96, 0.7, 0.6


@dataclass(frozen=True)
class SignLine:
    text: str
    baseline: int


@dataclass(frozen=True)
class Sign:
    lines: tuple[SignLine, ...]
    size: int


def sign_of(name: str) -> Sign:
    """The sign of a shop with this name; a name too long even for two lines of small letters ends in an ellipsis."""
    name = " ".join(name.split())
    whole = width_of(name)
    for size in ONE_LINE:
        if whole * size <= BOARD:
            return _sign([name], size)
    halves = _halves(name)
    for size in TWO_LINES:
        if max(map(width_of, halves)) * size <= BOARD:
            return _sign(halves, size)
    smallest = TWO_LINES[-1]
    return _sign([_shortened(half, BOARD / smallest) for half in halves], smallest)


def width_of(text: str) -> float:
    """The most room the text takes, in letter sizes."""
    return sum(map(_width, text))


def _width(letter) -> float:
    if letter in " iljtfrI.,'’!|:;()-":
        return NARROW
    if letter in "mwMW@%—…" or ord(letter) > 0x2E7F:
        return WIDE
    return CAPITAL if letter.isupper() or letter.isdigit() or letter in "&+" else USUAL


def _halves(name) -> list[str]:
    """The name broken where both lines are most alike: at a space, or behind a hyphen."""
    breaks = [match.end() for match in re.finditer(r"\s|(?<=\w)[-–/](?=\w)", name)]
    pairs = [(name[:at].rstrip(), name[at:]) for at in breaks]
    return list(min(pairs, key=lambda pair: max(map(width_of, pair)), default=(name,)))


def _shortened(text, room) -> str:
    if width_of(text) <= room:
        return text
    while text and width_of(text) + WIDE > room:
        text = text[:-1]
    return text.rstrip(" ,&-–/") + "…"


def _sign(lines, size) -> Sign:
    return Sign(tuple(map(SignLine, lines, BASELINES[len(lines)])), size)
