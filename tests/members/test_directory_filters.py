"""The directory: any filter in the address is answered, restored, and removable on its own."""

import re
from html import unescape

import pytest

from members.services.hours import set_hours
from tests.factories.pages import make_business, make_initiative, make_topic
from tests.factories.profiles import make_unconfirmed
from tests.factories.trades import make_language, make_trade

pytestmark = pytest.mark.django_db


def names(response):
    return [card.title for card in response.context["items"]]


@pytest.mark.db_specific
@pytest.mark.parametrize(
    ("moment", "open_ones"),
    [
        ("2026-11-24 06:59", []),
        ("2026-11-24 07:00", ["Backstube", "Späti"]),
        ("2026-11-24 13:00", ["Späti"]),
        ("2026-11-24 18:00", ["Bar", "Späti"]),
        ("2026-11-25 01:59", ["Bar"]),
        ("2026-11-25 02:00", []),
        ("2026-12-06 12:00", []),
    ],
)
def test_open_now_means_open_at_this_minute(client, site, at, moment, open_ones):
    at("2026-11-24 03:00")
    for name, hours in {
        "Backstube": "Mo-Fr 07:00-13:00",
        "Bar": "Tu-Sa 18:00-02:00",
        "Späti": "Mo-Sa 07:00-24:00; PH off",
        "Werkstatt": '"nach Vereinbarung"',
        "Ohne Angabe": "",
    }.items():
        set_hours(page=make_business(site, name), osm=hours)

    at(moment)
    response = client.get("/gewerbe/?open=now")

    assert names(response) == open_ones
    assert response.context["facets"].open_now == len(open_ones)


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("trade=%00x", "Branche"),
        ("trade=<script>", "Branche"),
        ("topic=" + "x" * 5_000, "Thema"),
        ("street=Weise%20straße", "Straße"),
        ("language=' OR 1=1", "Sprache"),
        ("open=later", "Jetzt geöffnet"),
        ("open=", None),
        ("unbekannt=1", None),
    ],
)
def test_a_filter_nobody_understands_is_named_and_left_out(client, site, query, refused):
    make_business(site, "Laden")

    response = client.get(f"/gewerbe/?{query}")

    assert names(response) == ["Laden"]
    assert response.context["form"].refused == ([refused] if refused else [])
    assert ("nicht verstanden" in response.content.decode()) == bool(refused)
    assert response.context["chips"] == []


def test_a_trade_that_is_not_there_finds_nothing_and_can_be_taken_away(client, site):
    make_business(site, "Laden")
    response = client.get("/gewerbe/?trade=schmied")
    assert names(response) == []
    assert "Kein Betrieb passt" in response.content.decode()
    assert [(chip.label, chip.remove_url) for chip in response.context["chips"]] == [("schmied", "/gewerbe/")]


def test_each_filter_is_removable_on_its_own(client, site):
    make_business(
        site, "A", trades=[make_trade()], topics=[make_topic("vegan")], languages=[make_language()], street="Okerstraße"
    )
    chosen = {"trade": "baeckerei", "topic": "vegan", "street": "okerstrasse", "language": "tr"}

    response = client.get("/gewerbe/", {**chosen, "page": "1"})

    without = {}
    for chip in response.context["chips"]:
        shorter = client.get(chip.remove_url)
        assert names(shorter) == ["A"]
        without[chip.label] = set(chosen) - set(shorter.context["filters"])
    assert without == {"Bäckerei": {"trade"}, "vegan": {"topic"}, "Okerstraße": {"street"}, "Türkisch": {"language"}}


@pytest.mark.db_specific
def test_pages_of_a_list_hold_everybody_once_and_keep_the_filters(client, site):
    for number in range(30):
        make_business(site, "Gleicher Name", street="Okerstraße", slug=f"laden-{number}")
    make_business(site, "Anderswo", street="Weisestraße")

    first = client.get("/gewerbe/?street=okerstrasse")
    following = re.search(r'href="([^"]*)" rel="next"', first.content.decode())[1]
    second = client.get(f"/gewerbe/{unescape(following)}")

    shown = [card.pk for response in (first, second) for card in response.context["items"]]
    assert len(shown) == len(set(shown)) == 30
    assert client.get("/gewerbe/?street=okerstrasse&page=99").context["items"].number == 2


def test_the_street_is_one_however_it_is_written(client, site):
    for number, street in enumerate(("Weisestr.", "Weisestraße", "WEISESTRASSE", "weisestr")):
        make_business(site, f"Laden {number}", street=street)
    assert len(names(client.get("/gewerbe/?street=weisestrasse"))) == 4


def test_labels_follow_the_readers_language(client, site):
    make_business(site, "A", trades=[make_trade(name_tr="Fırın")])
    labels = [child.label for choice in client.get("/tr/gewerbe/").context["facets"].trade for child in choice.children]
    assert labels == ["Fırın"]


def test_initiatives_have_a_directory_of_their_own(client, site):
    make_initiative(site, "Verein")
    make_business(site, "Laden")
    assert names(client.get("/initiativen/")) == ["Verein"]
    assert names(client.get("/gewerbe/")) == ["Laden"]


def test_geojson_holds_the_filtered_profiles_with_a_point(client, site):
    bakery = make_trade()
    page = make_business(
        site,
        "Bäckerei »Ä« & Co",
        trades=[bakery],
        street="Weisestraße",
        house_number="3",
        latitude=52.4768,
        longitude=13.4239,
    )
    make_business(site, "Ohne Punkt", trades=[bakery])
    make_business(site, "Anderes Gewerk", latitude=52.47, longitude=13.42)

    response = client.get("/gewerbe/?format=geojson&trade=baeckerei")

    assert response["Content-Type"] == "application/geo+json"
    assert response.json() == {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": page.pk,
                "geometry": {"type": "Point", "coordinates": [13.4239, 52.4768]},
                "properties": {
                    "name": "Bäckerei »Ä« & Co",
                    "url": f"http://testserver/gewerbe/{page.slug}/",
                    "address": "Weisestraße 3",
                    "trades": ["Bäckerei"],
                    "confirmed": True,
                },
            }
        ],
    }


def test_geojson_says_who_is_unconfirmed_and_links_in_the_readers_language(client, site):
    make_unconfirmed(site, "Laden", slug="laden", latitude=0.0, longitude=0.0)
    (feature,) = client.get("/tr/gewerbe/?format=geojson").json()["features"]
    assert feature["properties"]["confirmed"] is False
    assert feature["properties"]["url"] == "http://testserver/tr/gewerbe/laden/"
