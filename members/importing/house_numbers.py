"""Tables of house numbers with coordinates, as anybody's program may have saved them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from site_core.text.house_numbers import number_key
from site_core.text.streets import street_key

from .reading import BadRow, UnknownFormat, records, refuse_spreadsheets
from .rows import LATITUDES, LONGITUDES, BadValue

#: What a column may be called, in lower case.
COLUMNS = {
    "street": ("street", "addr:street", "strasse", "straße", "str", "strassenname", "straßenname"),
    "number": ("housenumber", "house_number", "addr:housenumber", "number", "hausnummer", "hausnr", "hnr", "nr"),
    "postcode": ("postcode", "addr:postcode", "plz", "postleitzahl"),
    "latitude": ("lat", "latitude", "breite", "breitengrad"),
    "longitude": ("lon", "lng", "long", "longitude", "länge", "laenge", "längengrad", "laengengrad"),
}
REQUIRED = ("street", "number", "latitude", "longitude")
MAX_LENGTHS = {"street": 120, "number": 40}
_SPACE = re.compile(r"\s+")
_DECIMAL = re.compile(r"-?\d{1,3}(?:[.,]\d+)?")
_POSTCODE = re.compile(r"\d{5}")


@dataclass(frozen=True, slots=True)
class Door:
    """One house number as the file has it."""

    line: int
    street: str
    number: str
    postcode: str
    latitude: float
    longitude: float

    @property
    def key(self) -> tuple[str, str]:
        return street_key(self.street), number_key(self.number)


def read_doors(path: str | Path) -> Iterator[Door | BadRow]:
    """All house numbers of the file in its order; comma, semicolon or tab, UTF-8, UTF-16 or Windows-1252.

    Raises UnknownFormat before the first row, OSError where the file cannot be read.
    """
    lines = [line.removesuffix("\r") for line in _text(Path(path).read_bytes()).split("\n")]
    delimiter = max(",;\t", key=lines[0].count)
    header = [column.strip().strip('"').lower() for column in lines[0].split(delimiter)]
    places = _places(header)
    return _doors(records(lines, width=len(header), delimiter=delimiter), len(header), places)


def _text(content: bytes) -> str:
    refuse_spreadsheets(content)
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text.split("\n", 1)[0]:
        raise UnknownFormat(_("This is not a text file. Please save the table as CSV (UTF-8, commas)."))
    return text


def _places(header: list[str]) -> dict[str, int]:
    """Which column holds what."""
    places = {
        name: next(at for at, column in enumerate(header) if column in known)
        for name, known in COLUMNS.items()
        if any(column in known for column in header)
    }
    missing = [COLUMNS[name][0] for name in REQUIRED if name not in places]
    if missing:
        raise UnknownFormat(
            _("These columns are missing: %(missing)s. Expected are at least: %(expected)s.")
            % {"missing": ", ".join(missing), "expected": ", ".join(COLUMNS[name][0] for name in REQUIRED)}
        )
    return places


def _doors(found, width: int, places: dict[str, int]) -> Iterator[Door | BadRow]:
    for line, fields in found:
        try:
            if fields is None:
                raise BadValue(_("The quotation marks of this line do not match, or it is far too long."))
            if len(fields) != width:
                raise BadValue(
                    _("The line has %(found)s columns, expected are %(expected)s.")
                    % {"found": len(fields), "expected": width}
                )
            yield _door(line, {name: fields[at] for name, at in places.items()})
        except BadValue as error:
            yield BadRow(line, str(error))


def _door(line: int, values: dict[str, str]) -> Door:
    """The house number of these raw values; raises BadValue with the reason in plain words."""
    if any("\x00" in value or "\ufffd" in value for value in values.values()):
        raise BadValue(_("The line contains letters that cannot be read."))
    texts = {name: _SPACE.sub(" ", value).strip() for name, value in values.items()}
    for name, limit in MAX_LENGTHS.items():
        if len(texts[name]) > limit:
            raise BadValue(
                _("The column “%(column)s” is longer than %(limit)s characters.")
                % {"column": COLUMNS[name][0], "limit": limit}
            )
    if not street_key(texts["street"]):
        raise BadValue(_("The line has no street."))
    if not any(character.isdigit() for character in texts["number"]):
        raise BadValue(_("The line has no house number."))
    postcode = texts.get("postcode", "")
    return Door(
        line=line,
        street=texts["street"],
        number=texts["number"],
        postcode=postcode if _POSTCODE.fullmatch(postcode) else "",
        **_point(texts["latitude"], texts["longitude"]),
    )


def _point(latitude: str, longitude: str) -> dict[str, float]:
    shown = {"lat": latitude[:40], "lon": longitude[:40]}
    if not (_DECIMAL.fullmatch(latitude) and _DECIMAL.fullmatch(longitude)):
        raise BadValue(_("The coordinates are not numbers: “%(lat)s”, “%(lon)s”.") % shown)
    point = {"latitude": float(latitude.replace(",", ".")), "longitude": float(longitude.replace(",", "."))}
    if not (LATITUDES[0] <= point["latitude"] <= LATITUDES[1] and LONGITUDES[0] <= point["longitude"] <= LONGITUDES[1]):
        raise BadValue(_("The coordinates are not in or around Berlin: “%(lat)s”, “%(lon)s”.") % shown)
    return point
