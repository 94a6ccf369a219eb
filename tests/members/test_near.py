"""»In meiner Nähe«: the directory sorted from a position or a street; nobody on the way keeps where somebody stands."""

import re
from html import unescape

import pytest

from members.models import HouseNumber
from members.nearness import distance_in_words
from tests.factories.pages import make_business, make_initiative
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db

HERE = "52.4766,13.4237"


def shop(site, title, north=0.0, east=0.0, **fields):
    """A business so many metres from HERE."""
    return make_business(
        site, title, latitude=52.4766 + north / 111_195, longitude=13.4237 + east / 67_715, **fields
    )  # fmt: skip


def cards(response):
    return [(card.title, card.distance) for card in response.context["items"]]


def names(response):
    return [card.title for card in response.context["items"]]


@pytest.mark.db_specific
def test_the_nearest_comes_first_and_says_how_far(client, site):
    shop(site, "Weit", north=1234)
    shop(site, "Ost", east=-260)
    shop(site, "Nord", north=240)
    shop(site, "Nebenan", north=-40, east=30)
    shop(site, "Hier")
    make_business(site, "Ohne Punkt")
    make_business(site, "Halber Punkt", latitude=52.4766)

    assert cards(client.get(f"/gewerbe/?near={HERE}")) == [
        ("Hier", "10 m"),
        ("Nebenan", "50 m"),
        ("Nord", "240 m"),
        ("Ost", "260 m"),
        ("Weit", "1,2 km"),
        ("Halber Punkt", ""),
        ("Ohne Punkt", ""),
    ]


@pytest.mark.db_specific
def test_a_degree_east_is_shorter_than_one_north(client, site):
    make_business(site, "Nord", latitude=52.4776, longitude=13.4237)
    make_business(site, "Ost", latitude=52.4766, longitude=13.4250)

    assert names(client.get(f"/gewerbe/?near={HERE}")) == ["Ost", "Nord"]


@pytest.mark.db_specific
def test_doors_at_the_same_place_stand_in_telephone_book_order(client, site):
    for name in ("Zoo", "Äpfel", "Bar"):
        shop(site, name, north=100)

    assert names(client.get(f"/gewerbe/?near={HERE}")) == ["Äpfel", "Bar", "Zoo"]


def test_without_near_no_card_says_a_distance(client, site):
    shop(site, "Laden", north=100)
    assert cards(client.get("/gewerbe/")) == [("Laden", "")]


def test_initiatives_are_sorted_too(client, site):
    make_initiative(site, "A fern", latitude=52.49, longitude=13.4237)
    make_initiative(site, "B nah", latitude=52.477, longitude=13.4237)

    assert names(client.get(f"/initiativen/?near={HERE}")) == ["B nah", "A fern"]


# --- A street instead of a position


def test_a_street_counts_from_the_middle_of_its_doors(client, site):
    for number, latitude in (("1", 52.4), ("9", 52.5)):
        HouseNumber.objects.create(street="Weisestraße", number=number, latitude=latitude, longitude=13.4237)
    make_business(site, "Nord", latitude=52.5, longitude=13.4237, street="Okerstraße")
    make_business(site, "Mitte", latitude=52.4505, longitude=13.4237, street="Okerstraße")

    response = client.get("/gewerbe/?near=weisestrasse")

    assert cards(response) == [("Mitte", "60 m"), ("Nord", "5,6 km")]
    assert "Weisestraße" in response.context["chips"][0].label


@pytest.mark.parametrize("make", [make_business, make_initiative])
def test_a_street_without_doors_counts_from_its_profiles(client, site, make):
    make(site, "Y", street="Weisestr.", latitude=52.4766, longitude=13.4237)
    make(site, "Z", street="Weisestraße")
    make(site, "Entwurf", street="Weisestraße", latitude=52.9, longitude=13.9, live=False)
    shop(site, "A", north=500, street="Okerstraße")
    shop(site, "B", north=100, street="Okerstraße")

    found = [card for card in cards(client.get("/gewerbe/?near=weisestrasse")) if card[0] in "AB"]

    assert found == [("B", "100 m"), ("A", "500 m")]


def test_the_form_offers_every_street_and_keeps_the_other_filters(client, site):
    HouseNumber.objects.create(street="Allerstraße", number="1", latitude=52.4, longitude=13.4)
    HouseNumber.objects.create(street="Allerstraße", number="2", latitude=52.4, longitude=13.4)
    shop(site, "Laden", street="Okerstraße", trades=[make_trade()])

    page = client.get("/gewerbe/?trade=baeckerei&near=allerstrasse").content.decode()

    form = re.search(r'<form class="near__form".*?</form>', page, re.DOTALL)[0]
    assert re.findall(r'<option value="([\w-]+)"( selected)?>', form) == [
        ("allerstrasse", " selected"),
        ("okerstrasse", ""),
    ]
    assert '<input type="hidden" name="trade" value="baeckerei">' in form
    assert form.count('name="near"') == 1


