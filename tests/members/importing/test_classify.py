"""From a row to its trade: the kind first, then category, kitchen and name; what is no business is refused."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.utils import translation

import members
from members.importing import BadRow, Classified, NotABusiness, Row, classify, read_rows

BRANCHES = json.loads((Path(members.__file__).parent / "data" / "trades.json").read_text(encoding="utf-8"))
BY_OSM_KEY = {key: trade["slug"] for branch in BRANCHES for trade in branch["trades"] for key in trade["osm"]}
BRANCH_OF = {trade["slug"]: branch["slug"] for branch in BRANCHES for trade in branch["trades"]}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def row(name="Keith", kind="", category="", **values):
    texts = ["street", "housenumber", "postcode", "city", "website", "opening_hours", "wheelchair", "cuisine"]
    return Row(
        line=2, osm_id="1", osm_kind=kind, category=category, name=name, lat=None, lon=None,
        **{**dict.fromkeys(texts, ""), **values},
    )  # fmt: skip


def trade_of(*args, **values):
    answer = classify(row(*args, **values), by_osm_key=BY_OSM_KEY)
    return answer.trade_slug if isinstance(answer, Classified) else answer.reason


@pytest.mark.parametrize(
    ("kind", "trade"),
    [
        ("amenity=bar", "bar"),
        ("shop=bakery", "baeckerei"),
        ("amenity=pharmacy", "apotheke"),
        ("craft=carpenter", "tischlerei"),
        ("club=yes", "verein"),
    ],
)
def test_the_kind_decides(kind, trade):
    assert trade_of("Keith", kind, "offices") == trade


@pytest.mark.parametrize(
    ("category", "trade"),
    [
        ("pubs", "kneipe"),
        ("convenience-stores", "spaeti"),
        ("fast-food-restaurants", "imbiss"),
        ("doctors", "arztpraxis"),
        ("offices", "unternehmen"),
        ("childcare", "kita"),
        ("ice-cream-parlours", "eisdiele"),
        ("coworking-spaces", "coworking"),
    ],
)
def test_without_a_kind_the_category_decides(category, trade):
    assert trade_of("Orange", "", category) == trade


def test_half_a_kind_counts_as_none():
    assert trade_of("Middendorf Yoga", "leisure=", "sport") == "yogastudio"


@pytest.mark.parametrize(
    ("category", "name", "trade"),
    [
        ("doctors", "Zahnarztpraxis am Park", "zahnarzt"),
        ("doctors", "Praxis für Physiotherapie", "physiotherapie"),
        ("doctors", "Kinderärztin Yılmaz", "kinderarzt"),
        ("doctors", "Dr. Augustin", "arztpraxis"),
        ("doctors", "Fachärzte für Allgemeinmedizin", "arztpraxis"),
        ("offices", "Rechtsanwältin Sommer", "anwalt"),
        ("offices", "Steuerberater Winter", "steuerberatung"),
        ("offices", "Architekturbüro Lenz", "architektur"),
        ("offices", "Nachbarn helfen e.V.", "verein"),
        ("offices", "Bundesverband der Rechtsanwälte", "verein"),
        ("offices", "Rechtsanwältin für Vereinsrecht", "anwalt"),
        ("offices", "Kleingartenverein Abendruh e.V.", "kleingarten"),
        ("offices", "Bezirksamt Neukölln", "behoerde"),
        ("offices", "Büro für Ehrenamt", "unternehmen"),
        ("offices", "Kurt Bauer GmbH", "unternehmen"),
        ("convenience-stores", "Yörem Baklava", "konditorei"),
        ("convenience-stores", "Internetcafé 63", "copyshop"),
        ("convenience-stores", "Späti & Bakery", "spaeti"),
        ("fast-food-restaurants", "Eiscafé Venezia", "eisdiele"),
    ],
)
def test_the_name_tells_more_than_a_broad_category(category, name, trade):
    assert trade_of(name, "", category) == trade


@pytest.mark.parametrize(
    ("kind", "name", "trade"),
    [
        ("leisure=sports_centre", "Sommerbad Neukölln", "schwimmbad"),
        ("leisure=fitness_centre", "Dharma Yoga", "yogastudio"),
        ("amenity=community_centre", "Jugendtreff Ecke", "jugendzentrum"),
        ("amenity=arts_centre", "Galerie Lenz", "galerie"),
        ("amenity=bar", "Galerie Bar", "bar"),
    ],
)
def test_the_name_refines_a_broad_kind_but_never_a_narrow_one(kind, name, trade):
    assert trade_of(name, kind) == trade


def test_the_kitchen_refines_what_is_only_known_as_gastronomy():
    assert trade_of("Ecke", "", "gastronomy", cuisine="coffee_shop;cake") == "cafe"
    assert trade_of("Ecke", "amenity=restaurant", "gastronomy", cuisine="coffee_shop") == "restaurant"


@pytest.mark.parametrize(
    ("name", "kind", "category", "cuisine", "kitchens"),
    [
        ("Ecke", "amenity=restaurant", "", "vietnamese;sushi", ["vietnamesische-kueche", "japanische-kueche"]),
        ("Ecke", "", "fast-food-restaurants", "Syrian", ["arabische-kueche"]),
        ("Pizza Pause", "", "fast-food-restaurants", "", ["pizzeria"]),
        ("Liebe Döner", "", "fast-food-restaurants", "turkish", ["tuerkische-kueche", "doener"]),
        ("Berlin Çiğköfte", "", "fast-food-restaurants", "", ["doener"]),
        ("Tapas y Vino", "amenity=restaurant", "", "", ["spanische-kueche"]),
        ("Ecke", "amenity=cafe", "", "italian", ["italienische-kueche"]),
        ("Sushi-Kurse", "", "offices", "sushi", []),
        ("Ecke", "amenity=restaurant", "", "quatsch", []),
        ("Ecke", "amenity=pub", "", "thai;greek", ["thailaendische-kueche", "griechische-kueche"]),
    ],
)  # fmt: skip
def test_a_kitchen_is_a_trade_of_its_own_beside_restaurant_or_snack_bar(name, kind, category, cuisine, kitchens):
    answer = classify(row(name, kind, category, cuisine=cuisine), by_osm_key=BY_OSM_KEY)
    assert list(answer.kitchens) == kitchens
    assert answer.trade_slugs == sorted({answer.trade_slug, *kitchens})


def test_a_place_is_filed_under_three_kitchens_at_most():
    everything = row("Alles", "amenity=restaurant", cuisine="thai;greek;korean;indian")
    assert len(classify(everything, by_osm_key=BY_OSM_KEY).kitchens) == 3


@pytest.mark.parametrize("kind", ["club=bonsai", "office=kites", "healthcare=unheard_of"])
def test_a_rare_key_falls_back_on_its_family(kind):
    assert trade_of("Keith", kind) in {"verein", "unternehmen", "arztpraxis"}


@pytest.mark.parametrize(
    ("kind", "category", "name", "reason"),
    [
        ("historic=monument", "", "Denkmal", "A monument or memorial, not a business."),
        ("amenity=bicycle_parking", "culture", "3", "A place to park bicycles, not a business."),
        ("leisure=garden", "culture", "Feuchtzone", "Public green or part of a garden, not a business."),
        ("", "art-galleries", "Disco-Bär", "A work of art or a fountain in public space, not a business."),
        ("leisure=sports_centre", "sport", "Jahn-Sportplatz", "A public sports ground or sports hall, not a business."),
        ("amenity=grave_yard", "", "Friedhof", "No trade carries the OpenStreetMap key “amenity=grave_yard”."),
        ("", "submarines", "U 1", "Neither an OpenStreetMap key nor a known category: “submarines”."),
        ("", "", "Keith", "Neither an OpenStreetMap key nor a known category: “”."),
    ],
)
def test_what_is_no_business_is_refused_with_a_reason(kind, category, name, reason):
    assert classify(row(name, kind, category), by_osm_key=BY_OSM_KEY) == NotABusiness(reason)


@pytest.mark.parametrize(
    "garden",
    [
        row("Gemeinschaftsgarten Rübezahl", "leisure=garden"),
        row("Stadtteilgarten Schillerkiez", "leisure=garden"),
        row("Pyramidengarten", "leisure=garden", opening_hours="Su 14:00-17:00"),
        row("Karma Kultur", "leisure=garden", website="https://karma-kultur.de/"),
    ],
    ids=lambda garden: garden.name,
)
def test_a_garden_that_somebody_keeps_is_an_organisation(garden):
    assert classify(garden, by_osm_key=BY_OSM_KEY) == Classified("gemeinschaftsgarten")


def test_a_bed_on_the_site_of_a_park_stays_a_bed():
    assert trade_of("Rosengarten", "leisure=garden", website="https://park.example/rundgang/rosen").startswith("Public")


def test_a_sports_hall_with_hours_of_its_own_is_an_organisation():
    assert trade_of("Sporthalle Mitte", "leisure=sports_centre", opening_hours="Mo-Fr 08:00-20:00") == "sportstaette"


def test_a_gallery_among_the_works_of_art_is_a_gallery():
    assert trade_of("okazi gallery", "", "art-galleries") == "galerie"


def test_the_trades_are_those_the_editors_keep():
    assert classify(row("Keith", "amenity=bar"), by_osm_key={"amenity=bar": "trinken"}) == Classified("trinken")
    assert isinstance(classify(row("Keith", "amenity=bar"), by_osm_key={}), NotABusiness)


def answers(shared, file):
    entries = read_rows(shared / "data" / "businesses" / file)
    return [(entry, classify(entry, by_osm_key=BY_OSM_KEY)) for entry in entries if not isinstance(entry, BadRow)]


# What a person would expect of each category of the file; the broad ones (offices, culture) are named one by one below.
EXPECTED_BRANCHES = {
    **dict.fromkeys(
        ["bars", "cafes", "pubs", "restaurants", "fast-food-restaurants", "ice-cream-parlours", "gastronomy"],
        {"gastronomie"},
    ),
    **dict.fromkeys(["doctors", "pharmacies", "health"], {"gesundheit"}),
    "convenience-stores": {"kiosk-alltag", "lebensmittel-genuss"},
    "supermarkets": {"lebensmittel-genuss"},
    "community-centers": {"soziales"},
    "fitness-centers": {"sport"},
    "finance": {"buero"},
    "coworking-spaces": {"buero"},
}


def test_the_businesses_of_the_kiez_find_their_branches(shared):
    found = answers(shared, "schillerkiez_osm.csv")
    classified = [(entry, BRANCH_OF[answer.trade_slug]) for entry, answer in found if isinstance(answer, Classified)]
    strays = [
        (entry.name, branch)
        for entry, branch in classified
        if branch not in EXPECTED_BRANCHES.get(entry.category, BRANCH_OF.values())
    ]
    assert len(classified) >= 170
    assert strays == []


def test_of_the_kiez_only_the_public_sports_grounds_are_no_businesses(shared):
    found = answers(shared, "schillerkiez_osm.csv")
    refused = [entry.name for entry, answer in found if isinstance(answer, NotABusiness)]
    assert refused == ["Jahn-Sportplatz", "Jahn-Sporthalle"]


@pytest.mark.parametrize(
    ("name", "trade"),
    [
        ("Werbellin-Apotheke", "apotheke"),
        ("meNem Perlen & Bastelbedarf", "schreibwaren"),
        ("Heidi Leyton - Berlin Tours", "reisebuero"),
        ("berliner jungs - Hilfe für Jungen* bei sexualisierter Gewalt", "beratungsstelle"),
        ("stadt land fluss Städtebau und Stadtplanung", "architektur"),
        ("Stadt und Land", "immobilien"),
        ("100% Tempelhofer Feld", "verein"),
        ("Gemeindesaal der Evangelischen Genezareth-Kirche", "gemeinde"),
        ("Gynäkologie Schillerkiez", "frauenarzt"),
        ("Kunstschule Weisestraße", "kunstschule"),
    ],
)
def test_known_neighbours_are_what_they_are(shared, name, trade):
    assert Classified(trade) in [
        answer for entry, answer in answers(shared, "schillerkiez_osm.csv") if entry.name == name
    ]


def test_of_the_district_all_but_art_greens_and_sports_grounds_is_classified(shared):
    found = answers(shared, "neukoelln_osm.csv")
    refused = Counter(answer.reason for _row, answer in found if isinstance(answer, NotABusiness))
    assert len(found) - refused.total() >= 2050
    assert set(refused) == {
        "A work of art or a fountain in public space, not a business.",
        "Public green or part of a garden, not a business.",
        "A public sports ground or sports hall, not a business.",
        "A place to park bicycles, not a business.",
    }
