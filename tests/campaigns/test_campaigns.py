"""Campaigns: what runs stands first, who takes part is named on both sides."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories.pages import make_business, make_campaign, make_initiative, make_topic

pytestmark = pytest.mark.django_db


def titles(response):
    return [card.title for card in response.context["items"]]


@pytest.fixture
def december(at):
    return at("2026-12-10 12:00")


@pytest.mark.db_specific
def test_what_runs_and_comes_stands_before_what_is_over(client, site, december):
    make_campaign(site, "Vorbei", starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 3))
    make_campaign(site, "Lange vorbei", starts_on=date(2025, 6, 1))
    make_campaign(site, "Kommt", starts_on=date(2027, 3, 1))
    make_campaign(site, "Läuft", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 24))
    make_campaign(site, "Nur heute", starts_on=date(2026, 12, 10))
    make_campaign(site, "Gestern", starts_on=date(2026, 12, 9))

    cards = client.get("/aktionen/").context["items"].object_list

    assert [card.title for card in cards] == ["Läuft", "Nur heute", "Kommt", "Gestern", "Vorbei", "Lange vorbei"]
    assert [card.title for card in cards if card.is_running] == ["Läuft", "Nur heute"]
    assert [card.title for card in cards if card.is_over] == ["Gestern", "Vorbei", "Lange vorbei"]


def test_the_front_page_shows_what_is_not_over(client, site, december):
    make_campaign(site, "Vorbei", starts_on=date(2026, 6, 1))
    make_campaign(site, "Läuft", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 10))
    assert [card.title for card in client.get("/").context["campaigns"]] == ["Läuft"]


def test_who_takes_part_is_named_on_both_sides(client, site):
    shop, club = make_business(site, "Laden"), make_initiative(site, "Verein")
    make_campaign(site, "Fest", slug="fest", joined=[shop, club])
    assert client.get("/aktionen/fest/").context["participants"] == [
        ("Laden", "/gewerbe/laden/"),
        ("Verein", "/initiativen/verein/"),
    ]
    assert [mention.title for mention in client.get("/gewerbe/laden/").context["mentions"]] == ["Fest"]
    assert [mention.url for mention in client.get("/tr/initiativen/verein/").context["mentions"]] == [
        "/tr/aktionen/fest/"
    ]


@pytest.mark.parametrize("ends_on", [None, date(2026, 12, 24)])
def test_a_campaign_is_told_to_search_engines(client, site, ends_on):
    make_campaign(
        site, 'Fest "groß" </script>', slug="fest", starts_on=date(2026, 12, 1), ends_on=ends_on, place="Herrfurthplatz"
    )
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", client.get("/aktionen/fest/").content.decode(), re.S)
    data = json.loads(script)
    assert (data["@type"], data["name"]) == ("Event", 'Fest "groß" </script>')
    assert data["startDate"] == "2026-12-01"
    assert data.get("endDate") == (ends_on and "2026-12-24")
    assert data["location"]["name"] == "Herrfurthplatz"


def test_a_campaign_cannot_end_before_it_begins(site):
    page = make_campaign(site, "Fest", starts_on=date(2026, 12, 2))
    page.ends_on = date(2026, 12, 1)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert list(refusal.value.message_dict) == ["ends_on"]


def test_topics_filter(client, site):
    make_campaign(site, "Veganes Fest", topics=[make_topic("vegan")])
    make_campaign(site, "Flohmarkt")
    assert titles(client.get("/aktionen/?topic=vegan")) == ["Veganes Fest"]
    assert titles(client.get("/aktionen/?topic=%00")) == ["Veganes Fest", "Flohmarkt"]
