"""What the page of results says beside the results."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.utils.html import escape
from django.utils.translation import gettext as _

from members.roles import EDITORS
from members.services.hours import set_hours
from members.services.roles import apply_roles
from search.presenting import filter_label, ways_on
from search.query import answer
from search.services import recommend
from tests.factories.pages import make_business, make_initiative, make_news, make_topic
from tests.factories.people import make_user
from tests.factories.trades import make_language, make_trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def tailoring():
    return make_trade("schneiderei", "Schneiderei", synonyms_de="Schneider\nKürzen")


@pytest.fixture
def tailor(site, tailoring):
    page = make_business(
        site, "Nadel & Faden", trades=[tailoring], street="Weisestraße", what_we_offer="Wir kürzen Hosen und Röcke."
    )
    set_hours(page=page, osm="24/7", note="", confirmed_on=date(2026, 11, 1))
    return page


@pytest.fixture
def found(client):
    """`found(q=…)`: what the page of results is made of."""

    def ask(**asked):
        response = client.get("/suche/", asked)
        assert response.status_code == 200
        return response.context

    return ask


def titles(results):
    return [result.title for result in results]


def test_a_misspelt_word_says_what_was_searched_instead_and_leads_back(tailor, found, client):
    page = found(q="Schnaider")
    assert page["corrected"] == "Schneider"
    assert titles(page["results"]) == ["Nadel & Faden"]
    assert page["as_typed"] == "?q=Schnaider&exact=1"
    exact = client.get(f"/suche/{page['as_typed']}").context
    assert (exact["corrected"], exact["results"]) == ("", [])


def test_json_says_it_too(tailor, client):
    def ask(**asked):
        return json.loads(client.get("/suche/", {"format": "json", **asked}).content)

    said = ask(q="Schnaider")
    assert set(said) == {"total", "did_you_mean", "results"}
    assert (said["total"], said["did_you_mean"]) == (1, "Schneider")
    assert set(said["results"][0]) == {"id", "source_id", "title", "url", "kind", "excerpt"}
    assert ask(q="Schneider")["did_you_mean"] is None
    assert ask(q="Quastenflosser") == {"total": 0, "did_you_mean": None, "results": []}


def test_a_hit_in_the_trade_says_so_and_one_in_the_text_is_marked(tailor, site, found, client):
    make_news(site, "Neues", lead="Der Schneider & sein <Meister>.")
    by_title = {result.title: result for result in found(q="Schneider")["results"]}
    assert by_title["Nadel & Faden"].hit == f"{_('Trade')}: Schneiderei"
    assert by_title["Neues"].hit == ""
    html = client.get("/suche/?q=Schneider").content.decode()
    assert "Der <mark>Schneider</mark> &amp; sein &lt;Meister&gt;." in html


def test_what_was_understood_is_a_chip_that_leaves_the_rest(tailor, found, at):
    at("2026-11-24 10:00")
    page = found(q="Schneider in der Weisestraße jetzt offen", kind="business")
    assert titles(page["results"]) == ["Nadel & Faden"]
    assert {chip.label for chip in page["understood"]} == {"in der Weisestraße", _("Open now")}
    without_street = next(chip for chip in page["understood"] if chip.label == "in der Weisestraße")
    assert without_street.remove_url == "?q=Schneider+jetzt+offen&kind=business"


def test_a_chosen_filter_is_a_chip_that_takes_itself_away(tailor, found):
    chips = found(q="Schneider", kind="business", trade="schneiderei", page="1", exact="1")["chips"]
    assert [(chip.label, chip.remove_url) for chip in chips] == [
        ("Gewerbe", "?q=Schneider&trade=schneiderei&exact=1"),
        ("Schneiderei", "?q=Schneider&kind=business&exact=1"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("open", "now", "Open now"),
        ("access", "yes", "Accessible without steps"),
        ("day", "7", "open on %(day)s"),
        ("after", "20:00", "open after %(time)s"),
        ("language", "tr", "speaks %(language)s"),
        ("language", "xx", "speaks %(language)s"),
    ],
)
def test_every_filter_has_words_for_its_chip(site, name, value, words):
    values = {"day": "Sonntag", "time": "20:00", "language": {"tr": "Türkisch", "xx": "xx"}.get(value)}
    assert filter_label(name, value, None) == _(words) % values


def test_filters_nothing_stands_behind_keep_their_chips_and_names(tailor, found):
    make_topic("Vegan", slug="vegan")
    page = found(q="Schneider", kind="news", trade="baeckerei", topic="vegan", street="nirgends")
    assert [chip.label for chip in page["chips"]] == ["Aktuelles", "baeckerei", "Vegan", "nirgends"]
    assert page["results"] == []


def test_similar_pages_are_a_group_of_their_own(site, tailor, found):
    make_business(site, "Honigladen")
    page = found(q="Honigladen Schneider")
    assert page["results"] == []
    assert set(titles(page["help"].similar)) == {"Honigladen", "Nadel & Faden"}
    assert [choice.slug for choice in page["help"].trades] == ["schneiderei"]


def test_who_finds_nothing_is_shown_ways_on(site, tailor, found, client):
    vegan = make_topic("vegan")
    make_initiative(site, "Küche", topics=[vegan])
    page = found(q="Quastenflosser")
    assert [choice.slug for choice in page["help"].branches] == ["lebensmittel"]
    assert [choice.slug for choice in page["help"].topics] == ["vegan"]
    html = client.get("/suche/?q=Quastenflosser").content.decode()
    assert escape(_("Nothing found yet. Is a shop missing?")) in html
    assert 'href="/mitmachen/"' in html


def test_an_empty_search_shows_what_there_is(site, tailor, found):
    vegan = make_topic("vegan")
    make_news(site, "Meldung", topics=[vegan])
    page = found()
    assert (page["results"], page["asked"]) == ([], False)
    assert [choice.slug for choice in page["help"].topics] == ["vegan"]


def test_with_results_no_help_stands_in_the_way(tailor, found):
    assert found(q="Schneider")["help"] is None


def test_only_staff_see_why(tailor, client):
    why = escape(_("Why here?"))
    assert why not in client.get("/suche/?q=Schneider").content.decode()
    apply_roles(home=tailor.get_parent().get_parent().specific)
    client.force_login(make_user("redaktion@example.org", Group.objects.get(name=EDITORS)))
    html = client.get("/suche/?q=Schneider").content.decode()
    assert why in html
    assert "schneider: " in html


def test_what_editors_recommend_stands_above(site, tailor, found):
    recommend(text="kleider tauschen", page=tailor, description="Jeden Samstag.")
    page = found(q="Kleider tauschen")
    assert [(pick.title, pick.description) for pick in page["picks"]] == [("Nadel & Faden", "Jeden Samstag.")]
    assert found(q="Kleider")["picks"] == []


def test_only_badly_answered_questions_are_reported(site, tailoring, client):
    for number in range(3):
        make_business(site, f"Schneiderei {number}", trades=[tailoring])
    note = 'hx-post="/suche/merken/"'
    assert note in client.get("/suche/?q=Quastenflosser").content.decode()
    assert note not in client.get("/suche/?q=Schneider").content.decode()
    assert note not in client.get("/suche/").content.decode()


def test_search_engines_keep_no_page_of_results(tailor, client):
    for address in ("/suche/", "/suche/?q=Schneider", "/suche/?q=Quastenflosser"):
        response = client.get(address)
        assert 'content="noindex, follow"' in response.content.decode()
        assert response.cookies == {}


def test_later_pages_keep_the_question_and_its_filters(site, tailoring, client):
    for number in range(21):
        make_business(site, f"Schneiderei {number:02}", trades=[tailoring], street="Weisestraße")
    html = client.get("/suche/?q=Schnaider&kind=business&street=weisestrasse").content.decode()
    assert 'href="?q=Schnaider&amp;kind=business&amp;street=weisestrasse&amp;page=2"' in html
    later = client.get("/suche/?q=Schnaider&kind=business&street=weisestrasse&page=2")
    assert len(later.context["results"]) == 1


def test_help_reads_a_fixed_number_of_queries(site, tailor, django_assert_max_num_queries):
    make_language()
    asked = answer("Quastenflosser Schneider")
    with django_assert_max_num_queries(8):
        ways_on(asked)
