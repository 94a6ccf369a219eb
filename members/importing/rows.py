"""One row of an OpenStreetMap file, read and checked."""

import hashlib
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from site_core.text.folding import fold

# The record keeps the key in 200 characters.
MAX_KEY = 200
# Longer values are a broken line, not an entry; the import trims the rest to what its fields hold.
MAX_LENGTHS = {
    "osm_id": 30,
    "osm_kind": 80,
    "category": 80,
    "name": 255,
    "street": 120,
    "housenumber": 40,
    "postcode": 10,
    "city": 60,
    "website": 500,
    "opening_hours": 1000,
    "wheelchair": 40,
    "cuisine": 255,
}
# Wide enough for every suburb; a "Berlin" in Maryland, a 0/0 or a swapped point falls outside.
LATITUDES = (52.0, 53.0)
LONGITUDES = (12.5, 14.3)
_WHEELCHAIR = {"yes": "yes", "designated": "yes", "limited": "limited", "half": "limited", "no": "no"}
_SPACE = re.compile(r"\s+")


class BadValue(ValueError):
    """A value no entry can be made of; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as the file has it; texts are stripped, with single spaces.

    `line` is its first line in the file, `lat` and `lon` are degrees (WGS 84), both or neither. `opening_hours`
    is the raw OSM value.
    """

    line: int
    osm_id: str
    osm_kind: str
    category: str
    name: str
    street: str
    housenumber: str
    postcode: str
    city: str
    lat: float | None
    lon: float | None
    website: str
    opening_hours: str
    wheelchair: str
    cuisine: str

    @property
    def key(self) -> str:
        """What stays the same from one import to the next, at most 200 characters.

        The id with the folded name, for one id can hold two shops; without id the folded name and the point to five
        decimals (about a metre).
        """
        name = fold(self.name) or self.name.casefold()
        point = "" if self.lat is None else f"{self.lat:.5f},{self.lon:.5f}"
        key = f"{self.osm_id}:{name}" if self.osm_id else f"{name}:{point}"
        if len(key) <= MAX_KEY:
            return key
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        return f"{key[: MAX_KEY - 17]}:{digest}"

    @property
    def access(self) -> str:
        """Whether a wheelchair gets in: yes, limited, no or unknown."""
        return _WHEELCHAIR.get(self.wheelchair.split(";")[0].strip().lower(), "unknown")


def checked_row(line: int, values: dict[str, str]) -> Row:
    """The row of these raw values; raises BadValue with the reason in plain words."""
    if any("\x00" in value for value in values.values()):
        raise BadValue(_("The line contains characters that do not belong in a text file (NUL)."))
    texts = {column: _SPACE.sub(" ", values.get(column, "")).strip() for column in MAX_LENGTHS}
    for column, limit in MAX_LENGTHS.items():
        if len(texts[column]) > limit:
            raise BadValue(
                _("The column “%(column)s” is longer than %(limit)s characters.") % {"column": column, "limit": limit}
            )
    if not any(character.isalnum() for character in texts["name"]):
        raise BadValue(_("The entry has no name."))
    lat, lon = _point(values.get("lat", ""), values.get("lon", ""))
    return Row(line=line, lat=lat, lon=lon, **texts)


def _point(lat: str, lon: str) -> tuple[float | None, float | None]:
    if not lat.strip() and not lon.strip():
        return None, None
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise BadValue(
            _("The coordinates are not numbers: “%(lat)s”, “%(lon)s”.") % {"lat": lat[:40], "lon": lon[:40]}
        ) from None
    # Comparing this way round refuses NaN as well.
    if not (LATITUDES[0] <= point[0] <= LATITUDES[1] and LONGITUDES[0] <= point[1] <= LONGITUDES[1]):
        raise BadValue(
            _("The coordinates are not in or around Berlin: “%(lat)s”, “%(lon)s”.") % {"lat": lat[:40], "lon": lon[:40]}
        )
    return point
