"""Whoever reads in another language: what stays German says so, on every kind of page; lists have their own comma."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone
from django.utils.translation import override

from site_core.models import SiteSettings, Topic
from site_core.text.lists import listed
from tests.factories.pages import make_business, make_campaign, make_news, make_standard_page, make_topic
from tests.factories.trades import make_trade

#: Stands in every German text below, and nowhere in the interface. Names of people and shops belong to no language.
GERMAN = "Wortlaut"
STORY = [{"type": "text", "value": f"<p>{GERMAN} des Textes</p>"}, {"type": "heading", "value": f"{GERMAN} darüber"}]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
PAGES = {
    "home": "/",
    "directory": "/gewerbe/",
    "profile": "/gewerbe/laden/",
    "news": "/aktuelles/",
    "article": "/aktuelles/meldung/",
    "campaigns": "/aktionen/",
    "campaign": "/aktionen/aktion/",
    "standard page": "/seite/",
    "topic": "/thema/wasser/",
    "search": f"/suche/?q={GERMAN}",
}


class Languages(HTMLParser):
    """Collects (language, words) of what is shown in the body; a picture shows its alternative text."""

    def __init__(self):
        super().__init__()
        self.open, self.shown = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        language = attrs.get("lang") or (self.open[-1][1] if self.open else "")
        if attrs.get("alt"):
            self.shown.append((language, attrs["alt"]))
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _language in self.open]
        # What a drawing shows is hidden from readers, what a script holds is for machines.
        if data.strip() and "body" in tags and not {"svg", "script", "textarea"} & set(tags):
            self.shown.append((self.open[-1][1], data.strip()))


@pytest.fixture
def kiez(site):
    topic = make_topic("Wasser", slug="wasser", description=f"{GERMAN} zum Thema")
    site.home.question = f"{GERMAN} der Frage"
    site.home.save()
    for index in (site.businesses, site.news, site.campaigns):
        index.intro = f"{GERMAN} zur Einleitung"
        index.save()
    make_business(
        site, "Laden", slug="laden", claim=f"{GERMAN} im Satz", who_we_are=f"{GERMAN} über uns",
        quote=f"{GERMAN} als Zitat", topics=[topic],
    )  # fmt: skip
    make_news(site, f"{GERMAN} der Meldung", slug="meldung", lead=f"{GERMAN} vorab", story=STORY, topics=[topic])
    make_campaign(
        site, f"{GERMAN} der Aktion", slug="aktion", lead=f"{GERMAN} vorab", story=STORY, topics=[topic],
        starts_on=timezone.localdate(), ends_on=timezone.localdate() + timedelta(days=3),
    )  # fmt: skip
    make_standard_page(site, f"{GERMAN} der Seite", slug="seite", lead=f"{GERMAN} vorab", story=STORY, topics=[topic])
    settings = SiteSettings.load()
    settings.claim, settings.funding_notice = f"{GERMAN} des Kiezes", f"{GERMAN} der Förderung"
    settings.save()


def shown(client, address) -> list[tuple[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    parser = Languages()
    parser.feed(response.content.decode())
    return parser.shown


@pytest.mark.parametrize("prefix", ["/ar", "/tr"])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_german_words_say_that_they_are_german(client, kiez, address, prefix):
    said = [(language, words) for language, words in shown(client, prefix + address) if GERMAN in words]
    # The search repeats in its own frame what was asked.
    said = [pair for pair in said if pair[1] != GERMAN]
    assert len(said) >= 2
    assert [words for language, words in said if language != "de"] == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_the_menus_keep_the_language_of_their_pages(client, kiez, address):
    assert {language for language, words in shown(client, "/ar" + address) if words == "Aktuelles"} == {"de"}


@pytest.mark.parametrize("address", ["/seite/", "/aktuelles/meldung/", "/aktionen/aktion/"])
def test_what_is_not_german_is_not_marked_so(client, kiez, address):
    Topic.objects.filter(slug="wasser").update(name_ar="ماء")
    assert [language for language, words in shown(client, "/ar" + address) if words == "ماء"] == ["ar"]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_kind_of_page_names_its_languages_and_the_german_original(client, kiez, settings, address):
    path = address.partition("?")[0]
    html = client.get("/ar" + address).content.decode()
    base = settings.WAGTAILADMIN_BASE_URL
    assert f'<link rel="canonical" href="{base}{path}">' in html
    links = {"de": "", "en": "/en", "tr": "/tr", "ar": "/ar", "x-default": ""}
    for code, prefix in links.items():
        assert f'<link rel="alternate" hreflang="{code}" href="{base}{prefix}{path}">' in html
    assert html.count('hreflang="x-default"') == 1


@pytest.mark.parametrize(("language", "said"), [("de", "a, b"), ("en", "a, b"), ("tr", "a, b"), ("ar", "a، b")])
def test_things_in_a_list_stand_between_the_commas_of_the_language(language, said):
    with override(language):
        assert listed(["a", "b"]) == said


def test_trades_on_cards_and_profiles_have_the_arabic_comma(client, site):
    make_business(site, "Laden", slug="laden", trades=[make_trade(), make_trade("cafe", "Café")])
    for address in ("/ar/gewerbe/", "/ar/gewerbe/laden/"):
        words = " ".join(words for _language, words in shown(client, address))
        assert "،" in words
