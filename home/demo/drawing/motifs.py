"""The things a shop shows: each drawn 100 units large, standing on the origin, used in windows and in still lifes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .canvas import Pen

Drawer = Callable[[Pen, Random], None]


@dataclass(frozen=True)
class Motif:
    """`words` name the thing in the German dative, so that "mit …" can stand before it."""

    draw: Drawer
    words: str


MOTIFS: dict[str, Motif] = {}


def motif(key: str, words: str) -> Callable[[Drawer], Drawer]:
    """Enters a drawing function under `key`."""

    def enter(draw: Drawer) -> Drawer:
        MOTIFS[key] = Motif(draw, words)
        return draw

    return enter
