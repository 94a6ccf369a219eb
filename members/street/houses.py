"""Plain values for `components/street.html`, made from doors: which houses stand in a street, and what is in them."""

import re
from dataclasses import dataclass
from itertools import groupby
from zlib import crc32

from django.utils.translation import pgettext

from members.street.signs import Sign, sign_of
from members.street.trades import ground_floor, window_of
from members.street.walls import Wall, wall_for
from site_core.text.folding import sort_key

#: So many doors are drawn at once; a longer street is shown a stretch at a time.
MOST_DOORS = 40
#: A street with fewer houses gets neighbours, so that it looks like one.
FEWEST_HOUSES = 6
SHOPS_IN_A_HOUSE = 3
TREE, HOUSE = "tree", "house"


@dataclass(frozen=True)
class Door:
    """One profile with an address, as a line of a list shows it too. `plate` is its house number as written, `trades`
    the name of its first trade, `trade_slug` that one's slug."""

    pk: int
    title: str
    url: str
    plate: str = ""
    street: str = ""
    trades: str = ""
    trade_slug: str = ""
    colour: str = ""
    language: str = "de"
    is_open: bool = False
    status: str = ""
    is_initiative: bool = False

    @property
    def address(self) -> str:
        return f"{self.street} {self.plate}".strip()


@dataclass(frozen=True)
class Front:
    """A ground floor and who is in it: its kind, what stands in its window, its sign."""

    door: Door
    kind: str
    colour: str
    window: str
    sign: Sign
    mirrored: bool

    @property
    def words(self) -> str:
        """Trade, address and whether it is open, for the name of the link."""
        comma = pgettext("between the parts of an address", ", ")
        state = self.door.status or (pgettext("shop", "open") if self.door.is_open else "")
        return "".join(f"{comma}{part}" for part in (self.door.trades, self.door.address, state) if part)


@dataclass(frozen=True)
class Extra:
    """A tree, or a house in which nobody has a profile."""

    kind: str
    wall: Wall | None = None


@dataclass(frozen=True)
class House:
    """Fronts under one number, side by side; a garden has no wall. Extras stand before and after it."""

    number: str
    fronts: tuple[Front, ...]
    wall: Wall | None
    before: tuple[Extra, ...] = ()
    after: tuple[Extra, ...] = ()

    @property
    def plate_width(self) -> int:
        return max(46, 22 + 15 * len(self.number))

    @property
    def plate_middle(self) -> int:
        return self.plate_width // 2


@dataclass(frozen=True)
class Street:
    """`total` and `open_now` count all doors of the street, `doors` are the ones drawn, in walking order."""

    key: str
    name: str
    houses: tuple[House, ...]
    total: int
    open_now: int

    @property
    def doors(self) -> list[Door]:
        return [front.door for house in self.houses for front in house.fronts]

    @property
    def is_whole(self) -> bool:
        return len(self.doors) == self.total


def street_of(key: str, name: str, doors: list[Door], *, turn: int = 0) -> Street:
    """The street with these doors. Of a long one, the stretch whose `turn` it is."""
    along = sorted(doors, key=_way)
    stretches = -(-len(along) // MOST_DOORS) or 1
    at = turn % stretches * MOST_DOORS
    lots = list(_lots(along[at : at + MOST_DOORS]))
    return Street(key, name, tuple(_built(key, lots)), len(along), sum(door.is_open for door in along))


def tidy_number(number: str) -> str:
    """`3 A` and `3a` are one house; without a numeral there is no number."""
    text = "".join(number.split()).lower()
    return text if re.search(r"\d", text) else ""


def _way(door):
    """Along the street: 3, 3a, 12, then those whose number nobody knows."""
    number = tidy_number(door.plate)
    parts = re.search(r"(\d+)(.*)", number)
    place = (0, int(parts[1]), parts[2]) if parts else (1, 0, "")
    return *place, sort_key(door.title), door.pk


def _lots(along):
    """(number, doors) of every house: shops under one number share one, gardens and unknown numbers stand alone."""

    def lot(door):
        alone = not tidy_number(door.plate) or _floor(door) == "garden"
        return tidy_number(door.plate), door.pk if alone else 0

    for (number, _alone), group in groupby(along, key=lot):
        under_it = list(group)
        for start in range(0, len(under_it), SHOPS_IN_A_HOUSE):
            yield number, under_it[start : start + SHOPS_IN_A_HOUSE]


def _floor(door) -> str:
    return ground_floor(door.trade_slug, is_initiative=door.is_initiative)


def _built(key, lots):
    """The houses of the lots in order, trees between them, and plain houses where a short street has gaps."""
    wall = None
    missing = max(0, FEWEST_HOUSES - len(lots))
    for place, (number, doors) in enumerate(lots):
        seed = crc32(f"{key} {number or doors[0].pk}".encode())
        before = (Extra(TREE),) if place and seed % 3 == 0 else ()
        own = None if _floor(doors[0]) == "garden" else wall_for(seed, fronts=len(doors), beside=wall)
        gap = missing * (place + 1) // len(lots) - missing * place // len(lots)
        after, wall = _neighbours(seed + 1, gap, own or wall)
        fronts = tuple(_front(door, mirrored=(seed // 8 + nth) % 2 == 1) for nth, door in enumerate(doors))
        yield House(number, fronts, own, before, after)


def _neighbours(seed, houses, beside):
    """Plain houses, a tree behind every second one, and the wall that stands last."""
    extras = []
    for place in range(houses):
        beside = wall_for(seed + 31 * place, beside=beside)
        extras.append(Extra(HOUSE, beside))
        if place % 2 == 0:
            extras.append(Extra(TREE))
    return tuple(extras), beside


def _front(door, *, mirrored) -> Front:
    return Front(
        door=door,
        kind=_floor(door),
        colour=door.colour or "shop",
        window=window_of(door.trade_slug, door.colour),
        sign=sign_of(door.title),
        mirrored=mirrored,
    )
