"""The search page over 120 labelled queries and 15 that should find nothing: a guard, not a proof."""

import json

import pytest

from tests.search.loader import load_profiles
from tests.search.scoring import page_search, score, summary

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


@pytest.fixture(scope="module")
def labelled(shared):
    """The folder of the labelled queries."""
    return shared / "search"


@pytest.fixture
def asked(labelled, client, db):
    """Scores one file of queries over the businesses of the page."""
    numbers = load_profiles(labelled / "profiles.json")
    search = page_search(client, kind="business")

    def ask(name):
        queries = json.loads((labelled / name).read_text(encoding="utf-8"))
        return score(queries, search, lambda result: numbers[result["title"]])

    return ask


def test_people_find_what_they_mean_and_nonsense_finds_nothing(asked):
    figures = summary(asked("queries.json"))
    assert figures.queries == 120
    assert figures.recall >= 0.98, figures
    assert figures.mrr >= 0.95, figures
    assert figures.zero <= 0.01, figures
    assert figures.precision >= 0.85, figures

    nothing = [row.query for row in asked("queries_negative.json") if not row.got]
    assert len(nothing) >= 14, nothing
