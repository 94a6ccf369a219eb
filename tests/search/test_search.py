import json

import pytest

from tests.factories.pages import (
    make_business,
    make_campaign,
    make_initiative,
    make_news,
    make_standard_page,
    make_topic,
)
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]

ODD = [
    '"', 'a"b', "\x00", "a\x00b", "*", "a*", "()", "a())", "NOT", "AND OR", "'", "%", "\\", "💐", "x" * 100_000, " ",
    "bäß", "\u202e", "-", "^", "NEAR(a b)", "a:b", "{", "]", "a AND (", "wort " * 2_000, "der die das",
]  # fmt: skip


def titles(client, query):
    return [row["title"] for row in json.loads(client.get(f"/suche/?format=json&{query}").content)["results"]]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_input_is_answered(client, site, text):
    make_business(site, "Laden")
    assert client.get("/suche/", {"q": text}).status_code == 200
    assert client.get("/suche/", {"q": text, "format": "json"}).status_code == 200


@pytest.mark.parametrize("page", ["abc", "-1", "0", "99999999999999999999", "1.5", "", "\x00", "1e9"])
def test_any_page_number_is_answered(client, site, page):
    for address in ("/suche/?q=a", "/gewerbe/?", "/aktuelles/?", "/aktionen/?"):
        assert client.get(f"{address}&page={page}").status_code == 200


def test_signs_and_stop_words_alone_find_nothing(client, site):
    make_business(site, "Der Laden")
    assert titles(client, "q=der+die+das") == []
    assert titles(client, "q=***") == []


def test_every_kind_is_found_and_filtered(client, site):
    make_business(site, "Honigladen")
    make_initiative(site, "Honigverein")
    make_news(site, "Neues vom Honig")
    make_campaign(site, "Honigfest")
    make_standard_page(site, "Über Honig", lead="Honig")
    make_business(site, "Honig geheim", live=False)

    assert set(titles(client, "q=honig")) == {"Neues vom Honig", "Über Honig"}
    assert titles(client, "q=honigladen") == ["Honigladen"]
    assert titles(client, "q=honig&kind=news") == ["Neues vom Honig"]


def test_a_business_is_found_by_its_trade_in_any_language_and_by_everyday_words(client, site):
    tailor = make_trade(
        "aenderungsschneiderei",
        "Änderungsschneiderei",
        name_tr="Terzi",
        name_ar="خياط",
        synonyms_de="Schneider\nKürzen",
    )
    make_business(site, "Nadel & Faden", trades=[tailor], street="Weisestraße")
    make_business(site, "Anderswo", street="Okerstraße")
    for word in ("Änderungsschneiderei", "aenderungsschneiderei", "terzi", "خياط", "Schneider", "kuerzen", "weisestr"):
        assert titles(client, f"q={word}") == ["Nadel & Faden"], word


def test_filters_for_trade_and_topic_combine(client, site):
    bakery, cafe, vegan = make_trade(), make_trade("cafe", "Café"), make_topic("vegan")
    make_business(site, "A Kuchen", trades=[bakery], topics=[vegan])
    make_business(site, "B Kuchen", trades=[cafe], topics=[vegan])
    make_news(site, "Kuchen", topics=[vegan])
    assert titles(client, "q=kuchen&trade=baeckerei&topic=vegan") == ["A Kuchen"]
    assert set(titles(client, "q=kuchen&trade=lebensmittel")) == {"A Kuchen", "B Kuchen"}
    response = client.get("/suche/?q=kuchen")
    assert [(c.slug, c.count) for c in response.context["facets"].kind] == [("business", 2), ("news", 1)]
    assert [(c.slug, c.count) for c in response.context["facets"].topic] == [("vegan", 3)]


def test_a_topic_page_gathers_all_kinds(client, site):
    vegan = make_topic("vegan")
    make_business(site, "Laden", topics=[vegan])
    make_news(site, "Meldung", topics=[vegan])
    make_campaign(site, "Aktion", topics=[vegan])
    make_business(site, "Ohne")
    response = client.get("/thema/vegan/")
    assert {result.title for result in response.context["results"]} == {"Laden", "Meldung", "Aktion"}
    assert client.get("/thema/unbekannt/").status_code == 404


def test_what_is_unpublished_is_gone_at_once(client, site):
    page = make_business(site, "Honigladen")
    page.unpublish()
    assert titles(client, "q=honigladen") == []
