"""Small geometry in the plan's units: joining, clipping, simplifying, and writing lines as path data."""

import math
from collections import defaultdict

Point = tuple[float, float]


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker: leaves out what lies nearer than `tolerance` to the line that remains."""
    keep, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, where = 0.0, 0
        for number in range(first + 1, last):
            distance = distance_to(line[number], line[first], line[last])
            if distance > far:
                far, where = distance, number
        if far > tolerance:
            keep.add(where)
            spans += [(first, where), (where, last)]
    return [line[number] for number in sorted(keep)]


def distance_to(point: Point, start: Point, end: Point) -> float:
    """From a point to the piece of line between two others."""
    (x, y), (x_1, y_1), (x_2, y_2) = point, start, end
    dx, dy = x_2 - x_1, y_2 - y_1
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - x_1) * dx + (y - y_1) * dy) / length)) if length else 0.0
    return math.hypot(x - x_1 - share * dx, y - y_1 - share * dy)


def joined(lines: list[list[Point]]) -> list[list[Point]]:
    """Lines that meet at an end become one, as far as it goes."""
    rest = dict(enumerate(lines))
    ends = defaultdict(set)
    for number, line in rest.items():
        ends[line[0]].add(number)
        ends[line[-1]].add(number)

    def take(point):
        number = min(ends[point], default=None)
        if number is None:
            return None
        line = rest.pop(number)
        ends[line[0]].discard(number)
        ends[line[-1]].discard(number)
        return line

    found = []
    while rest:
        line = list(take(next(iter(rest.values()))[0]))
        for _side in range(2):
            while (other := take(line[-1])) is not None:
                line += other[1:] if other[0] == line[-1] else other[-2::-1]
            line.reverse()
        found.append(line)
    return found


def clipped_lines(line: list[Point], width: float, height: float, margin: float) -> list[list[Point]]:
    """The parts of a line near the frame: pieces that lie wholly beyond one side are left out."""
    found, current = [], []
    for start, end in zip(line, line[1:], strict=False):
        outside = (
            max(start[0], end[0]) < -margin
            or min(start[0], end[0]) > width + margin
            or max(start[1], end[1]) < -margin
            or min(start[1], end[1]) > height + margin
        )
        if outside:
            current = []
        elif current:
            current.append(end)
        else:
            current = [start, end]
            found.append(current)
    return found


def clipped_ring(ring: list[Point], width: float, height: float, margin: float) -> list[Point]:
    """A ring cut off at the frame (Sutherland and Hodgman); empty where it lies outside."""
    for axis, limit, sign in ((0, -margin, 1), (0, width + margin, -1), (1, -margin, 1), (1, height + margin, -1)):
        kept = []
        for start, end in zip(ring, (*ring[1:], *ring[:1]), strict=True):
            here, there = (start[axis] - limit) * sign, (end[axis] - limit) * sign
            if here >= 0:
                kept.append(start)
            if here * there < 0:
                share = here / (here - there)
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        ring = kept
    return ring


def surface(ring: list[Point]) -> float:
    """What a ring encloses, in square units."""
    pairs = zip(ring, (*ring[1:], *ring[:1]), strict=True)
    return abs(sum(x_1 * y_2 - x_2 * y_1 for (x_1, y_1), (x_2, y_2) in pairs)) / 2


def path_data(line: list[Point], *, close: bool = False) -> str:
    """The line as compact path data: whole units, each counted from the one before."""
    points = []
    for x, y in line:
        point = (round(x), round(y))
        if not points or points[-1] != point:
            points.append(point)
    if close and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if close else 2):
        return ""
    (x, y), *others = points
    steps = []
    for next_x, next_y in others:
        steps += [next_x - x, next_y - y]
        x, y = next_x, next_y
    return f"M{_row(points[0])}l{_row(steps)}{'z' if close else ''}"


def _row(numbers) -> str:
    """Numbers side by side; a minus is separator enough."""
    text = str(numbers[0])
    for number in numbers[1:]:
        text += str(number) if number < 0 else f" {number}"
    return text
