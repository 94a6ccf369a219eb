"""What people ask of hours, place, access and language, in four languages, and what is left to search for."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.asking import MAX_TEXT, PHRASES, Question, understand
from tests.factories.trades import make_language

STREETS = {"weisestrasse", "karl-marx-strasse", "herrfurthplatz", "kienitzer-strasse", "hermannstrasse", "sonnenallee"}
LANGUAGES = {
    "tuerkisch": "tr", "turkish": "tr", "tuerkce": "tr", "turkce": "tr", "trkyh": "tr", "arabisch": "ar", "rbyh": "ar",
    "arapca": "ar", "englisch": "en", "english": "en", "ingilizce": "en",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _monday_in_november(at, monkeypatch):
    at("2026-11-23 10:00")
    monkeypatch.setattr(Question, "languages", LANGUAGES)


def asked(text):
    """(what is left to search for, the filters); in what is left nothing more is heard."""
    understood = understand(text, streets=STREETS.__contains__)
    assert understand(understood.words, streets=STREETS.__contains__).said == ()
    return understood.words, understood.filters.active


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jetzt offen", ""),
        ("Bäckerei jetzt geöffnet", "Bäckerei"),
        ("jetzt offene Bäckerei", "Bäckerei"),
        ("gerade geöffneter Späti", "Späti"),
        ("welcher Späti hat jetzt noch offen?", "Späti"),
        ("Späti, der jetzt auf ist", "Späti"),
        ("what's open now?", ""),
        ("cafe open right now", "cafe"),
        ("şimdi açık market", "market"),
        ("şu an açık eczane var mı", "eczane"),
        ("صيدلية مفتوحة الآن", "صيدلية"),
        ("محل مفتوح الان", "محل"),
    ],
)
def test_open_now(text, left):
    assert asked(text) == (left, {"open": "now"})


@pytest.mark.parametrize(
    ("text", "left", "day"),
    [
        ("Sonntag", "", "7"),
        ("Café am Sonntag", "Café", "7"),
        ("Sonntags geöffnete Bäckerei", "Bäckerei", "7"),
        ("welche Apotheke hat Sonntag offen", "Apotheke", "7"),
        ("an jedem Mittwoch", "", "3"),
        ("Friseur Montags auf", "Friseur", "1"),
        ("heute noch offen", "", "1"),
        ("Wer hat heute auf?", "", "1"),
        ("morgen geöffnet", "", "2"),
        ("open sundays", "", "7"),
        ("bakery open on Saturday", "bakery", "6"),
        ("open today", "", "1"),
        ("cafe open tomorrow", "cafe", "2"),
        ("pazar günü açık fırın", "fırın", "7"),
        ("pazarları açık kafe", "kafe", "7"),
        ("cumartesi günü", "", "6"),
        ("bugün açık eczane", "eczane", "1"),
        ("مطعم يوم الأحد", "مطعم", "7"),
        ("مفتوح الاحد", "", "7"),
        ("مطعم مفتوح اليوم", "مطعم", "1"),
    ],
)
def test_a_day(text, left, day):
    assert asked(text) == (left, {"day": day})


def test_tomorrow_after_a_sunday_is_monday(at):
    at("2026-11-29 23:30")
    assert asked("heute offen")[1] == {"day": "7"}
    assert asked("morgen offen")[1] == {"day": "1"}


@pytest.mark.parametrize(
    ("text", "left", "time"),
    [
        ("nach 20 Uhr", "", "20:00"),
        ("Späti nach 20:30 Uhr", "Späti", "20:30"),
        ("nach 20.30 Uhr geöffnet", "", "20:30"),
        ("nach 20h", "", "20:00"),
        ("offen ab 6 Uhr", "", "06:00"),
        ("nach 24 Uhr", "", "00:00"),
        ("abends noch offen", "", "20:00"),
        ("Späti nachts geöffnet", "Späti", "22:00"),
        ("Bar bis 22 Uhr offen", "Bar", "21:30"),
        ("bis 0 Uhr offen", "", "23:30"),
        ("bar open after 8 pm", "bar", "20:00"),
        ("bar after 8pm", "bar", "20:00"),
        ("open after 12 pm", "", "12:00"),
        ("bars open past 10", "bars", "22:00"),
        ("open until 10pm", "", "21:30"),
        ("bar open late", "bar", "20:00"),
        ("saat 20'den sonra açık", "", "20:00"),
        ("akşam 8'den sonra", "", "20:00"),
        ("saat 22'ye kadar açık", "", "21:30"),
        ("gece açık eczane", "eczane", "22:00"),
        ("مفتوح بعد 20", "", "20:00"),
        ("مقهى بعد الساعة ٨ مساء", "مقهى", "20:00"),
    ],
)
def test_an_hour(text, left, time):
    assert asked(text) == (left, {"after": time})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("barrierefreies Café", "Café"),
        ("rollstuhlgerechte Toilette", "Toilette"),
        ("Café ohne Stufen", "Café"),
        ("stufenloser Eingang", ""),
        ("mit Rollstuhl", ""),
        ("wheelchair accessible cafe", "cafe"),
        ("accessible toilet", "toilet"),
        ("step-free bar", "bar"),
        ("engelli erişimi", ""),
        ("tekerlekli sandalyeye uygun kafe", "kafe"),
        ("مطعم كرسي متحرك", "مطعم"),
    ],
)
def test_access(text, left):
    assert asked(text) == (left, {"access": "yes"})


@pytest.mark.parametrize(
    ("text", "left", "language"),
    [
        ("spricht Türkisch", "", "tr"),
        ("Arzt, der Türkisch spricht", "Arzt", "tr"),
        ("Ärztin, die auch Arabisch spricht", "Ärztin", "ar"),
        ("türkischsprachiger Arzt", "Arzt", "tr"),
        ("wo spricht man Türkisch?", "", "tr"),
        ("Beratung auf Arabisch", "Beratung", "ar"),
        ("English speaking dentist", "dentist", "en"),
        ("dentist who speaks Turkish", "dentist", "tr"),
        ("Türkçe konuşan doktor", "doktor", "tr"),
        ("İNGİLİZCE bilen avukat", "avukat", "en"),
        ("طبيب يتحدث العربية", "طبيب", "ar"),
        ("طبيبة تتكلم التركية", "طبيبة", "tr"),
    ],
)
def test_a_language(text, left, language):
    assert asked(text) == (left, {"language": language})


@pytest.mark.parametrize(
    ("text", "left", "street"),
    [
        ("in der Weisestraße", "", "weisestrasse"),
        ("Friseur in der Weisestr.", "Friseur", "weisestrasse"),
        ("in der Weisestr. 12", "12", "weisestrasse"),
        ("auf der Karl-Marx-Straße", "", "karl-marx-strasse"),
        ("in der Karl Marx Str. Bäcker", "Bäcker", "karl-marx-strasse"),
        ("am Herrfurthplatz, Café", "Café", "herrfurthplatz"),
        ("Bäcker in der Kienitzer Straße", "Bäcker", "kienitzer-strasse"),
        ("hairdresser on Weisestraße", "hairdresser", "weisestrasse"),
        ("Hermannstraße'de terzi", "terzi", "hermannstrasse"),
        ("Sonnenallee'deki kafe", "kafe", "sonnenallee"),
        ("Herrfurthplatz'ta", "", "herrfurthplatz"),
        ("Sonnenallee üzerinde berber", "berber", "sonnenallee"),
        ("حلاق في شارع Sonnenallee", "حلاق", "sonnenallee"),
    ],
)
def test_a_street(text, left, street):
    assert asked(text) == (left, {"street": street})


@pytest.mark.parametrize(
    "text",
    [
        "Nach Acht", "After Eight", "Open Source Büro", "Auf dem Tempelhofer Feld", "in der Nähe", "Weisestr. 12",
        "in der Nirgendstraße", "Café mit WLAN", "Friseur ohne Termin", "türkisches Restaurant", "Sprachkurs Türkisch",
        "Sonntagsbäckerei", "Montag geschlossen", "Was ist heute los", "pazar", "auf", "was gibt es", "Guten Morgen",
        "nach Hause", "", " ", "?", "🦄",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_filter_is_searched_for_as_it_stands(text):
    assert asked(text) == (text, {})


@pytest.mark.parametrize(("text", "rest"), [("Café Sonntag", "Café"), ("Heute im Kiez", "im Kiez")])
def test_a_name_with_a_day_in_it_leaves_the_rest_of_the_name(text, rest):
    (day,) = understand(text, streets=STREETS.__contains__).said
    assert (day.name, day.rest) == ("day", rest)


def test_several_are_heard_and_each_can_be_taken_back_alone():
    understood = understand("Friseur in der Weisestraße, sonntags nach 18 Uhr", streets=STREETS.__contains__)
    assert understood.words == "Friseur"
    assert [(said.name, said.phrase, said.rest) for said in understood.said] == [
        ("street", "in der Weisestraße", "Friseur, sonntags nach 18 Uhr"),
        ("day", "sonntags", "Friseur in der Weisestraße, nach 18 Uhr"),
        ("after", "nach 18 Uhr", "Friseur in der Weisestraße, sonntags"),
    ]


def test_of_two_days_the_first_counts_and_the_other_is_no_word_to_search_for():
    assert asked("Café Samstag und Sonntag") == ("Café", {"day": "6"})
    assert asked("Montag bis Freitag") == ("", {"day": "1"})


def test_words_behind_the_end_of_the_question_are_searched_as_they_stand():
    text = f"{'wort ' * (MAX_TEXT // 5)}jetzt offen"
    assert asked(text) == (text, {})


@pytest.mark.django_db
def test_languages_are_those_spoken_in_the_shops_and_read_only_when_asked_for(monkeypatch, django_assert_num_queries):
    monkeypatch.undo()
    make_language("ku", "Kurdisch", name_en="Kurdish", name_tr="Kürtçe", name_ar="الكردية")
    with django_assert_num_queries(0):
        assert asked("Friseur jetzt offen")[1] == {"open": "now"}
    for text in ("spricht Kurdisch", "Kurdish speaking", "Kürtçe konuşan", "يتحدث الكردية"):
        with django_assert_num_queries(1):
            assert asked(text) == ("", {"language": "ku"}), text
    assert asked("spricht Klingonisch") == ("spricht Klingonisch", {})


# --- any text --------------------------------------------------------------------------------------------------

_WORDS = sorted(
    {word.strip("?*<>") for phrases in PHRASES.values() for each in phrases for part in each.split()
     for word in part.split("|")} | {"Sonntag", "Türkisch", "Weisestr.", "20", "Café", "der", ",", "'de", "🦄"}
)  # fmt: skip
questions = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))


@given(questions)
def test_any_text_is_read_and_nothing_is_made_up(text):
    looked_up = []

    def streets(key):
        looked_up.append(key)
        return key in STREETS

    understood = understand(text, streets=streets)
    assert understood.filters.active.keys() == {said.name for said in understood.said}
    assert max(Counter(said.name for said in understood.said).values(), default=1) == 1
    assert len(looked_up) <= 6 * MAX_TEXT
    for left in (understood.words, *(said.rest for said in understood.said)):
        assert not Counter(left.replace(" ", "")) - Counter(text)
    for said in understood.said:
        assert said.phrase in text
        assert len(said.rest) < len(text)
