"""What part of the world the plan shows, and the way from degrees to its units and back."""

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from site_core.plan.errors import BadPlan

#: Units of the longer side.
LONG_SIDE = 2000
METRES_A_DEGREE = 111_320
#: Degrees; some 50 km.
MAX_EXTENT = 0.5
_MARGIN = 0.045
_SAMPLES = 4000
#: Neither a ribbon nor a tower.
_NARROWEST = 0.55


@dataclass(frozen=True)
class Frame:
    """Equirectangular at the plan's mean latitude: `x_scale` and `y_scale` are units a degree."""

    west: float
    north: float
    x_scale: float
    y_scale: float
    width: int
    height: int

    @property
    def metre(self) -> float:
        """Units a metre."""
        return self.y_scale / METRES_A_DEGREE

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.x_scale, (self.north - lat) * self.y_scale

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """(longitude, latitude) of a place on the plan: the way back from `place`."""
        return self.west + x / self.x_scale, self.north - y / self.y_scale

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= self.width and 0 <= y <= self.height


def frame_of(streets, boundary) -> Frame:
    """Around the streets within the boundary; around all streets where there is none. Raises BadPlan."""
    points = [point for street in streets for part in street.parts for point in part]
    rings = [part for area in boundary for part in area.parts]
    inside = [point for point in _sampled(streets) if any(_within(point, ring) for ring in rings)] if rings else []
    return _around(inside or [point for ring in rings for point in ring] or points)


def _sampled(streets) -> list:
    """Some thousand points along the streets: of long pieces several, of very many pieces not each."""
    pieces = [pair for street in streets for part in street.parts for pair in zip(part, part[1:], strict=False)]
    pieces = pieces[:: len(pieces) // _SAMPLES + 1]
    steps = max(1, min(16, _SAMPLES // (len(pieces) or 1)))
    return [
        (lon_1 + (lon_2 - lon_1) * number / steps, lat_1 + (lat_2 - lat_1) * number / steps)
        for (lon_1, lat_1), (lon_2, lat_2) in pieces
        for number in range(steps + 1)
    ]


def _within(point, ring) -> bool:
    """Whether a ring goes around the point (even-odd rule)."""
    lon, lat = point
    inside = False
    for (lon_1, lat_1), (lon_2, lat_2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (lat_1 > lat) != (lat_2 > lat) and lon < (lon_2 - lon_1) * (lat - lat_1) / (lat_2 - lat_1) + lon_1:
            inside = not inside
    return inside


def _around(points) -> Frame:
    lons, lats = [lon for lon, _lat in points], [lat for _lon, lat in points]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    if max(east - west, north - south) > MAX_EXTENT:
        raise BadPlan(_("The plan is too large: it may measure 50 kilometres at the most."))
    squeeze = math.cos(math.radians((south + north) / 2))
    # In degrees of latitude, so that both directions compare.
    width, height = (east - west) * squeeze, north - south
    long_side = max(width, height)
    if long_side * METRES_A_DEGREE < 20:
        raise BadPlan(_("The plan is too small: its streets lie at one point."))
    margin = long_side * _MARGIN
    wanted = [max(side + 2 * margin, (long_side + 2 * margin) * _NARROWEST) for side in (width, height)]
    scale = LONG_SIDE / max(wanted)
    return Frame(
        west=round((west + east) / 2 - wanted[0] / 2 / squeeze, 7),
        north=round((south + north) / 2 + wanted[1] / 2, 7),
        x_scale=round(scale * squeeze, 4),
        y_scale=round(scale, 4),
        width=round(wanted[0] * scale),
        height=round(wanted[1] * scale),
    )
