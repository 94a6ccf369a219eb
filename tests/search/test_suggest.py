"""What the field offers while somebody types."""

import re

import pytest
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import PageViewRestriction

from site_core.search_index import indexing_later
from tests.factories.pages import make_business, make_initiative, make_news, make_topic
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]

ODD = [
    '"',
    "\x00a",
    "a*",
    "()",
    "NOT",
    "%%",
    "__",
    "\\",
    "💐💐",
    "x" * 100_000,
    "der die",
    "\u202eab",
    "str",
    "ab " * 500,
]


@pytest.fixture
def offered(client):
    """`offered(text)`: (group, label, address) of everything offered, without the search for the text itself."""

    def ask(text, prefix=""):
        html = client.get(f"{prefix}/suche/vorschlaege/", {"q": text}).content.decode()
        found = []
        for part in html.split('role="group"')[1:]:
            group = re.search(r'class="suggestions__group"[^>]*>([^<]*)<', part)[1]
            for address, label in re.findall(r'role="option"[^>]*href="([^"]*)"><span[^>]*dir="auto">([^<]*)<', part):
                found.append((group, label, address.replace("&amp;", "&")))
        return found

    return ask


@pytest.fixture
def kiez(site):
    tailoring = make_trade(
        "schneiderei", "Schneiderei", name_tr="Terzi", synonyms_de="Schneider\nHosen kürzen", synonyms_en="tailor"
    )
    bakery = make_trade()
    repair = make_topic("reparieren")
    make_business(site, "Nadel & Faden", trades=[tailoring], topics=[repair], street="Weisestraße")
    make_business(site, "Schneewittchen", trades=[bakery], street="Schillerpromenade")
    make_business(site, "Backhaus Schiller", trades=[bakery], street="Schillerpromenade")
    return site


def test_trades_come_first_then_topics_names_and_streets(kiez, offered):
    make_topic("schick").links.create(content_object_id=kiez.businesses.pk)
    assert [(group, label) for group, label, _address in offered("sch")] == [
        (_("Trades"), "Schneiderei"),
        (_("Topics"), "schick"),
        (_("Businesses and initiatives"), "Schneewittchen"),
        (_("Businesses and initiatives"), "Backhaus Schiller"),
        (_("Streets"), "Schillerpromenade"),
    ]


def test_each_leads_where_one_expects(kiez, offered, client):
    addresses = {label: address for _group, label, address in [*offered("schn"), *offered("repa"), *offered("weise")]}
    assert addresses == {
        "Schneiderei": "/gewerbe/?trade=schneiderei",
        "Schneewittchen": "/gewerbe/schneewittchen/",
        "reparieren": "/thema/reparieren/",
        "Weisestraße": "/gewerbe/?street=weisestrasse",
    }
    assert all(client.get(address).status_code == 200 for address in addresses.values())


@pytest.mark.parametrize("text", ["Schneider", "Hosen kür", "hosen kuerzen", "terz", "tailo"])
def test_a_trade_is_offered_by_any_of_its_words(kiez, offered, text):
    assert offered(text)[0][1] == "Schneiderei"


def test_labels_and_addresses_are_those_of_the_language(kiez, offered):
    assert offered("schneider", "/tr")[0][1:] == ("Terzi", "/tr/gewerbe/?trade=schneiderei")


def test_a_branch_stands_for_its_trades(kiez, offered):
    assert ("Lebensmittel", "/gewerbe/?trade=lebensmittel") in [row[1:] for row in offered("leb")]


def test_what_leads_nowhere_is_not_offered(kiez, offered):
    make_trade("schlosserei", "Schlosserei")
    make_topic("schlafen")
    assert offered("schl") == []


def test_several_words_narrow_the_names_down(kiez, offered):
    make_business(kiez, "Backhaus Oker")
    assert [row[1] for row in offered("backhaus sch")] == ["Backhaus Schiller"]


def test_names_that_begin_so_come_before_others(kiez, offered):
    make_business(kiez, "Alte Backstube")
    assert [label for group, label, _address in offered("back") if group == _("Businesses and initiatives")] == [
        "Backhaus Schiller",
        "Alte Backstube",
    ]


def test_initiatives_are_offered_and_news_are_not(kiez, offered):
    make_initiative(kiez, "Honigverein")
    make_news(kiez, "Honigmeldung")
    assert [row[1] for row in offered("honig")] == ["Honigverein"]


def test_nothing_private_draft_or_unpublished_is_offered(kiez, offered):
    make_business(kiez, "Geheimladen", street="Geheimstraße", live=False)
    locked = make_business(kiez, "Geheimkammer", street="Geheimgasse")
    PageViewRestriction.objects.create(page=locked, restriction_type=PageViewRestriction.LOGIN)
    make_business(kiez, "Geheimtipp", street="Geheimweg").unpublish()
    assert offered("geheim") == []


def test_one_letter_is_too_few(kiez, client):
    assert b'role="option"' not in client.get("/suche/vorschlaege/?q=").content
    assert b'role="group"' not in client.get("/suche/vorschlaege/?q=s").content


def test_the_last_choice_is_the_search_itself(kiez, client):
    html = client.get("/suche/vorschlaege/", {"q": "<b>sch"}).content.decode()
    last = html.split('role="option"')[-1]
    assert escape(_("Search for “%(text)s”") % {"text": "<b>sch"}) in last
    assert 'href="/suche/?q=%3Cb%3Esch"' in last


@pytest.mark.parametrize(("text", "number"), [("weise", 1), ("schill", 2), ("qqqq", 0)])
def test_how_many_there_are_is_said(kiez, client, text, number):
    said = ngettext(
        "%(number)s suggestion. Choose with the arrow keys.",
        "%(number)s suggestions. Choose with the arrow keys.",
        number,
    )
    assert said % {"number": number} in client.get("/suche/vorschlaege/", {"q": text}).content.decode()


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_input_is_answered(kiez, client, text):
    assert client.get("/suche/vorschlaege/", {"q": text}).status_code == 200


def test_suggestions_are_kept_by_no_proxy_and_no_search_engine(kiez, client):
    response = client.get("/suche/vorschlaege/?q=schn")
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert response.cookies == {}


def test_the_number_of_queries_is_small_and_stays(kiez, count_queries):
    few = count_queries("/suche/vorschlaege/?q=sch")
    with indexing_later():
        for number in range(20):
            make_business(kiez, f"Schule {number}", street=f"Schulstraße {number}")
    assert few == count_queries("/suche/vorschlaege/?q=sch") <= 10
