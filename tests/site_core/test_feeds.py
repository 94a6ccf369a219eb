"""Feeds: valid Atom, in German, with German addresses, whatever the editors typed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories.pages import make_campaign, make_news

pytestmark = pytest.mark.django_db
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def feed(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(root):
    return [title.text for title in root.findall("atom:entry/atom:title", ATOM)]


@pytest.mark.parametrize("prefix", ["", "/tr", "/ar"])
@pytest.mark.parametrize("section", ["aktuelles", "aktionen"])
def test_a_feed_is_german_under_every_prefix(client, site, settings, prefix, section):
    make_news(site, "Meldung", lead="Ein <b>Fest</b> & mehr")
    make_campaign(site, "Meldung", lead="Ein <b>Fest</b> & mehr")

    root = feed(client, f"{prefix}/{section}/feed/")

    home = settings.WAGTAILADMIN_BASE_URL
    (entry,) = root.findall("atom:entry", ATOM)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert entry.find("atom:link", ATOM).get("href") == f"{home}/{section}/meldung/"
    assert entry.find("atom:id", ATOM).text == f"{home}/{section}/meldung/"
    assert entry.find("atom:summary", ATOM).text == "Ein <b>Fest</b> & mehr"
    assert {link.get("rel"): link.get("href") for link in root.findall("atom:link", ATOM)} == {
        "alternate": f"{home}/{section}/",
        "self": f"{home}/{section}/feed/",
    }


def test_a_feed_of_nothing_is_still_a_feed(client, site):
    assert titles(feed(client, "/aktuelles/feed/")) == []


def test_news_come_newest_first_and_at_most_thirty(client, site):
    for day in range(1, 32):
        make_news(site, f"Tag {day}", happened_on=date(2026, 10, day))
    found = titles(feed(client, "/aktuelles/feed/"))
    assert (found[0], found[-1], len(found)) == ("Tag 31", "Tag 2", 30)


def test_signs_that_xml_does_not_know_do_not_break_the_feed(client, site):
    make_news(site, "Aus Word\x0b eingefügt", lead="mit \x02 Steuerzeichen", slug="word")
    assert len(titles(feed(client, "/aktuelles/feed/"))) == 1


def test_the_listing_points_to_its_feed(client, site):
    assert 'type="application/atom+xml"' in client.get("/aktuelles/").content.decode()
    assert 'type="application/atom+xml"' in client.get("/aktionen/").content.decode()
