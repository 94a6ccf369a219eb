import pytest

from tests.factories.pages import make_business, make_topic
from tests.factories.trades import make_language, make_trade

pytestmark = pytest.mark.django_db


def names(response):
    return [card.title for card in response.context["items"]]


@pytest.mark.db_specific
def test_names_stand_in_telephone_book_order(client, site):
    for name in ("Zeta", "Äpfel", "Apfel", "Azur", "Émile", "Straße", "Strasse 2"):
        make_business(site, name)
    assert names(client.get("/gewerbe/")) == ["Apfel", "Äpfel", "Azur", "Émile", "Straße", "Strasse 2", "Zeta"]


@pytest.mark.db_specific
def test_filters_combine_and_show_counts_beside_each_choice(client, site):
    bakery, cafe = make_trade(), make_trade("cafe", "Café")
    turkish, vegan = make_language(), make_topic("vegan")
    make_business(site, "A", trades=[bakery], languages=[turkish], topics=[vegan], street="Weisestr.")
    make_business(site, "B", trades=[bakery, cafe], street="Weisestraße")
    make_business(site, "C", trades=[cafe], languages=[turkish], street="Okerstraße")

    response = client.get("/gewerbe/?trade=baeckerei&street=weisestrasse")

    assert names(response) == ["A", "B"]
    facets = response.context["facets"]
    assert [(c.slug, c.count) for c in facets.language] == [("tr", 1)]
    assert [(c.slug, c.count) for c in facets.street] == [("weisestrasse", 2)]
    branch = facets.trade[0]
    assert (branch.slug, branch.count) == ("lebensmittel", 2)
    assert [(c.slug, c.count, c.chosen) for c in branch.children] == [("baeckerei", 2, True), ("cafe", 1, False)]
    assert [chip.label for chip in response.context["chips"]] == ["Bäckerei", "Weisestraße"]


def test_a_branch_holds_all_of_its_trades(client, site):
    make_business(site, "A", trades=[make_trade()])
    make_business(site, "B")
    assert names(client.get("/gewerbe/?trade=lebensmittel")) == ["A"]
