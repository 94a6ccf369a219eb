"""A page costs the same number of queries for one entry as for thirty, and never more than promised."""

from datetime import date

import pytest
from wagtail.signal_handlers import disable_reference_index_auto_update

from site_core.search_index import indexing_later
from tests.factories.pages import make_campaign, make_initiative, make_news, make_standard_page, make_topic
from tests.factories.pictures import make_image
from tests.factories.profiles import make_rich_business
from tests.factories.trades import make_language, make_trade

LIMITS = {
    "/": 15,
    "/gewerbe/": 14,
    "/gewerbe/?trade=lebensmittel&topic=vegan&street=weisestrasse&language=tr&open=now": 14,
    "/gewerbe/?format=geojson": 14,
    "/gewerbe/?view=plan": 14,
    "/gewerbe/?near=52.4766,13.4237": 14,
    "/gewerbe/laden-1/": 12,
    "/initiativen/": 14,
    "/aktuelles/": 14,
    "/aktuelles/?topic=vegan": 14,
    "/aktuelles/meldung-1/": 14,
    "/aktuelles/feed/": 14,
    "/aktionen/": 14,
    "/aktionen/aktion-1/": 14,
    "/aktionen/feed/": 14,
    "/thema/vegan/": 14,
    "/suche/": 15,
    "/suche/?q=honig": 15,
    "/suche/?q=honig&kind=business&trade=lebensmittel&topic=vegan": 15,
    "/suche/?q=honig&kind=initiative": 15,
    "/suche/?q=honig&kind=news": 15,
    "/suche/?q=honig&kind=campaign": 15,
    "/suche/?q=honig&kind=page": 15,
    "/suche/?q=honig&format=json": 15,
    "/sitemap.xml": 14,
    "/tr/gewerbe/": 14,
}


@pytest.fixture
def kiez(site):
    """Grows by one of each kind of content a call; all of it is tied to the first profile, trade and topic."""
    trade, topic, language = make_trade(), make_topic("vegan"), make_language()
    profiles = []

    def grow():
        number = len(profiles) + 1
        profile = make_rich_business(site, f"Laden {number}", trades=[trade], topics=[topic], languages=[language])
        profile.claim = "Honig"
        profile.save()
        profiles.append(profile)
        make_initiative(
            site, f"Honigverein {number}", claim="Honig", topics=[topic], portrait=make_image(), quote="Alle hier."
        )
        told = {"lead": "Honig", "topics": [topic], "picture": profile.portrait}
        make_news(site, f"Meldung {number}", about=[profiles[0], profile], **told)
        make_campaign(
            site, f"Aktion {number}", joined=[profiles[0], profile], **told, ends_on=date(2099, 1, number), place="Hof"
        )
        make_standard_page(site, f"Seite {number}", lead="Honig", picture=make_image())

    return grow


@pytest.mark.django_db
def test_queries_stay_flat_and_within_their_limit(kiez, count_queries):
    kiez()
    for_one = {address: count_queries(address) for address in LIMITS}
    with indexing_later(), disable_reference_index_auto_update():
        for _number in range(29):
            kiez()
    for_thirty = {address: count_queries(address) for address in LIMITS}

    # Fewer is possible: with one of each kind, the first page of results holds every kind, with thirty it does not.
    assert {address: count for address, count in for_thirty.items() if count > for_one[address]} == {}
    assert {address: count for address, count in for_thirty.items() if count > LIMITS[address]} == {}


@pytest.mark.django_db
@pytest.mark.db_specific
def test_every_address_answers(kiez, client):
    kiez()
    assert {address: client.get(address).status_code for address in LIMITS} == dict.fromkeys(LIMITS, 200)
