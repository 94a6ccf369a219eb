"""What words mean: trades, topics, and what editors taught; read with every question, taken apart when it changed."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from members.models import Trade
from search import dictionary
from search.models import KiezWord
from site_core.text.analysis import analyse
from tests.factories.pages import make_topic
from tests.factories.search import make_dictionary
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


def meant(text) -> set[str]:
    """Tokens, or the other words, that a phrase stands for."""
    found = dictionary.current().meanings(analyse(text))
    return {each.slug if each.kind == "same" else each.token for each in found}


def starting(text) -> list[str]:
    return [meaning.slug for meaning in dictionary.current().starting(text)]


@pytest.fixture
def tailor():
    return make_trade(
        "schneiderei", "Schneiderei", name_tr="Terzi", name_ar="خياط", name_en="Tailor",
        synonyms_de="Änderungen\nHosen kürzen", synonyms_en="alterations", synonyms_tr="terzilik", synonyms_ar="تصليح",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Schneiderei", "terzi", "TERZİ", "خياط", "الخياط", "tailor", "Änderung", "kürzen Hosen", "terzilik", "تصليح"],
)
def test_a_trade_is_meant_by_every_name_and_word_in_every_language(tailor, text):
    assert meant(text) == {"t0schneiderei"}


def test_a_branch_and_a_topic_are_meant_by_their_names(tailor):
    make_topic("Für Kinder", synonyms="Kids\nçocuk", name_ar="أطفال")
    assert meant("Lebensmittel") == {"t0lebensmittel"}
    for text in ("für Kinder", "Kids", "çocuk", "أطفال"):
        assert meant(text) == {"p0fuerkinder"}, text


def test_one_word_may_mean_several_things(tailor):
    make_topic("Schneiderei")
    assert meant("Schneiderei") == {"t0schneiderei", "p0schneiderei"}


def test_a_taught_word_means_a_trade_a_topic_or_other_words(tailor):
    KiezWord.objects.create(phrase="Knöpfe annähen", trade=tailor)
    KiezWord.objects.create(phrase="Bengel", topic=make_topic("Kinder"))
    KiezWord.objects.create(phrase="Stulle", same_as="belegtes Brot")
    assert meant("Knopf annähen") == {"t0schneiderei"}
    assert meant("Bengel") == {"p0kinder"}
    assert meant("Stullen") == {"belegtes Brot"}


def test_lines_without_words_mean_nothing():
    make_trade("leer", "***", synonyms_de="\n \n---\nder die das\n")
    assert dictionary.current().meanings([]) == []
    assert meant("der die das") == set()


def test_a_line_ending_of_another_system_is_one():
    make_trade("kiosk", "Kiosk", synonyms_de="Späti\r\nTrinkhalle\r\n")
    assert meant("Späti") == meant("Trinkhalle") == {"t0kiosk"}


def test_words_are_read_with_one_query_and_taken_apart_only_when_they_changed(tailor):
    first = dictionary.current()
    with CaptureQueriesContext(connection) as captured:
        assert dictionary.current() is first
    assert len(captured) == 1
    Trade.objects.filter(pk=tailor.pk).update(synonyms_de="Flicken")
    assert dictionary.current() is not first
    assert meant("flicken") == {"t0schneiderei"}


def test_labels_are_in_the_language_of_the_reader(tailor):
    (meaning,) = dictionary.current().meanings(analyse("Schneiderei"))
    labels = {}
    for language in ("de", "en", "tr", "ar"):
        with translation.override(language):
            labels[language] = meaning.label
    assert labels == {"de": "Schneiderei", "en": "Tailor", "tr": "Terzi", "ar": "خياط"}
    (branch,) = dictionary.current().meanings(analyse("Lebensmittel"))
    with translation.override("tr"):
        assert branch.label == "Lebensmittel"


def test_a_word_of_an_editor_is_called_by_the_name_of_its_trade(tailor):
    KiezWord.objects.create(phrase="Aaaanders", trade=tailor)
    (meaning,) = dictionary.current().meanings(analyse("Aaaanders"))
    assert meaning.label == "Schneiderei"


def test_beginnings_offer_the_shortest_phrase_first_each_meaning_once(tailor):
    make_trade("schneidemuehle", "Schneidemühle")
    KiezWord.objects.create(phrase="Schneider ums Eck", same_as="Schneiderei")
    assert starting("Schn") == ["schneiderei", "schneidemuehle"]
    assert starting("hosen k") == ["schneiderei"]
    assert starting("x") == starting("") == starting("***") == []


def test_parts_of_a_phrase_are_known_as_parts():
    found = make_dictionary(trades={"rad": ["Rad", "Fahrrad reparieren"]})
    (part,) = analyse("reparieren")
    assert [each.slug for each in found.containing[part]] == ["rad"]
    assert found.singles.knows("fahrrad")
    assert found.meanings(analyse("reparieren")) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"phrase": "der"},
        {"phrase": "Stulle"},
        {"phrase": "Stulle", "same_as": "der die"},
        {"phrase": "***", "same_as": "a"},
    ],
)
def test_a_word_that_would_find_nothing_is_not_taken(fields):
    with pytest.raises(ValidationError):
        KiezWord(**fields).full_clean()


def test_a_word_means_one_thing_only(tailor):
    with pytest.raises(ValidationError):
        KiezWord(phrase="Stulle", trade=tailor, same_as="Brot").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        KiezWord.objects.create(phrase="Stulle", trade=tailor, same_as="Brot")
    KiezWord.objects.create(phrase="belegtes Brot", same_as="Stulle")
    with pytest.raises(ValidationError):
        KiezWord(phrase="Brot, belegt", same_as="Stulle").full_clean()
