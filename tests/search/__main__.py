"""Prints what queries find and miss: `python -m tests.search [labelled|neukoelln] [category]`.

Against PostgreSQL where TEST_DATABASE_URL says so. Loading Neukölln takes a minute;
ends with an error where people find less there than they should.
"""

import json
import os
import sys
from pathlib import Path

import django
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).resolve().parents[3] / "shared"))


def main(which="labelled", only=""):
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_core.settings.test"
    django.setup()
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, serialize=False)
    {"labelled": labelled, "neukoelln": neukoelln}[which](only)


def labelled(only):
    from tests.search.loader import load_profiles
    from tests.search.scoring import page_search, report, score

    folder = SHARED / "search"
    numbers = load_profiles(folder / "profiles.json")
    titles = {number: title for title, number in numbers.items()}
    search = page_search(Client(), kind="business")

    def scored(name):
        queries = json.loads((folder / name).read_text(encoding="utf-8"))
        return score(queries, search, lambda result: numbers[result["title"]])

    report(scored("queries.json"), titles.get, only=only)
    negative = scored("queries_negative.json")
    found = [row for row in negative if row.got]
    print(f"\nshould find nothing and does: {len(negative) - len(found)} of {len(negative)}")
    for row in found:
        print(f"  »{row.query}«: {', '.join(map(titles.get, row.got))}")


def neukoelln(only):
    from tests.search import neukoelln as real
    from tests.search.scoring import report, summary

    rows = real.load(SHARED / "data" / "businesses" / real.FILE)
    every = real.scored(Client(), real.queries(rows))
    print(f"all: {summary(every)}\nkept back: {summary(every[1::2])}\nlooked at: ", end="")
    report(every[::2], lambda pk: f"{rows[pk].name} ({rows[pk].osm_kind or rows[pk].category})", only=only)
    figures = summary(every)
    sys.exit(figures.recall < 0.9 or figures.mrr < 0.88 or figures.zero > 0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
