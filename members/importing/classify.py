"""Which trade an entry belongs to, or why it is no business and no organisation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_core.text.folding import fold

from .hints import HINTS, KITCHENS, SPORTS_GROUND
from .rows import Row

# The broad categories of the files, as the OSM key that says the same.
CATEGORY_KEYS = {
    "art-galleries": "tourism=artwork",
    "bars": "amenity=bar",
    "beer-gardens": "amenity=biergarten",
    "cafes": "amenity=cafe",
    "childcare": "amenity=kindergarten",
    "cinemas": "amenity=cinema",
    "clinics": "amenity=clinic",
    "community-centers": "amenity=community_centre",
    "convenience-stores": "shop=convenience",
    "coworking-spaces": "amenity=coworking_space",
    "culture": "amenity=arts_centre",
    "doctors": "amenity=doctors",
    "fast-food-restaurants": "amenity=fast_food",
    "finance": "amenity=bank",
    "fitness-centers": "leisure=fitness_centre",
    "food-courts": "amenity=fast_food",
    "gastronomy": "amenity=restaurant",
    "grocery-stores": "shop=supermarket",
    "health": "amenity=doctors",
    "hospitals": "amenity=hospital",
    "ice-cream-parlours": "amenity=ice_cream",
    "libraries": "amenity=library",
    "marketplaces": "amenity=marketplace",
    "museums": "tourism=museum",
    "nightclubs": "amenity=nightclub",
    "offices": "office=company",
    "pharmacies": "amenity=pharmacy",
    "post-offices": "amenity=post_office",
    "pubs": "amenity=pub",
    "restaurants": "amenity=restaurant",
    "retail": "shop=general",
    "sport": "leisure=sports_centre",
    "sport-centers": "leisure=sports_centre",
    "supermarkets": "shop=supermarket",
    "theaters": "amenity=theatre",
}
# Where only "gastronomy" is known, or the entry is a snack bar, the kitchen tells more.
CUISINE_KEYS = {
    "coffee": "amenity=cafe",
    "coffee_shop": "amenity=cafe",
    "cake": "amenity=cafe",
    "ice_cream": "amenity=ice_cream",
    "tea": "amenity=cafe",
}
REFINED_BY_CUISINE = ("amenity=fast_food", "amenity=restaurant")
# Whose kitchen is a trade of its own beside theirs, where one carries its key ("cuisine=sushi").
WITH_KITCHEN = (*REFINED_BY_CUISINE, "amenity=bar", "amenity=biergarten", "amenity=cafe", "amenity=pub")
MAX_KITCHENS = 3
_NOT_A_KEY = re.compile(r"[^a-z]+")
# An OSM key nobody entered at a trade falls back on the broad one of its family.
FAMILIES = {"club": "club=yes", "office": "office=company", "healthcare": "amenity=doctors"}

_ARTWORK = gettext_lazy("A work of art or a fountain in public space, not a business.")
_GREEN = gettext_lazy("Public green or part of a garden, not a business.")
_MACHINE = gettext_lazy("A machine, not a business.")
NO_BUSINESSES = {
    "amenity=atm": _MACHINE,
    "amenity=bicycle_parking": gettext_lazy("A place to park bicycles, not a business."),
    "amenity=bicycle_repair_station": gettext_lazy("A public repair stand, not a business."),
    "amenity=fountain": _ARTWORK,
    "amenity=parking": gettext_lazy("A car park, not a business."),
    "amenity=photo_booth": _MACHINE,
    "amenity=public_bookcase": gettext_lazy("A public bookcase, not a business."),
    "amenity=vending_machine": _MACHINE,
    "leisure=fitness_station": gettext_lazy("Outdoor exercise equipment, not a business."),
    "leisure=park": _GREEN,
    "leisure=pitch": gettext_lazy("An open sports pitch, not a business."),
    "leisure=playground": gettext_lazy("A playground, not a business."),
}
# Kinds that are a business only where the name or an operator says so.
RARELY_BUSINESSES = {"leisure=garden": _GREEN, "tourism=artwork": _ARTWORK}


@dataclass(frozen=True, slots=True)
class Classified:
    """A business or organisation, the slug of its trade, and of the kitchens it is known for."""

    trade_slug: str
    kitchens: tuple[str, ...] = ()

    @property
    def trade_slugs(self) -> list[str]:
        return sorted({self.trade_slug, *self.kitchens})


@dataclass(frozen=True, slots=True)
class NotABusiness:
    """Nothing to make a profile of; the reason is a sentence for the person who runs the import."""

    reason: str


def classify(row: Row, *, by_osm_key: Mapping[str, str]) -> Classified | NotABusiness:
    """The trade of this row, from its OSM kind, else from its category, refined by cuisine and name.

    `by_osm_key` maps OSM keys ("shop=bakery") to slugs of trades; what it lacks is refused with the key named.
    """
    kind = row.osm_kind if row.osm_kind.partition("=")[2] else ""
    refusal = _refusal(kind)
    if refusal:
        return NotABusiness(refusal)
    base = kind or CATEGORY_KEYS.get(row.category, "")
    if not base:
        return NotABusiness(
            _("Neither an OpenStreetMap key nor a known category: “%(category)s”.") % {"category": row.category}
        )
    if base == "leisure=sports_centre" and SPORTS_GROUND.search(fold(row.name)) and not _has_operator(row):
        return NotABusiness(_("A public sports ground or sports hall, not a business."))
    known = [key for key in _candidates(base, row, has_kind=bool(kind)) if key in by_osm_key]
    if known:
        return Classified(by_osm_key[known[0]], _kitchens(base, row, by_osm_key))
    return NotABusiness(_without_trade(base))


def _has_operator(row: Row) -> bool:
    """Whether somebody keeps hours or a website for it."""
    return bool(row.opening_hours or row.website)


def _has_own_website(row: Row) -> bool:
    """Whether the website is all about it, and not a page below the site of the park around."""
    return bool(row.website) and not row.website.partition("://")[2].rstrip("/").count("/")


def _candidates(base: str, row: Row, *, has_kind: bool) -> list[str]:
    """OSM keys that may stand for this row, the most telling first."""
    family = FAMILIES.get(base.partition("=")[0], "")
    name = fold(row.name)
    candidates = []
    if not has_kind or base == "amenity=fast_food":
        candidates += _by_cuisine(base, row.cuisine)
    hints = HINTS.get(base, ())
    candidates += [key for pattern, key in hints if pattern.search(name)][:1]
    if base == "leisure=garden" and (row.opening_hours or _has_own_website(row)):
        # Somebody opens and closes it, or speaks for it: not just green.
        candidates.append("leisure=community_garden")
    return [*candidates, base, family]


def _by_cuisine(base: str, cuisine: str) -> list[str]:
    if base not in REFINED_BY_CUISINE:
        return []
    kitchens = [kitchen.strip().lower() for kitchen in cuisine.split(";")]
    return [CUISINE_KEYS[kitchen] for kitchen in kitchens if kitchen in CUISINE_KEYS][:1]


def _kitchens(base: str, row: Row, by_osm_key: Mapping[str, str]) -> tuple[str, ...]:
    """Trades of the kitchens the file names, then of those the name gives away."""
    if base not in WITH_KITCHEN:
        return ()
    keys = [f"cuisine={_NOT_A_KEY.sub('_', kitchen.strip().lower())}" for kitchen in row.cuisine.split(";")]
    if base in REFINED_BY_CUISINE:
        name = fold(row.name)
        keys += [key for pattern, key in KITCHENS if pattern.search(name)]
    return tuple(dict.fromkeys(by_osm_key[key] for key in keys if key in by_osm_key))[:MAX_KITCHENS]


def _refusal(kind: str) -> str:
    """Why a thing of this kind can never be a business; empty where it may be one."""
    if kind.startswith(("historic=", "memorial=")):
        return _("A monument or memorial, not a business.")
    return str(NO_BUSINESSES.get(kind, ""))


def _without_trade(base: str) -> str:
    if base in RARELY_BUSINESSES:
        return str(RARELY_BUSINESSES[base])
    return _("No trade carries the OpenStreetMap key “%(key)s”.") % {"key": base}
