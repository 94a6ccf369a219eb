"""House numbers: read into the table, and an address turned into a point."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from members.importing import BadRow
from members.importing.house_numbers import Door
from members.models.house_numbers import HouseNumber
from site_core.text.house_numbers import number_key, spans
from site_core.text.streets import street_key

BATCH = 500
FIELDS = ("street", "number", "postcode", "latitude", "longitude")


@dataclass
class Report:
    """What an import did, or with `dry_run` would have done. `refused` lists (line, reason)."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """The point of an address. `number` is the door it is taken from; not `exact`: the nearest one there is."""

    latitude: float
    longitude: float
    street: str
    number: str
    exact: bool


def import_house_numbers(rows: Iterable[Door | BadRow], *, dry_run=False, progress: Callable = iter) -> Report:
    """Adds and updates house numbers; what the file does not name stays. Good rows are stored, bad ones listed."""
    report, seen, batch = Report(), set(), []
    for row in progress(rows):
        if isinstance(row, BadRow):
            report.refused.append((row.line, row.reason))
        elif row.key in seen:
            report.refused.append((row.line, _("the same house number stands in the file twice")))
        else:
            seen.add(row.key)
            batch.append(row)
        if len(batch) == BATCH:
            _store(batch, report, dry_run)
            batch = []
    _store(batch, report, dry_run)
    report.refused.sort()
    return report


@transaction.atomic
def _store(batch, report, dry_run):
    """One batch, in the same number of queries whatever it holds."""
    streets = {door.key[0] for door in batch}
    stored = {(row.street_key, row.number_key): row for row in HouseNumber.objects.filter(street_key__in=streets)}
    new, changed = [], []
    for door in batch:
        values = {name: getattr(door, name) for name in FIELDS}
        row = stored.get(door.key)
        if row is None:
            new.append(HouseNumber(street_key=door.key[0], number_key=door.key[1], **values))
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            changed.append(row)
        else:
            report.unchanged += 1
    report.added += len(new)
    report.updated += len(changed)
    if not dry_run:
        HouseNumber.objects.bulk_create(new)
        HouseNumber.objects.bulk_update(changed, FIELDS)


def point_for(*, street, number) -> Found | None:
    """Where an address is: its own door, else the number without its letter, else the nearest one of the street."""
    wanted = spans(number or "")
    if not wanted or not street_key(street or ""):
        return None
    doors = list(HouseNumber.objects.in_street(street))
    key = number_key(number)
    for door in doors:
        if door.number_key == key:
            return _found(door, exact=True)
    if not doors:
        return None
    return _found(min(doors, key=lambda door: (_apart(door, wanted[0]), len(door.number_key), door.number_key)))


def point_fields(*, street, number) -> dict:
    """The point of an address as fields of a new profile; empty where it is not known."""
    found = point_for(street=street, number=number)
    return {"latitude": found.latitude, "longitude": found.longitude} if found else {}


def place_profile(*, page, before=None) -> bool:
    """Gives a profile the point of its address where it has none; returns whether it did. The caller saves the page.

    `before` is (street, number, latitude, longitude) as last stored: a point that came from that address follows the
    new one. A point set by hand stays.
    """
    point = (page.latitude, page.longitude)
    if point != (None, None) and not (before and _follows(page, point, before)):
        return False
    found = point_for(street=page.street, number=page.house_number)
    if found is None or (found.latitude, found.longitude) == point:
        return False
    page.latitude, page.longitude = found.latitude, found.longitude
    return True


def _follows(page, point, before) -> bool:
    """Whether the address changed, the point did not, and the point is the one of the old address."""
    street, number, *old = before
    if (page.street, page.house_number) == (street, number) or point != tuple(old):
        return False
    found = point_for(street=street, number=number)
    return found is not None and (found.latitude, found.longitude) == point


def _apart(door, wanted) -> int:
    """How far the plain numbers of a door are from the wanted ones; 0 where they meet."""
    return min((max(first - wanted[1], wanted[0] - last, 0) for first, last in spans(door.number)), default=10**6)


def _found(door, *, exact=False) -> Found:
    return Found(door.latitude, door.longitude, door.street, door.number, exact)
