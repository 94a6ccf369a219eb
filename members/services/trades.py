"""Loading the trades and languages that come with the platform."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.db import transaction

from members.models import SpokenLanguage, Trade
from site_core.models.translated import OTHER_LANGUAGES

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def load_trades(*, overwrite=False) -> tuple[int, int]:
    """Adds the trades that are missing and brings names and words up to date; returns (added, updated).

    What editors changed stays as it is, unless `overwrite` asks for the delivered state. What nobody changed is known
    by its digest: former_trades.txt holds those of every value that was delivered once and no longer is.
    """
    counts = {"added": 0, "updated": 0, "kept": 0}
    for branch in json.loads((DATA / "trades.json").read_text("utf-8")):
        parent, done = _store(branch, None, overwrite)
        counts[done] += 1
        for craft in branch["trades"]:
            _trade, done = _store({"colour": branch["colour"], **craft}, parent, overwrite)
            counts[done] += 1
    return counts["added"], counts["updated"]


@transaction.atomic
def load_languages() -> int:
    """Adds the spoken languages that are missing; returns how many."""
    added = 0
    for code, names in json.loads((DATA / "languages.json").read_text("utf-8")).items():
        _language, created = SpokenLanguage.objects.get_or_create(code=code, defaults=_names(names))
        added += created
    return added


def osm_index() -> dict[str, str]:
    """OpenStreetMap key to trade slug, as the editors have it now."""
    return {
        key.strip(): slug
        for slug, keys in Trade.objects.exclude(osm_keys="").values_list("slug", "osm_keys")
        for key in keys.splitlines()
        if key.strip()
    }


def _store(data, parent, overwrite):
    values = {
        **_names(data["name"]),
        **{f"synonyms_{code}": "\n".join(data["synonyms"].get(code, [])) for code in ("de", *OTHER_LANGUAGES)},
        "osm_keys": "\n".join(data["osm"]),
        "schema_type": data["schema_type"],
        "colour": data["colour"],
        "parent": parent,
    }
    trade, created = Trade.objects.get_or_create(slug=data["slug"], defaults=values)
    if created:
        return trade, "added"
    changed = {name: value for name, value in values.items() if getattr(trade, name) != value}
    if not overwrite:
        former = _former()
        changed = {name: value for name, value in changed.items() if digest(trade, name) in former}
    if not changed:
        return trade, "kept"
    for name, value in changed.items():
        setattr(trade, name, value)
    trade.save()
    return trade, "updated"


def digest(trade, name) -> str:
    """Stands for this trade's value of a field, as former_trades.txt lists it."""
    return hashlib.sha256(f"{trade.slug}\n{name}\n{getattr(trade, name)}".encode()).hexdigest()[:12]


@cache
def _former() -> frozenset[str]:
    return frozenset((DATA / "former_trades.txt").read_text("utf-8").split())


def _names(names):
    return {"name": names["de"], **{f"name_{code}": names.get(code, "") for code in OTHER_LANGUAGES}}
