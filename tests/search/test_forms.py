"""The filters in the address: what is understood, and what is named and left out."""

import pytest

from search.filters import SearchFilters
from search.forms import SearchForm


def test_every_filter_stands_in_the_address():
    chosen = {
        "kind": "business", "trade": "baeckerei", "topic": "vegan", "street": "weisestrasse", "open": "now",
        "language": "tr", "access": "yes", "day": "7", "after": "20:30",
    }  # fmt: skip
    assert SearchForm(data={"q": "Brot", **chosen}).filters == SearchFilters(**chosen)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "x"), ("trade", "a b"), ("topic", "<"), ("street", "Weise Straße"), ("open", "later"),
        ("language", "t r"), ("access", "no"), ("day", "0"), ("day", "8"), ("day", "x"), ("after", "24:00"),
        ("after", "8:00"), ("after", "20:60"), ("after", "20:00\n"),
    ],
)  # fmt: skip
def test_nonsense_is_left_out_and_named(name, value):
    form = SearchForm(data={"q": "Brot", name: value, "unknown": "1"})
    assert form.query.get("q") == "Brot"
    assert form.filters == SearchFilters()
    assert form.refused == [str(form.fields[name].label)]