# --- In the address


def test_a_position_goes_on_rounded_from_page_to_page_and_filter_to_filter(client, site):
    for number in range(25):
        shop(site, f"Laden {number:02}", north=number * 10, street="Weisestraße")

    page = unescape(client.get("/gewerbe/?near=52.476612345,13.42370789").content.decode())
    page = re.search(r"<main.*</main>", page, re.DOTALL)[0]
    links = [link for link in re.findall(r'(?:href|value)="([^"]*)"', page) if "52.4766" in link]

    assert links
    assert [link for link in links if "52.4766,13.4237" not in link.replace("%2C", ",")] == []
    assert "52.4766123" not in page


def test_the_pages_of_the_list_go_on_where_the_one_before_ended(client, site):
    for number in range(30):
        shop(site, f"Laden {number:02}", north=(37 * number) % 30 * 20)

    first, second = (names(client.get(f"/gewerbe/?near={HERE}&page={page}")) for page in (1, 2))

    order = sorted(range(30), key=lambda number: (37 * number) % 30)
    assert first + second == [f"Laden {number:02}" for number in order]


def test_it_goes_with_the_other_filters_and_is_taken_away_alone(client, site):
    bread = make_trade()
    shop(site, "Brot fern", north=300, trades=[bread])
    shop(site, "Brot nah", north=100, trades=[bread])
    shop(site, "Wolle", north=50)

    response = client.get(f"/gewerbe/?trade=baeckerei&near={HERE}")
    chips = {chip.label: chip.remove_url for chip in response.context["chips"]}

    assert names(response) == ["Brot nah", "Brot fern"]
    assert len(chips) == 2
    assert f"/gewerbe/?near={HERE.replace(',', '%2C')}" in chips.values()
    assert "/gewerbe/?trade=baeckerei" in chips.values()
    assert response.context["facets"].total == 2


@pytest.mark.parametrize(
    "bad",
    ["abc", "999,999", "52.4766", "52.4766,", "nan,nan", "1e9,1", "52.4766,13.4237,1", "' OR 1=1", "x" * 500, "%00"],
)
def test_what_is_no_place_is_said_plainly_and_left_out(client, site, bad):
    shop(site, "B", north=10)
    shop(site, "A", north=500)

    response = client.get(f"/gewerbe/?near={bad}")

    assert response.status_code == 200
    assert cards(response) == [("A", ""), ("B", "")]
    assert len(response.context["form"].refused) == 1
    assert response.context["chips"] == []


# --- Who learns of it


@pytest.mark.parametrize("near", [HERE, "abc"])
def test_where_somebody_stands_is_kept_by_no_cache_and_no_search_engine(client, site, near):
    response = client.get(f"/gewerbe/?near={near}")

    assert {"private", "no-store"} <= {word.strip() for word in response["Cache-Control"].split(",")}
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response["Referrer-Policy"] == "same-origin"
    assert "near" not in re.search(r'<link rel="canonical" href="([^"]*)"', response.content.decode())[1]


def test_the_plain_directory_may_be_found_and_stored(client, site):
    response = client.get("/gewerbe/")

    assert "no-store" not in response.get("Cache-Control", "")
    assert "noindex" not in response.content.decode()


def test_nothing_forbids_our_own_page_to_ask_the_browser_for_the_position(client, site):
    policy = client.get("/gewerbe/").get("Permissions-Policy", "geolocation=(self)")
    assert "geolocation=(self)" in policy


def test_the_points_for_other_programs_are_the_same_with_and_without(client, site):
    shop(site, "B", north=10)
    shop(site, "A", north=500)

    plain, near = (client.get(f"/gewerbe/?format=geojson{more}").json() for more in ("", f"&near={HERE}"))

    assert near == plain
    assert [feature["properties"]["name"] for feature in near["features"]] == ["A", "B"]


@pytest.mark.parametrize("near", [HERE, "weisestrasse"])
def test_it_costs_a_query_or_two_more(site, count_queries, near):
    HouseNumber.objects.create(street="Weisestraße", number="1", latitude=52.4, longitude=13.4)
    for number in range(3):
        shop(site, f"Laden {number}", north=number)
    few = count_queries(f"/gewerbe/?near={near}")
    for number in range(20):
        shop(site, f"Noch ein Laden {number}", north=number)

    assert count_queries(f"/gewerbe/?near={near}") == few <= 14


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0, "10 m"),
        (14, "10 m"),
        (118, "120 m"),
        (994, "990 m"),
        (996, "1,0 km"),
        (2_345, "2,3 km"),
        (12_345, "12 km"),
        (6_000_000, "6.000 km"),
    ],
)
def test_a_distance_is_said_as_people_say_it(metres, words):
    assert distance_in_words(metres**2) == words
