"""What is saved is found at once, and what is taken away is gone at once, from everything that search shows."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from members.models import BusinessPage, Trade
from members.services.profiles import Shelf, add_profile, directory_for
from search import query
from search.models import KiezWord
from site_core.models import Topic
from site_core.search_index import indexing_later
from tests.factories.pages import make_business, make_news, make_standard_page, make_topic
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


def found(text) -> list[str]:
    return list(query.answer(text).pages.values_list("title", flat=True))


def corrected(text) -> str:
    return query.answer(text).corrected


def similar(text) -> list[str]:
    return [result.title for result in query.similar(query.answer(text))]


@pytest.fixture
def suggested(client):
    """Whether this title is offered to somebody who types its beginning."""

    def ask(title):
        return title in client.get("/suche/vorschlaege/", {"q": title[:6]}).content.decode()

    return ask


# --- what comes ------------------------------------------------------------------------------------------------


def test_tags_and_trades_set_in_the_same_edit_are_searchable_after_that_publish(site):
    page = make_business(site, "Nadel & Faden")
    page.trades = [make_trade("schneiderei", "Schneiderei")]
    page.topics.add(make_topic("Reparatur"))
    page.street = "Weisestraße"
    page.save_revision().publish()
    for text in ("Schneiderei", "Reparatur", "Lebensmittel", "Weisestr.", "Schneiderei Reparatur"):
        assert found(text) == ["Nadel & Faden"], text


def test_a_renamed_trade_is_found_by_its_new_name_and_no_longer_by_the_old_one(site):
    trade = make_trade("schneiderei", "Schneiderei")
    make_business(site, "Bei Uwe", trades=[trade])
    trade.name = "Kostümverleih"
    trade.save()
    assert found("Kostümverleih") == ["Bei Uwe"]
    assert found("Schneiderei") == []


def test_a_renamed_branch_is_found_by_its_new_name(site):
    make_business(site, "Bei Uwe", trades=[make_trade("schneiderei", "Schneiderei")])
    branch = Trade.objects.get(slug="lebensmittel")
    branch.name = "Genuss"
    branch.save()
    assert found("Genuss") == ["Bei Uwe"]
    assert found("Lebensmittel") == []


def test_a_trade_moved_below_another_branch_is_found_by_that_one(site):
    trade = make_trade("schneiderei", "Schneiderei")
    make_business(site, "Bei Uwe", trades=[trade])
    trade.parent = Trade.objects.create(slug="handwerk", name="Handwerk")
    trade.save()
    assert found("Handwerk") == ["Bei Uwe"]
    assert found("Lebensmittel") == []


def test_a_trade_with_another_slug_is_still_found(site):
    trade = make_trade("schneiderei", "Schneiderei")
    make_business(site, "Bei Uwe", trades=[trade])
    trade.slug = "naeherei"
    trade.save()
    assert found("Schneiderei") == ["Bei Uwe"]


def test_a_renamed_topic_is_found_by_its_new_name_and_no_longer_by_the_old_one(site):
    topic = make_topic("Reparatur", synonyms="Flicken")
    make_news(site, "Offene Werkstatt", topics=[topic])
    topic.name, topic.synonyms = "Heilmachen", "Basteln"
    topic.save()
    assert found("Heilmachen") == found("Basteln") == ["Offene Werkstatt"]
    assert found("Reparatur") == found("Flicken") == []


def test_a_new_synonym_is_found_at_once(site):
    trade = make_trade("kiosk", "Kiosk")
    make_business(site, "Bei Ali", trades=[trade])
    assert found("Trinkhalle") == []
    trade.synonyms_de = "Trinkhalle"
    trade.save()
    assert found("Trinkhalle") == ["Bei Ali"]


def test_a_word_of_the_kiez_is_found_at_once_and_gone_with_its_row(site):
    trade = make_trade("kiosk", "Kiosk")
    make_business(site, "Bei Ali", trades=[trade])
    word = KiezWord.objects.create(phrase="Wegbier", trade=trade)
    assert found("Wegbier") == ["Bei Ali"]
    word.phrase = "Feierabendbierchen"
    word.save()
    assert found("Feierabendbierchen") == ["Bei Ali"]
    word.delete()
    assert found("Feierabendbierchen") == []


def test_names_changed_in_bulk_are_found_at_once(site):
    make_business(site, "Bei Ali", trades=[make_trade("kiosk", "Kiosk")], topics=[make_topic("Kultur")])
    Trade.objects.filter(slug="kiosk").update(name="Trinkhalle", name_tr="Büfe", synonyms_ar="كشك")
    Topic.objects.filter(slug="kultur").update(name="Musik")
    for text in ("Trinkhalle", "Büfe", "كشك", "Musik"):
        assert found(text) == ["Bei Ali"], text
    assert found("Kultur") == []


def test_words_of_the_kiez_made_in_bulk_are_found_at_once(site):
    trade = make_trade("kiosk", "Kiosk")
    make_business(site, "Bei Ali", trades=[trade])
    words = [KiezWord(phrase=phrase, trade=trade, key=phrase.lower()) for phrase in ("Wegbier", "Limo")]
    KiezWord.objects.bulk_create(words)
    assert found("Wegbier") == found("Limo") == ["Bei Ali"]


def test_imported_profiles_are_found_and_suggested_at_once(site, suggested):
    make_trade("kiosk", "Kiosk")
    with indexing_later():
        add_profile(
            model=BusinessPage, index=directory_for(BusinessPage), shelf=Shelf(),
            values={"title": "Honigkiosk", "street": "Weisestraße", "house_number": "3"}, trades=["kiosk"], topics=[],
        )  # fmt: skip
    for text in ("Honigkiosk", "Kiosk Weisestraße", "Hongikiosk"):
        assert found(text) == ["Honigkiosk"], text
    assert suggested("Honigkiosk")


def test_a_page_published_on_schedule_is_found_from_then_on(site):
    page = make_business(site, "Honigladen", live=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert found("Honigladen") == []
    call_command("publish_scheduled", verbosity=0)
    assert found("Honigladen") == ["Honigladen"]


def test_a_page_whose_time_is_over_is_gone(site):
    page = make_business(site, "Honigladen")
    BusinessPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert found("Honigladen") == []
    assert corrected("Honigladne") == ""


def test_the_index_built_anew_finds_what_was_changed_past_it(site):
    page = make_business(site, "Honigladen")
    BusinessPage.objects.filter(pk=page.pk).update(title="Quittenladen", claim="Zimt.")
    call_command("update_index", verbosity=0)
    assert found("Quittenladen") == found("Zimt") == ["Quittenladen"]
    assert found("Honigladen") == []


# --- what goes -------------------------------------------------------------------------------------------------


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def move_below_a_private_page(page, site):
    private = make_standard_page(site, "Intern")
    restrict(private)
    page.move(private, pos="last-child")


GONE = {
    "unpublished": lambda page, site: page.unpublish(),
    "deleted": lambda page, site: page.delete(),
    "moved below a private page": move_below_a_private_page,
    "made private": lambda page, site: restrict(page),
    "in a section made private": lambda page, site: restrict(page.get_parent()),
    "taken offline past the index": lambda page, site: BusinessPage.objects.filter(pk=page.pk).update(live=False),
}


@pytest.mark.parametrize("way", GONE)
def test_what_is_taken_away_is_gone_from_everything_search_shows(site, suggested, way):
    trade = make_trade("imkerei", "Imkerei")
    page = make_business(site, "Honigladen", claim="Propoliswunder.", trades=[trade])
    make_news(site, "Ausflug", lead="Alles andere.")
    texts = ("Honigladen", "Honig", "Propoliswunder", "Imkerei", "Honigl", "Honigladen Ausflug")
    assert found("Honigladen") == found("Propoliswunder") == ["Honigladen"]
    assert corrected("Honiglaben") == "Honigladen"
    assert corrected("Propoliswundr") == "Propoliswunder"
    assert "Honigladen" in similar("Honigladen Ausflug")
    assert suggested("Honigladen")

    GONE[way](page, site)

    assert [found(text) for text in texts] == [[]] * len(texts)
    assert corrected("Honiglaben") == corrected("Propoliswundr") == ""
    assert all("Honigladen" not in similar(text) for text in texts)
    assert not suggested("Honigladen")


def test_a_page_open_again_is_found_again(site):
    page = make_business(site, "Honigladen")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    page.save()
    assert found("Honigladen") == []
    restriction.delete()
    assert found("Honigladen") == ["Honigladen"]
    assert corrected("Honiglaben") == "Honigladen"


def test_a_word_of_a_changed_text_is_no_longer_offered(site):
    page = make_business(site, "Laden", claim="Propoliswunder.")
    page.claim = "Brot."
    page.save_revision().publish()
    assert found("Propoliswunder") == []
    assert corrected("Propoliswundr") == ""
