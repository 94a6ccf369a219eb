"""A sheet to draw on at twice the size, and a pen that carries its own origin and scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from .lettering import width_of, write

WIDTH, HEIGHT = 1600, 1200
SUPERSAMPLING = 2

Points = Sequence[tuple[float, float]]


class Pen:
    """Draws in its own units: `x` to the right, `y` downwards, from an origin on the sheet."""

    def __init__(self, draw: ImageDraw.ImageDraw, x: float = 0, y: float = 0, scale: float = 1, mirrored: bool = False):
        self._draw, self._x, self._y, self._k = draw, x, y, scale
        self._sign = -1 if mirrored else 1

    def at(self, x: float, y: float, scale: float = 1, mirrored: bool = False) -> Pen:
        """A pen whose origin lies at `x`, `y` of this one."""
        px, py = self._point(x, y)
        flipped = mirrored != (self._sign < 0)
        return Pen(self._draw, px, py, self._k * scale, flipped)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._x + self._sign * x * self._k, self._y + y * self._k

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> list[float]:
        (ax, ay), (bx, by) = self._point(x0, y0), self._point(x1, y1)
        return [min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)]

    def _width(self, width: float) -> int:
        return max(1, round(width * self._k))

    def rect(self, x0: float, y0: float, x1: float, y1: float, fill: str, r: float = 0) -> None:
        if r:
            self._draw.rounded_rectangle(self._box(x0, y0, x1, y1), radius=r * self._k, fill=fill)
        else:
            self._draw.rectangle(self._box(x0, y0, x1, y1), fill=fill)

    def frame(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float, r: float = 0) -> None:
        self._draw.rounded_rectangle(
            self._box(x0, y0, x1, y1), radius=r * self._k, outline=colour, width=self._width(width)
        )

    def poly(self, points: Points, fill: str) -> None:
        self._draw.polygon([self._point(x, y) for x, y in points], fill=fill)

    def circle(self, x: float, y: float, r: float, fill: str) -> None:
        self.ellipse(x, y, r, r, fill)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self._draw.ellipse(self._box(x - rx, y - ry, x + rx, y + ry), fill=fill)

    def ring(self, x: float, y: float, r: float, colour: str, width: float) -> None:
        self._draw.ellipse(self._box(x - r, y - r, x + r, y + r), outline=colour, width=self._width(width))

    def pie(self, x: float, y: float, rx: float, ry: float, start: float, end: float, fill: str) -> None:
        """A slice; degrees run clockwise from three o'clock."""
        start, end = self._angles(start, end)
        self._draw.pieslice(self._box(x - rx, y - ry, x + rx, y + ry), start, end, fill=fill)

    def arc(
        self, x: float, y: float, rx: float, ry: float, start: float, end: float, colour: str, width: float
    ) -> None:
        start, end = self._angles(start, end)
        self._draw.arc(self._box(x - rx, y - ry, x + rx, y + ry), start, end, fill=colour, width=self._width(width))

    def _angles(self, start: float, end: float) -> tuple[float, float]:
        return (start, end) if self._sign > 0 else (180 - end, 180 - start)

    def line(self, points: Points, colour: str, width: float, rounded: bool = True) -> None:
        placed = [self._point(x, y) for x, y in points]
        self._draw.line(placed, fill=colour, width=self._width(width), joint="curve")
        if rounded and width * self._k > 3:
            r = width * self._k / 2
            for x, y in (placed[0], placed[-1]):
                self._draw.ellipse([x - r, y - r, x + r, y + r], fill=colour)

    def petals(self, x: float, y: float, count: int, reach: float, r: float, fill: str) -> None:
        for i in range(count):
            turn = 2 * math.pi * i / count
            self.circle(x + math.cos(turn) * reach, y + math.sin(turn) * reach, r, fill)

    def text(self, x: float, y: float, words: str, size: float, fill: str, bold: float = 0.024) -> None:
        """`words` centred on `x`, `y`; never mirrored. `bold` thickens the strokes by a share of the size."""
        write(self._draw, self._point(x, y), words, max(6, round(size * self._k)), fill, bold)

    def text_width(self, words: str, size: float) -> float:
        return width_of(words, max(6, round(size * self._k))) / self._k


class Sheet:
    """One picture being drawn, `WIDTH` by `HEIGHT` units."""

    def __init__(self, ground: str):
        self._image = Image.new("RGB", (WIDTH * SUPERSAMPLING, HEIGHT * SUPERSAMPLING), ground)
        self.pen = Pen(ImageDraw.Draw(self._image), scale=SUPERSAMPLING)

    def jpeg(self, quality: int = 85) -> bytes:
        target = BytesIO()
        # 4:4:4, since flat colours fray along their edges when the chroma is thinned out.
        self._image.reduce(SUPERSAMPLING).save(target, "JPEG", quality=quality, subsampling=0)
        return target.getvalue()
