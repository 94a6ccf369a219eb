"""How a scene enters the list of those that can be drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .canvas import Sheet


@dataclass(frozen=True)
class Scene:
    """`words` say in one German sentence what is to be seen."""

    draw: Callable[[Random], Sheet]
    words: str


SCENES: dict[str, Scene] = {}


def scene(key: str, words: str) -> Callable[[Callable[[Random], Sheet]], Callable[[Random], Sheet]]:
    def enter(draw: Callable[[Random], Sheet]) -> Callable[[Random], Sheet]:
        SCENES[key] = Scene(draw, words)
        return draw

    return enter
