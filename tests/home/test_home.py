"""The front page: the street of the hour, the walk to the next one, fair turns."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from home.presenting import DAY, HOUR, in_turn
from tests.factories.pages import make_business, make_campaign, make_initiative, make_news, make_topic
from tests.factories.pictures import make_image

WEEK = 168
SOME_MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def week(ids, size, *, row=None):
    return [in_turn(ids, size, SOME_MONDAY + timedelta(hours=hour), HOUR, row=row) for hour in range(WEEK)]


def spread(shown, ids):
    """How many more turns the luckiest has than the unluckiest."""
    counts = Counter(dict.fromkeys(ids, 0))
    counts.update(each for hour in shown for each in hour)
    return max(counts.values()) - min(counts.values())


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7, 12, 24, 25, 36, 48, 84, 100, 168, 181, 200, 400])
def test_everybody_stands_in_the_first_row_equally_often_over_a_week(number):
    ids = list(range(number))
    hours = week(ids, 6, row=2)
    assert spread([hour[:2] for hour in hours], ids) <= 1
    assert spread([hour[:1] for hour in hours], ids) <= 1, "on a phone one fills the row"
    assert spread(hours, ids) <= 3


@pytest.mark.parametrize("number", [1, 3, 7, 8, 9, 50, 181])
def test_everybody_open_is_shown_equally_often_over_a_week(number):
    ids = list(range(number))
    assert spread(week(ids, 8), ids) <= 1


def test_nobody_is_shown_twice_and_nothing_changes_within_the_hour():
    ids = list(range(20))
    for hour in range(WEEK):
        moment = SOME_MONDAY + timedelta(hours=hour)
        shown = in_turn(ids, 6, moment, HOUR, row=2)
        assert len(set(shown)) == 6
        assert in_turn(ids, 6, moment + timedelta(minutes=59), HOUR, row=2) == shown
    assert in_turn([], 6, SOME_MONDAY, HOUR) == []
    assert in_turn([5], 1, SOME_MONDAY, DAY) == [5]


@pytest.mark.django_db
def test_initiatives_take_their_turn_among_the_portraits(client, site, at):
    for number in range(3):
        make_business(site, f"Laden {number}", portrait=make_image())
    for number in range(2):
        make_initiative(site, f"Verein {number}", portrait=make_image())
    make_initiative(site, "Ohne Bild")
    first_rows = Counter()
    for hour in range(5):
        at(f"2026-11-24 {hour:02}:20")
        portraits = client.get("/").context["portraits"]
        assert len(portraits) == 5
        assert all(card.picture for card in portraits)
        first_rows.update(card.title for card in portraits[:2])
    assert first_rows == dict.fromkeys(["Laden 0", "Laden 1", "Laden 2", "Verein 0", "Verein 1"], 2)


@pytest.fixture
def streets(site):
    """Three streets with four, three and three doors, and one with a single one."""
    for street, count in (("Weisestraße", 4), ("Okerstraße", 3), ("Allerstraße", 3), ("Leinestraße", 1)):
        for number in range(count):
            make_business(site, f"{street} Nummer {number}", street=street, house_number=str(number + 1))
    return site


def street_shown(client, address="/"):
    return client.get(address).context["walk"].street


@pytest.mark.django_db
def test_every_street_with_some_doors_has_its_hour(client, streets, at):
    shown = Counter()
    for hour in range(24):
        at(f"2026-11-24 {hour:02}:20")
        shown[street_shown(client).key] += 1
    assert shown == {"weisestrasse": 8, "okerstrasse": 8, "allerstrasse": 8}


@pytest.mark.django_db
def test_the_street_asked_for_is_shown_and_an_unknown_one_is_not_missed(client, streets, at):
    at("2026-11-24 10:00")
    assert street_shown(client, "/?street=leinestrasse").name == "Leinestraße"
    assert street_shown(client, "/?street=gibtsnicht").key == street_shown(client).key
    assert street_shown(client, "/?street=").key == street_shown(client).key


@pytest.mark.django_db
def test_one_can_walk_through_all_streets_and_back(client, streets):
    seen, key = [], "weisestrasse"
    for _step in range(4):
        walk = client.get(f"/?street={key}").context["walk"]
        assert client.get(f"/?street={walk.next.slug}").context["walk"].previous.slug == key
        seen.append(key)
        key = walk.next.slug
    assert seen == ["weisestrasse", "allerstrasse", "okerstrasse", "leinestrasse"]
    assert key == "weisestrasse"


@pytest.mark.django_db
def test_an_initiative_lives_in_the_street_too(client, streets):
    make_initiative(streets, "Kiezverein", street="Leinestr.", house_number="9")
    page = client.get("/?street=leinestrasse").content.decode()
    assert "Kiezverein, Leinestr. 9" in " ".join(page.replace("</span>", "").split())


@pytest.mark.django_db
def test_a_kiez_without_addresses_has_no_street(client, site):
    make_business(site, "Irgendwo")
    page = client.get("/").content.decode()
    assert 'class="street"' not in page


@pytest.mark.django_db
def test_one_street_leads_nowhere_else(client, site):
    make_business(site, "Laden", street="Weisestraße", house_number="1")
    page = client.get("/").content.decode()
    assert 'class="street"' in page
    assert "street__walk" not in page


@pytest.mark.django_db
def test_the_topics_used_most_lead_to_their_pages(client, site):
    often, seldom, never = (make_topic(name) for name in ("nachhaltig", "barrierefrei", "ungenutzt"))
    make_business(site, topics=[often, seldom])
    make_news(site, topics=[often])
    make_campaign(site, topics=[often], live=False)
    response = client.get("/")
    assert [(topic.slug, topic.count) for topic in response.context["topics"]] == [
        ("nachhaltig", 2),
        ("barrierefrei", 1),
    ]
    assert 'href="/thema/nachhaltig/"' in response.content.decode()
    assert never.name not in response.content.decode()


@pytest.mark.django_db
def test_a_door_stands_in_the_street_in_the_readers_language(client, streets):
    page = client.get("/ar/?street=weisestrasse").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="/ar/gewerbe/weisestrasse-nummer-0/"' in page


@pytest.mark.django_db
def test_a_full_street_costs_no_more_queries_than_a_short_one(site, count_queries, at):
    at("2026-11-24 10:00")
    make_business(site, "Laden", street="Weisestraße", house_number="1")
    one = count_queries("/")
    for number in range(45):
        make_business(site, f"Laden {number}", street="Weisestraße", house_number=str(number + 2))
    assert count_queries("/") == one
    assert one <= 15
