"""What is saved is searchable at once, with everything that belongs to it."""

import pytest

from members.models import BusinessPage
from site_core.search_index import indexing_later
from tests.factories.pages import make_business, make_news, make_topic
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


@pytest.fixture
def found(client):
    def ask(word):
        return [row["title"] for row in client.get("/suche/", {"q": word, "format": "json"}).json()["results"]]

    return ask


def test_trades_and_topics_set_in_one_edit_are_found_after_publishing(site, found):
    page = make_business(site, "Nadel & Faden")
    page.trades = [make_trade("schneiderei", "Schneiderei", synonyms_de="Hosen kürzen")]
    page.topics.add(make_topic("Reparatur"))
    page.claim = "Alles passt."
    page.save_revision().publish()

    for word in ("schneiderei", "hosen", "reparatur", "passt"):
        assert found(word) == ["Nadel & Faden"], word


def test_what_is_taken_away_is_no_longer_found(site, found):
    trade = make_trade("schneiderei", "Schneiderei")
    page = make_business(site, "Nadel & Faden", trades=[trade])
    page.trades = []
    page.title = "Knopf & Garn"
    page.save_revision().publish()
    assert found("schneiderei") == []
    assert found("nadel") == []
    assert found("knopf") == ["Knopf & Garn"]


def test_a_draft_is_not_found_before_it_is_published(site, found):
    page = make_business(site, "Laden")
    page.claim = "Geheimnis"
    revision = page.save_revision()
    assert found("geheimnis") == []
    revision.publish()
    assert found("geheimnis") == ["Laden"]


def test_new_everyday_words_for_a_trade_are_found_at_once(site, found):
    trade = make_trade("kiosk", "Kiosk")
    make_business(site, "Bei Ali", trades=[trade])
    trade.synonyms_de = "Späti"
    trade.save()
    assert found("späti") == ["Bei Ali"]


def test_a_new_name_of_a_topic_is_found_at_once(site, found):
    topic = make_topic("Reparatur")
    make_news(site, "Offene Werkstatt", topics=[topic])
    topic.name_tr = "Tamir"
    topic.save()
    assert found("tamir") == ["Offene Werkstatt"]


def test_many_pages_saved_together_are_all_found(site, found):
    with indexing_later():
        for number in range(3):
            make_business(site, f"Honig {number}")
        assert found("honig") == []
    assert len(found("honig")) == 3


def test_what_was_stored_before_an_error_is_found(site, found):
    def fail_half_way():
        with indexing_later():
            make_business(site, "Honigladen")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert found("honigladen") == ["Honigladen"]


def test_a_deleted_page_is_no_longer_found(site, found):
    make_business(site, "Honigladen")
    BusinessPage.objects.get().delete()
    assert found("honigladen") == []
