"""»In meiner Nähe«: the place a directory is sorted from, written in its address as a point or a street."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from members.models.house_numbers import HouseNumber
from members.models.profiles import BusinessPage, InitiativePage
from site_core.text.folding import sort_key
from site_core.text.streets import street_key

#: Four decimals are about ten metres: near enough to sort doors, too far to tell which one somebody stands at.
DECIMALS = 4
LONGEST = 120
_NUMBER = r"(-?\d{1,3}(?:\.\d{1,20})?)"
_POINT = re.compile(rf"\s*{_NUMBER}\s*,\s*{_NUMBER}\s*")


@dataclass(frozen=True)
class Origin:
    """Where the list begins; `written` stands in the address, `street` is empty for a position."""

    latitude: float
    longitude: float
    written: str
    street: str = ""

    @property
    def label(self) -> str:
        return _("Near %(street)s") % {"street": self.street} if self.street else _("Near me")


def origin_of(text) -> Origin | None:
    """The place of `52.4766,13.4237` or of a street's key; None for anything else."""
    if not text or len(text) > LONGEST or "\x00" in text:
        return None
    if point := _POINT.fullmatch(text):
        return _position(float(point[1]), float(point[2]))
    key = street_key(text)
    return _street(key) if key else None


def _position(latitude, longitude):
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    latitude, longitude = round(latitude, DECIMALS), round(longitude, DECIMALS)
    return Origin(latitude, longitude, f"{latitude:.{DECIMALS}f},{longitude:.{DECIMALS}f}")


def _street(key):
    """The middle of a street: of its doors, else of the profiles in it."""
    for rows in (HouseNumber.objects.all(), BusinessPage.objects.visible(), InitiativePage.objects.visible()):
        if found := rows.middle_of(key):
            return Origin(found["latitude"], found["longitude"], key, found["street"])
    return None


def streets_to_choose(choices) -> list[tuple[str, str]]:
    """(key, name) of every street somebody may stand in: those with doors, and the `choices` of the street filter."""
    names = {choice.slug: choice.label for choice in choices} | dict(HouseNumber.objects.streets())
    return sorted(names.items(), key=lambda street: sort_key(street[1]))
