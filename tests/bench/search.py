"""Search and suggest over the businesses of Neukölln (2,000) and of Berlin (31,000): `make bench`.

CPU time of results with all facets, as the search page asks for them, warm, without the template; and of indexing
10,000 profiles. Ends with an error where a limit is passed. On PostgreSQL: `python -m tests.bench.on_postgres search`;
the CPU time is then that of Django alone, and the wall clock stands beside it.
"""

import gc
import json
import math
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.services.setup import set_up_site
from members.models import BusinessPage, ProfileRecord
from search import query
from search.filters import facets
from search.suggest import suggestions
from site_core.search_index import index_pages
from tests.bench.many import add_businesses

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).resolve().parents[3] / "shared"))
#: File of businesses, and most milliseconds of a search (p99) over them.
SIZES = (("neukoelln_osm.csv", 60), ("berlin_osm.csv", 150))
SUGGEST_LIMIT, MOST_QUERIES, INDEX_LIMIT, INDEXED = 25, 10, 30, 10_000
PER_PAGE = 20
NAMES, STREETS = 60, 20


@dataclass(frozen=True)
class Figures:
    """Milliseconds of CPU and of the wall clock, for each question asked, and the most queries one took."""

    cpu: list[float]
    wall: list[float]
    queries: int
    slowest: str

    def __str__(self):
        return (
            f"CPU p50 {_share(self.cpu, 0.5):.1f} ms, p99 {_share(self.cpu, 0.99):.1f} ms "
            f"(wall p50 {_share(self.wall, 0.5):.1f}, p99 {_share(self.wall, 0.99):.1f}); "
            f"{len(self.cpu)} asked, at most {self.queries} queries; slowest »{self.slowest}«"
        )

    def within(self, limit) -> bool:
        return _share(self.cpu, 0.99) <= limit and self.queries <= MOST_QUERIES


def _share(values, share):
    return sorted(values)[math.ceil(share * len(values)) - 1]


def texts() -> list[str]:
    """What is asked: the labelled queries, and names and the most frequent streets of the data."""
    labelled = json.loads((SHARED / "search" / "queries.json").read_text("utf-8"))
    titles = list(BusinessPage.objects.order_by("pk").values_list("title", flat=True))
    streets = Counter(BusinessPage.objects.exclude(street="").values_list("street", flat=True))
    names = titles[:: max(1, len(titles) // NAMES)][:NAMES]
    return [query["q"] for query in labelled] + names + [street for street, _number in streets.most_common(STREETS)]


def search(text):
    answer = query.answer(text)
    query.results(answer.pages[:PER_PAGE], answer)
    facets(answer.matching, answer.filters, moment=answer.moment)


def measured(asked, ask) -> Figures:
    """Each asked twice, the second time is measured."""
    cpu, wall, queries = {}, {}, 0
    for text in asked:
        with CaptureQueriesContext(connection) as captured:
            ask(text)
        queries = max(queries, len(captured))
    gc.collect()
    for text in asked:
        cpu_before, wall_before = time.process_time(), time.perf_counter()
        ask(text)
        cpu[text] = (time.process_time() - cpu_before) * 1000
        wall[text] = (time.perf_counter() - wall_before) * 1000
    return Figures(list(cpu.values()), list(wall.values()), queries, max(cpu, key=cpu.get))


def index(ids) -> float:
    """Seconds of CPU to index these pages."""
    before = time.process_time()
    index_pages(BusinessPage, ids)
    return time.process_time() - before


def main():
    if not SHARED.is_dir():
        sys.exit(f"no shared data at {SHARED}")
    set_up_site()
    good = True
    for file, limit in SIZES:
        BusinessPage.objects.all().delete()
        ProfileRecord.objects.all().delete()
        ids = add_businesses(SHARED / "data" / "businesses" / file)
        seconds = index(ids[:INDEXED])
        index(ids[INDEXED:])
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        asked = texts()
        searched = measured(asked, search)
        suggested = measured(sorted({text[:length] for text in asked for length in (2, 3, 5)}), suggestions)
        print(f"{len(ids)} profiles, {connection.vendor}", flush=True)
        print(f"  index of {len(ids[:INDEXED])}: {seconds:.1f} s CPU")
        print(f"  search: {searched}")
        print(f"  suggest: {suggested}", flush=True)
        good = good and seconds <= INDEX_LIMIT and searched.within(limit) and suggested.within(SUGGEST_LIMIT)
    sys.exit(not good)
