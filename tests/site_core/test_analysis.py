"""Words become search terms: the same at index and at query time, whatever somebody types."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_core.text.analysis import MAX_TERM, MAX_TEXT, analyse, index_terms, is_stop_word, spelled, split, stem

WORDS = "Straße Str. weisestr Weise- das Änderungs Schneider خِياط الخياط İzmir ısı ﬁ ß ẞ ŞÖR".split()
WORDS += "中文 💐 12a 24/7 e-mail str".split()
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS, " ", ".", "-", "\x00", "\u202e", "\ud800"]), max_size=40).map(" ".join),
)


@given(ANY_TEXT)
@example("a" * (MAX_TERM - 3) + "str")
@example("Weise Straße str. der Straße")
def test_what_is_analysed_stays_as_it_is(text):
    terms = analyse(text)
    assert analyse(" ".join(terms)) == terms


@given(ANY_TEXT)
@example("a" * 5000)
@example("a" * (MAX_TERM - 3) + "str")
@example("a" * (MAX_TERM - 2) + " Straße")
def test_terms_are_plain_and_never_too_long(text):
    for term in [*analyse(text), *index_terms(text)]:
        assert term.isascii()
        assert term.isalnum()
        assert term == term.lower()
        assert len(term) <= MAX_TERM


@given(ANY_TEXT)
def test_what_is_searched_is_what_was_indexed(text):
    assert set(analyse(text)) <= set(index_terms(text))


@given(ANY_TEXT)
@example("a" * 5000)
def test_written_and_folded_words_fit_the_vocabulary(text):
    for word, _shown, base in spelled(text):
        assert 0 < len(word) <= MAX_TERM
        assert len(base) <= MAX_TERM


def test_only_the_beginning_of_an_endless_text_is_read():
    assert len(analyse("brot " * MAX_TEXT)) == MAX_TEXT // len("brot ")
    assert split("a" * 5000) == ["a" * MAX_TERM]


@pytest.mark.parametrize("text", ["", " ", "***", "\x00", "-", "'", "\ud800", "der die das", "The and of"])
def test_signs_and_stop_words_leave_nothing(text):
    assert analyse(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäckereien", "BAECKEREI"),
        ("Schlüsseldienst", "Schlusseldienst"),
        ("Ärzte", "Arzt"),
        ("Räder", "Rad"),
        ("Weisestraße", "weisestr"),
        ("Weise Str.", "Weisestrasse"),
        ("Weise-Straße", "Weisestr."),
        ("KIRIK", "kırık"),
        ("الخياط", "خياط"),
        ("خَيّاط", "خياط"),
        ("مكتبة", "مكتبه"),
        ("ﬁnden", "finden"),
    ],
)
def test_spellings_of_one_word_are_one_term(one, other):
    assert analyse(one) == analyse(other) != []


@pytest.mark.parametrize(("one", "other"), [("Bar", "Bahre"), ("Rat", "Rad"), ("Hose", "Hase")])
def test_other_words_stay_others(one, other):
    assert analyse(one) != analyse(other)


def test_numbers_and_single_letters_are_words():
    assert analyse("Nr. 17a, U8") == ["nr", "17a", "u8"]


def test_a_street_ending_joins_the_word_before_it_only():
    assert [word for word, _shown, _base in spelled("Kienitzer Straße 12")] == ["kienitzerstrasse", "12"]
    assert spelled("Kienitzer Str.")[0] == ("kienitzerstrasse", "Kienitzer Str", "kienitzer")
    assert [word for word, _shown, _base in spelled("in der Straße")] == ["in", "der", "strasse"]
    assert [word for word, _shown, _base in spelled("Straße Straße")] == ["strasse", "strasse"]


def test_the_index_keeps_the_name_that_people_leave_a_street_at():
    assert index_terms("Kienitzer Straße") == [stem("kienitzerstrasse"), stem("kienitzer")]
    assert analyse("Kienitzer Straße") == [stem("kienitzerstrasse")]


def test_a_stop_word_in_any_form_is_one():
    assert is_stop_word("der")
    assert is_stop_word("einem")
    assert not is_stop_word("brot")
