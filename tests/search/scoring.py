"""Scores the search page over labelled queries, as the score.py beside them does: at most ten hits count.

`python -m tests.search [category]` prints the figures and every query that is not answered perfectly.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import mean

TOP = 10


@dataclass(frozen=True)
class Scored:
    """One query with what should come and what came, best first, as ids."""

    category: str
    query: str
    wanted: frozenset
    got: tuple

    @property
    def hits(self) -> list[bool]:
        return [each in self.wanted for each in self.got]

    @property
    def recall(self) -> float:
        return sum(self.hits) / min(len(self.wanted), TOP)

    @property
    def reciprocal_rank(self) -> float:
        return next((1 / place for place, hit in enumerate(self.hits, 1) if hit), 0.0)

    @property
    def precision(self) -> float:
        return sum(self.hits) / len(self.got) if self.got else 0.0


@dataclass(frozen=True)
class Summary:
    """Means over queries that should find something; shares between 0 and 1."""

    queries: int
    recall: float
    mrr: float
    zero: float
    precision: float

    def __str__(self):
        return (
            f"{self.queries} queries: recall@10 {self.recall:.3f}, MRR {self.mrr:.3f}, "
            f"zero results {self.zero:.3f}, precision {self.precision:.3f}"
        )


def page_search(client, **filters) -> Callable[[str], list[dict]]:
    """Asks the real page; returns the results of its first page as JSON has them."""

    def search(text):
        answer = client.get("/suche/", {"q": text, "format": "json", **filters})
        assert answer.status_code == 200, text
        return json.loads(answer.content)["results"]

    return search


def score(queries: Iterable[dict], search: Callable, identify: Callable) -> list[Scored]:
    """Every query asked; `identify` makes an id like those in `relevant` of a result."""
    return [
        Scored(
            category=query["category"],
            query=query["q"],
            wanted=frozenset(query["relevant"]),
            got=tuple(map(identify, search(query["q"])[:TOP])),
        )
        for query in queries
    ]


def summary(rows: list[Scored]) -> Summary:
    return Summary(
        queries=len(rows),
        recall=mean(row.recall for row in rows),
        mrr=mean(row.reciprocal_rank for row in rows),
        zero=mean(not row.got for row in rows),
        precision=mean(row.precision for row in rows),
    )


def report(rows: list[Scored], name_of: Callable, *, only="", out=sys.stdout):
    """The figures by category, and below each what was missed (−) and what should not have come (+)."""
    print(summary(rows), file=out)
    for category in dict.fromkeys(row.category for row in rows):
        of_category = [row for row in rows if row.category == category]
        print(f"\n{category}: {summary(of_category)}", file=out)
        for row in of_category:
            if (only and only != category) or (row.recall == row.precision == 1):
                continue
            print(f"  »{row.query}« recall {row.recall:.2f}, first {row.reciprocal_rank:.2f}", file=out)
            missed = sorted(map(str, map(name_of, row.wanted - set(row.got))))
            print(*(f"    - {name}" for name in missed[:TOP]), sep="\n", file=out)
            print(*(f"    + {name_of(each)}" for each in row.got if each not in row.wanted), sep="\n", file=out)
