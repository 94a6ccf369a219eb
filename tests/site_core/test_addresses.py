"""Addresses: four languages of one page, canonical German, a map for robots, pages for what goes wrong."""

import re
from xml.etree import ElementTree

import pytest
from django.core.exceptions import PermissionDenied

from members.models import BusinessIndexPage
from search import views as search_views
from tests.factories.pages import make_business, make_campaign, make_news, make_standard_page, make_topic

pytestmark = pytest.mark.django_db

PAGES = ["/", "/gewerbe/", "/gewerbe/laden/", "/initiativen/", "/aktuelles/", "/aktuelles/meldung/", "/aktionen/",
         "/aktionen/aktion/", "/thema/vegan/", "/suche/", "/mitmachen/"]  # fmt: skip


@pytest.fixture
def kiez(site):
    make_business(site, "Laden")
    make_news(site, "Meldung")
    make_campaign(site, "Aktion")
    make_topic("vegan")
    make_standard_page(site, "Mitmachen")
    return site


@pytest.mark.parametrize(
    ("prefix", "language", "direction"),
    [("", "de", "ltr"), ("/en", "en", "ltr"), ("/tr", "tr", "ltr"), ("/ar", "ar", "rtl")],
)
def test_every_page_answers_in_every_language(client, kiez, prefix, language, direction):
    for address in PAGES:
        answer = client.get(f"{prefix}{address}")
        assert answer.status_code == 200, address
        assert f'<html lang="{language}" dir="{direction}">' in answer.content.decode()


def test_every_language_points_to_the_others_and_to_the_german_original(client, kiez, settings):
    home = settings.WAGTAILADMIN_BASE_URL
    for prefix in ("", "/en", "/tr", "/ar"):
        html = client.get(f"{prefix}/gewerbe/laden/").content.decode()
        found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))
        assert found == {
            "de": f"{home}/gewerbe/laden/",
            "en": f"{home}/en/gewerbe/laden/",
            "tr": f"{home}/tr/gewerbe/laden/",
            "ar": f"{home}/ar/gewerbe/laden/",
            "x-default": f"{home}/gewerbe/laden/",
        }
        assert f'<link rel="canonical" href="{home}/gewerbe/laden/">' in html


def test_links_stay_in_the_readers_language(client, kiez):
    html = client.get("/tr/gewerbe/").content.decode()
    assert 'href="/tr/gewerbe/laden/"' in html
    assert 'href="/gewerbe/laden/"' not in html


def test_switching_language_keeps_the_filters(client, kiez):
    html = client.get("/gewerbe/?open=now&street=okerstrasse").content.decode()
    assert "/tr/gewerbe/?open=now&amp;street=okerstrasse" in html


def test_the_browsers_language_does_not_change_what_an_address_shows(client, kiez):
    html = client.get("/gewerbe/", headers={"accept-language": "tr,en;q=0.5"}).content.decode()
    assert '<html lang="de"' in html
    assert client.get("/de/gewerbe/").status_code == 404


def test_the_sitemap_holds_every_public_page_once_under_its_german_address(client, kiez):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [loc.text.removeprefix("http://testserver") for loc in root.findall(".//{*}loc")]
    assert sorted(found) == sorted(
        {"/", "/gewerbe/", "/gewerbe/laden/", "/initiativen/", "/aktuelles/", "/aktuelles/meldung/", "/aktionen/",
         "/aktionen/aktion/", "/mitmachen/"}
    )  # fmt: skip


def test_robots_are_told_where_to_look(client, kiez, settings):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap.xml" in text
    assert "Disallow: /admin/" in text


# --- what goes wrong -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("prefix", "language"), [("", "de"), ("/en", "en"), ("/tr", "tr"), ("/ar", "ar")])
def test_an_unknown_address_says_so_in_the_readers_language(client, kiez, prefix, language):
    for address in ("/gibt-es-nicht/", "/gewerbe/nie-da/", "/thema/unbekannt/", "/eintrag/999999/"):
        answer = client.get(f"{prefix}{address}")
        assert answer.status_code == 404
        assert f'<html lang="{language}"' in answer.content.decode()
        assert 'name="q"' in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/%00/", "/gewerbe/%F0%9F%8D%9E/", "/" + "a" * 3000 + "/", "/gewerbe/../../etc/passwd", "//"]
)
def test_odd_addresses_are_answered(client, kiez, address):
    assert client.get(address).status_code in (200, 301, 302, 404)


def test_a_closed_door_has_its_own_page(client, kiez, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionDenied

    monkeypatch.setattr(BusinessIndexPage, "serve", refuse)
    answer = client.get("/gewerbe/")
    assert answer.status_code == 403
    assert "<title>Kein Zutritt" in answer.content.decode()


@pytest.mark.parametrize(("prefix", "direction"), [("", "ltr"), ("/ar", "rtl")])
def test_a_fault_of_ours_has_its_own_page_without_details(client, kiez, monkeypatch, prefix, direction):
    def fail(*args, **kwargs):
        raise RuntimeError("geheimes Detail")

    monkeypatch.setattr(BusinessIndexPage, "serve", fail)
    client.raise_request_exception = False
    answer = client.get(f"{prefix}/gewerbe/")
    assert answer.status_code == 500
    assert f'dir="{direction}"' in answer.content.decode()
    assert "geheimes Detail" not in answer.content.decode()


def test_the_page_for_faults_needs_no_database(client, kiez, monkeypatch, django_assert_num_queries):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(search_views.query, "answer", fail)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        assert client.get("/suche/").status_code == 500
