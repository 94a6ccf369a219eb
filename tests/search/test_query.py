"""From what somebody typed to public pages, in one order on both databases."""

import pytest
from django.contrib.contenttypes.models import ContentType
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.filters import SearchFilters, content_types, facets
from search.query import answer, results, similar
from tests.factories.joining import make_join_page
from tests.factories.pages import (
    make_business,
    make_campaign,
    make_initiative,
    make_news,
    make_standard_page,
    make_topic,
)
from tests.factories.pictures import make_image
from tests.factories.profiles import make_unconfirmed
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


def titles(text, **chosen) -> list[str]:
    return [page.title for page in answer(text, SearchFilters(**chosen)).pages]


def lines(text):
    answered = answer(text)
    return results(answered.pages, answered)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(["Honig", "jetzt", "offen", "*", '"', "OR", "🦄"])))
)
def test_any_text_is_answered(site, text):
    text = "".join(text).replace("\x00", "")
    answered = answer(text)
    results(answered.pages[:20], answered)
    similar(answered)
    assert facets(answered.matching, answered.filters).total == answered.pages.count()


@pytest.mark.parametrize("text", ["der die das", "und", "🦄", "?!", "***", "Quastenflosser", "qqqzzz xxyyy"])
def test_stop_words_signs_and_nonsense_find_nothing_rather_than_anything(site, text):
    make_business(site, "Der Laden und das Haus", claim="Die und der.")
    assert titles(text) == []


def test_filters_alone_find_all_that_fits(site, at):
    make_business(site, "Laden", street="Weisestraße")
    make_business(site, "Anderswo", street="Okerstraße")
    assert titles("in der Weisestraße") == titles("", street="weisestrasse") == ["Laden"]


def test_a_chosen_filter_comes_before_a_said_one(site):
    make_business(site, "Honig Eins", street="Weisestraße")
    make_business(site, "Honig Zwei", street="Okerstraße")
    assert titles("Honig in der Weisestraße") == ["Honig Eins"]
    assert titles("Honig in der Weisestraße", street="okerstrasse") == ["Honig Zwei"]


def test_every_kind_of_public_page_is_found(site):
    make_business(site, "Honig Laden")
    make_initiative(site, "Honig Verein")
    make_news(site, "Honig Meldung")
    make_campaign(site, "Honig Aktion")
    make_standard_page(site, "Honig Seite")
    make_join_page(site, lead="Auch mit Honig.")
    site.news.intro = "Neues vom Honig"
    site.news.save()
    make_business(site, "Honig geheim", live=False)
    found = lines("Honig")
    assert {line.title: line.kind for line in found} == {
        "Honig Laden": "business",
        "Honig Verein": "initiative",
        "Honig Meldung": "news",
        "Honig Aktion": "campaign",
        "Honig Seite": "page",
        "Mitmachen": "page",
        "Aktuelles": "page",
    }
    assert all(line.kind_label and line.why for line in found)


def test_trade_and_name_come_before_topic_before_street_before_text(site):
    trade = make_trade("honig", "Honig")
    make_business(site, "Im Text", claim="Auch Honig.")
    make_business(site, "An der Straße", street="Honig")
    make_business(site, "Im Thema", topics=[make_topic("Honig")])
    make_business(site, "Im Namen Honig")
    make_business(site, "Im Gewerk", trades=[trade])
    assert titles("Honig") == ["Im Gewerk", "Im Namen Honig", "Im Thema", "An der Straße", "Im Text"]


def test_of_equals_the_pictured_then_the_confirmed_then_the_imported_then_by_name(site):
    make_unconfirmed(site, "A Honig")
    make_unconfirmed(site, "B Honig", portrait=make_image())
    make_business(site, "D Honig")
    make_business(site, "C Honig")
    make_business(site, "E Honig", portrait=make_image())
    assert titles("Honig") == ["E Honig", "C Honig", "D Honig", "A Honig", "B Honig"]


def test_a_hit_says_the_trade_that_was_meant_and_why_it_stands_there(site):
    trade = make_trade("schneiderei", "Schneiderei", synonyms_de="Schneider")
    make_business(site, "Nadel", trades=[trade])
    make_news(site, "Neues", lead="Vom Schneider.")
    tailor, news = lines("Schneider")
    assert (tailor.title, tailor.hit.endswith(": Schneiderei"), news.hit) == ("Nadel", True, "")
    assert tailor.why[0].startswith("schneider: ")
    assert tailor.why[0].endswith("(16)")
    assert news.why[0].endswith("(2)")


def test_where_nothing_holds_all_words_similar_pages_are_apart(site):
    trade = make_trade("schneiderei", "Schneiderei")
    make_business(site, "Nadel", trades=[trade])
    make_business(site, "Honigladen")
    answered = answer("Honigladen Schneiderei")
    assert list(answered.pages) == []
    assert {line.title for line in similar(answered)} == {"Nadel", "Honigladen"}
    assert similar(answer("der")) == []


def test_answer_results_and_facets_are_ten_queries_at_most_however_many_hits(site, django_assert_max_num_queries, at):
    trade = make_trade()
    ContentType.objects.clear_cache()
    content_types()
    for _round in range(2):
        for number in range(3):
            make_business(site, f"Honig {number}", trades=[trade], street="Weisestraße", portrait=make_image())
        for text in ("Honig", "Bäckerei in der Weisestraße jetzt offen", "Honik"):
            with django_assert_max_num_queries(10):
                answered = answer(text, SearchFilters(kind="business"))
                results(answered.pages[:20], answered)
                facets(answered.matching, answered.filters)
