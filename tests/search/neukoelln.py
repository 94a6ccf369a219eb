"""Queries in four languages over the real businesses of Neukölln: `python -m tests.search neukoelln`.

What belongs to a query follows from the columns of the file (kind, category, cuisine, street, words in the name), so
nobody judged single hits. Every second query is kept back: its misses are not shown, and no word was chosen for it.
"""

import json
import re
from pathlib import Path

from home.services.setup import set_up_site
from members.importing import BadRow, read_rows
from members.models import ProfileRecord
from members.services.osm_import import import_osm
from site_core.text.folding import fold
from tests.search.scoring import Scored, page_search, score

FILE = "neukoelln_osm.csv"
QUERIES = Path(__file__).parent / "neukoelln_queries.json"


def load(path: Path):
    """A new site with every business of the file; returns page id → row."""
    set_up_site()
    rows = [row for row in read_rows(path) if not isinstance(row, BadRow)]
    import_osm(rows)
    by_key = {row.key: row for row in rows}
    records = ProfileRecord.objects.filter(source=ProfileRecord.Source.OSM).values_list("page_id", "source_id")
    return {page_id: by_key[key] for page_id, key in records}


def queries(rows: dict) -> list[dict]:
    """The queries with the ids of the pages that belong to them."""
    content = json.loads(QUERIES.read_text(encoding="utf-8"))
    found = []
    for query in content["queries"]:
        belongs = _rule(query, content["sets"])
        found.append({**query, "relevant": [page_id for page_id, row in rows.items() if belongs(row)]})
        assert found[-1]["relevant"], query["q"]
    return found


def scored(client, asked: list[dict]) -> list[Scored]:
    return score(asked, page_search(client, kind="business"), lambda result: result["id"])


def _rule(query, sets):
    if "names" in query:
        return lambda row: row.name in query["names"]
    wanted = sets[query["of"]]
    pattern = re.compile(rf"(?:{wanted['name']})") if "name" in wanted else None

    def belongs(row):
        kitchens = {kitchen.strip() for kitchen in row.cuisine.split(";")}
        is_one = (
            row.osm_kind in wanted.get("kind", ())
            or row.category in wanted.get("category", ())
            or not kitchens.isdisjoint(wanted.get("cuisine", ()))
            or (pattern is not None and pattern.search(fold(row.name)))
        )
        return bool(is_one and row.street == query.get("street", row.street))

    return belongs
