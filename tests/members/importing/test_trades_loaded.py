"""New words reach a site that stands already; what its editors wrote stays."""

import hashlib

import pytest

from members.models import Trade
from members.services import trades
from members.services.trades import load_trades

pytestmark = pytest.mark.django_db


@pytest.fixture
def bakery():
    load_trades()
    return Trade.objects.get(slug="baeckerei")


@pytest.fixture
def delivered_once(monkeypatch):
    """As if this value of a field had been delivered with an earlier version."""

    def remember(slug, name, value):
        digest = hashlib.sha256(f"{slug}\n{name}\n{value}".encode()).hexdigest()[:12]
        monkeypatch.setattr(trades, "_former", lambda: frozenset([digest]))

    return remember


def test_loading_again_changes_nothing(bakery):
    assert load_trades() == (0, 0)


def test_words_nobody_changed_are_brought_up_to_date(bakery, delivered_once):
    today = bakery.synonyms_de
    Trade.objects.filter(pk=bakery.pk).update(synonyms_de="Bäcker", synonyms_tr="Ekmek")
    delivered_once("baeckerei", "synonyms_de", "Bäcker")

    assert load_trades() == (0, 1)
    bakery.refresh_from_db()
    assert bakery.synonyms_de == today
    assert bakery.synonyms_tr == "Ekmek"


def test_the_delivered_state_comes_back_where_it_is_asked_for(bakery):
    Trade.objects.filter(pk=bakery.pk).update(synonyms_de="Backparadies", name="Backparadies")
    assert load_trades(overwrite=True) == (0, 1)
    bakery.refresh_from_db()
    assert bakery.name == "Bäckerei"


def test_the_list_of_former_values_holds_none_that_are_delivered_today(bakery):
    today = {
        trades.digest(trade, name)
        for trade in Trade.objects.all()
        for name in ("name", "synonyms_de", "synonyms_en", "synonyms_tr", "synonyms_ar", "osm_keys")
    }
    assert trades._former()
    assert today.isdisjoint(trades._former())
