"""Dots that would hide one another step aside."""

import math
from collections import defaultdict

Point = tuple[float, float]
_ROUNDS = 10
#: The golden angle: neighbours in a row leave in directions as different as can be.
_TURN = math.pi * (3 - math.sqrt(5))


def spread(points: list[Point], apart: float) -> list[Point]:
    """The points moved until they stand `apart`, as far as a few rounds bring them; the same points, the same answer.

    Several at one place are fanned out around it.
    """
    places = [
        [x + math.cos(number * _TURN) * apart / 50, y + math.sin(number * _TURN) * apart / 50]
        for number, (x, y) in enumerate(points)
    ]
    for _round in range(_ROUNDS):
        if not _push(places, apart):
            break
    return [(x, y) for x, y in places]


def _push(places, apart) -> bool:
    """Moves every two that are too near half the missing way each; whether any were."""
    cells = defaultdict(list)
    for number, (x, y) in enumerate(places):
        cells[int(x // apart), int(y // apart)].append(number)
    moved = False
    for (column, row), own in cells.items():
        around = [(column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        others = [number for cell in around if cell in cells for number in cells[cell]]
        for place, one in enumerate(own):
            for other in (*own[place + 1 :], *others):
                moved |= _part(places[one], places[other], apart)
    return moved


def _part(one, other, apart) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    squared = dx * dx + dy * dy
    if squared >= apart * apart or not squared:
        return False
    distance = math.sqrt(squared)
    step = (apart - distance) / 2 / distance
    one[0] -= dx * step
    one[1] -= dy * step
    other[0] += dx * step
    other[1] += dy * step
    return True
