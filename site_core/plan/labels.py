"""Street names: along the longest straight pieces, never across one another, left out where they do not fit."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from site_core.plan.lines import Point, distance_to

#: How wide a letter of the condensed face is, as a share of its size; generous, fonts differ.
_LETTER = 0.52
#: How far apart, in units, one street says its name again.
_AGAIN = 620


@dataclass(frozen=True)
class Label:
    text: str
    x: int
    y: int
    angle: int


def labels_of(
    streets: dict[str, list[list[Point]]], size: float, width: float, height: float, beside: tuple[Label, ...] = ()
) -> tuple[Label, ...]:
    """The names of the streets, the one with the longest piece first; (x, y) is the middle of the text.

    `beside` stand there already: the new ones keep out of their way.
    """
    pieces = [
        (math.dist(start, end), name, start, end)
        for name, lines in streets.items()
        for line in lines
        for start, end in straight_pieces(line, size / 4)
    ]
    placed = list(beside)
    taken = [bead for label in beside for bead in _beads_of(label, size)]
    for _length, name, start, end in sorted(pieces, key=lambda piece: (-piece[0], piece[1:])):
        for (x, y), angle in _spots(start, end, len(name) * size * _LETTER):
            beads = _beads(x, y, angle, len(name) * size * _LETTER, size)
            fits = all(size < bead[0] < width - size and size < bead[1] < height - size for bead in beads)
            own = [label for label in placed if label.text == name and math.dist((x, y), (label.x, label.y)) < _AGAIN]
            if fits and not own and all(math.dist(bead, other) > size * 1.15 for bead in beads for other in taken):
                placed.append(Label(name, round(x), round(y), round(math.degrees(angle))))
                taken += beads
    return tuple(placed[len(beside) :])


def straight_pieces(line: list[Point], tolerance: float) -> Iterator[tuple[Point, Point]]:
    """The line cut into pieces from which no point is further off than `tolerance`."""
    first = 0
    while first < len(line) - 1:
        last = first + 1
        while last + 1 < len(line) and all(
            distance_to(point, line[first], line[last + 1]) <= tolerance for point in line[first + 1 : last + 1]
        ):
            last += 1
        yield line[first], line[last]
        first = last


def _spots(start, end, length) -> Iterator[tuple[Point, float]]:
    """Where on a piece a text of this length may stand, the middle first, each with its angle."""
    room = math.dist(start, end)
    if room < length * 1.1:
        return
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    # Read from the left, and from below where a street is steep.
    if not -math.pi / 2 <= angle < math.pi / 2:
        angle -= math.copysign(math.pi, angle)
    margin = length * 0.55 / room
    shares = [0.5, *(margin + (1 - 2 * margin) * number / 6 for number in range(7))]
    for share in shares:
        yield (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])), angle


def _beads_of(label, size) -> list[Point]:
    return _beads(label.x, label.y, math.radians(label.angle), len(label.text) * size * _LETTER, size)


def _beads(x, y, angle, length, size) -> list[Point]:
    """The text as a row of points one letter's height apart."""
    count = max(2, round(length / size) + 1)
    steps = [(number / (count - 1) - 0.5) * length for number in range(count)]
    return [(x + step * math.cos(angle), y + step * math.sin(angle)) for step in steps]
