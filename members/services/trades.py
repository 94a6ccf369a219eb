"""Loading the trades and languages that come with the platform."""

import json
from pathlib import Path

from django.db import transaction

from members.models import SpokenLanguage, Trade
from site_core.models.translated import OTHER_LANGUAGES

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def load_trades(*, overwrite=False) -> tuple[int, int]:
    """Adds the trades that are missing; returns (added, updated).

    What editors changed stays as it is, unless `overwrite` asks for the delivered state.
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
    if overwrite and any(getattr(trade, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(trade, name, value)
        trade.save()
        return trade, "updated"
    return trade, "kept"


def _names(names):
    return {"name": names["de"], **{f"name_{code}": names.get(code, "") for code in OTHER_LANGUAGES}}
