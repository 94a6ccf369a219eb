"""Reading GeoJSON (RFC 7946) that people upload: bounded in every direction, and plain about what is wrong."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from site_core.plan.errors import BadPlan

MAX_BYTES = 5_000_000
MAX_FEATURES = 5_000
MAX_POINTS = 100_000
#: How many levels of lists lie around a line or a ring.
_LINES = {"LineString": 0, "MultiLineString": 1}
_AREAS = {"Polygon": 1, "MultiPolygon": 2}
#: Where the kind of a street or an area stands, in the words of OpenStreetMap; the first that is filled counts.
_KINDS = ("boundary", "highway", "leisure", "natural", "water", "waterway", "landuse", "class", "kind")

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A street or an area; `parts` are its lines or its rings, each a run of (longitude, latitude)."""

    is_area: bool
    name: str
    kind: str
    parts: tuple[tuple[Point, ...], ...]

    @property
    def is_boundary(self) -> bool:
        return self.is_area and self.kind.startswith("boundary")


def read_shapes(content: bytes) -> list[Shape]:
    """The streets and areas in the bytes of a GeoJSON file; points and the like are passed over. Raises BadPlan."""
    if len(content) > MAX_BYTES:
        raise BadPlan(_("The file is too large: 5 MB at the most."))
    shapes, points = [], 0
    for feature in _features(_parsed(content)):
        shape = _shape(feature)
        if shape is None:
            continue
        points += sum(len(part) for part in shape.parts)
        if points > MAX_POINTS:
            raise BadPlan(_("The file holds too many points: 100,000 at the most."))
        shapes.append(shape)
    if not shapes:
        raise BadPlan(_("The file holds neither lines nor areas."))
    return shapes


def stored(shapes) -> list:
    """The shapes as plain lists, for a JSON column."""
    return [[shape.is_area, shape.name, shape.kind, [list(part) for part in shape.parts]] for shape in shapes]


def restored(rows) -> list[Shape]:
    """The shapes that `stored` made lists of."""
    return [
        Shape(is_area, name, kind, tuple(tuple((lon, lat) for lon, lat in part) for part in parts))
        for is_area, name, kind, parts in rows
    ]


def _parsed(content):
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadPlan(_("This is no GeoJSON file: it cannot be read as JSON.")) from error


def _no_number(word):
    raise ValueError(word)


def _features(data) -> Iterator[dict]:
    if not isinstance(data, dict):
        raise BadPlan(_("This is no GeoJSON file: a FeatureCollection is missing."))
    if data.get("type") == "Feature":
        data = {"features": [data]}
    features = data.get("features")
    if not isinstance(features, list):
        raise BadPlan(_("This is no GeoJSON file: a FeatureCollection is missing."))
    if len(features) > MAX_FEATURES:
        raise BadPlan(_("The file holds too many features: 5,000 at the most."))
    yield from (feature for feature in features if isinstance(feature, dict))


def _shape(feature) -> Shape | None:
    geometry, about = feature.get("geometry"), feature.get("properties")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(kind, str) or kind not in {**_LINES, **_AREAS}:
        return None
    about = about if isinstance(about, dict) else {}
    is_area = kind in _AREAS
    runs = list(_runs(geometry.get("coordinates"), (_AREAS if is_area else _LINES)[kind]))
    parts = tuple(part for part in map(_points, runs) if len(part) >= (4 if is_area else 2))
    if not parts:
        return None
    return Shape(is_area, _words(about.get("name"), 80), _kind(about), parts)


def _kind(about) -> str:
    for key in _KINDS:
        if value := _words(about.get(key), 40):
            return f"{key}={value}"
    return ""


def _words(value, limit) -> str:
    """A text that fits into XML and the database; "" for everything else."""
    if not isinstance(value, str):
        return ""
    kept = "".join(letter if letter.isprintable() else " " for letter in value)
    return " ".join(kept.split())[:limit].strip()


def _runs(value, depth) -> Iterator[list]:
    if not isinstance(value, list):
        raise BadPlan(_("The coordinates of a line or an area cannot be read."))
    if depth == 0:
        yield value
        return
    for each in value:
        yield from _runs(each, depth - 1)


def _points(run) -> tuple[Point, ...]:
    return tuple(_point(pair) for pair in run)


def _point(pair) -> Point:
    if not isinstance(pair, list) or len(pair) < 2 or not all(type(number) in (int, float) for number in pair[:2]):
        raise BadPlan(_("The coordinates of a line or an area cannot be read."))
    lon, lat = pair[:2]
    # Nearer to a pole a plan of a neighbourhood makes no sense.
    if not (-180 <= lon <= 180 and -85 <= lat <= 85):
        raise BadPlan(_("The coordinates are no longitude and latitude in degrees (WGS 84)."))
    return round(float(lon), 7), round(float(lat), 7)
