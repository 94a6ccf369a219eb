"""The sentence in which a searched word stands, with the word marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_core.text.analysis import analyse
from site_core.text.excerpt import GAP, excerpt

STORY = (
    "Zwei Frauen, drei Nähmaschinen. Seit 1998 in der Herrfurthstraße. Wir ändern Hosen, Kleider und Mäntel, nähen "
    "Reißverschlüsse ein und retten, was andere wegwerfen würden. Kommen Sie vorbei! Montags gibt es Kaffee und viel "
    "Zeit zum Reden über alles, was den Kiez bewegt, und manchmal Kuchen. Ende."
)


def quoted(texts, words, **options):
    return excerpt(texts, frozenset(analyse(words)), **options)


def marked(pieces):
    return [part for part, is_marked in pieces if is_marked]


def plain(pieces):
    return "".join(part for part, _is_marked in pieces)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Reißverschluss", "Reißverschlüsse"),
        ("reissverschluesse", "Reißverschlüsse"),
        ("KLEID", "Kleider"),
        ("Herrfurthstr.", "Herrfurthstraße"),
    ],
)
def test_a_word_is_marked_as_it_is_written_whatever_form_was_typed(typed, written):
    assert marked(quoted([STORY], typed)) == [written]


def test_every_match_in_the_excerpt_is_marked():
    assert marked(quoted([STORY], "Hose Mantel Kleid")) == ["Hosen", "Kleider", "Mäntel"]


def test_it_begins_with_the_sentence_of_the_first_match():
    assert plain(quoted([STORY], "Hose")).startswith(f"{GAP} Wir ändern Hosen")


def test_the_end_of_a_text_is_filled_up_with_what_stands_before():
    pieces = quoted([STORY], "Ende")
    assert plain(pieces).endswith("und manchmal Kuchen. Ende.")
    assert marked(pieces) == ["Ende"]


def test_a_word_far_into_its_sentence_is_in_the_excerpt():
    pieces = quoted(["Und dann " * 60 + "kam der Kuchen " + "und so weiter " * 60], "Kuchen", length=120)
    assert marked(pieces) == ["Kuchen"]
    assert plain(pieces).startswith(f"{GAP} ")
    assert plain(pieces).endswith(f" {GAP}")


def test_the_first_text_that_holds_a_word_is_quoted():
    assert plain(quoted(["Brot und Salz.", "Käse und Kuchen.", "Noch mehr Kuchen."], "Kuchen")) == "Käse und Kuchen."


def test_texts_behind_the_quoted_one_are_not_read():
    def texts():
        yield "Kuchen zuerst."
        raise AssertionError("read further than needed")

    assert marked(quoted(texts(), "Kuchen")) == ["Kuchen"]


def test_without_a_match_the_first_text_is_shown_from_its_start():
    assert quoted(["", "Kurz gesagt.", STORY], "Fahrrad") == (("Kurz gesagt.", False),)
    assert plain(quoted([STORY], "")).startswith("Zwei Frauen, drei Nähmaschinen.")
    assert quoted([], "Kuchen") == ()


def test_arabic_with_its_vowel_marks_is_marked():
    assert marked(quoted(["هنا خِياط جيد"], "خياط")) == ["خِياط"]


def test_markup_in_a_text_stays_text():
    assert plain(quoted(["<b>Kuchen</b> & Tee"], "Kuchen")) == "<b>Kuchen</b> & Tee"


@given(st.lists(st.text(max_size=600), max_size=4), st.text(max_size=40), st.integers(min_value=80, max_value=300))
def test_it_never_raises_and_stays_short(texts, words, length):
    pieces = quoted(texts, words, length=length)
    assert len(plain(pieces)) <= length + 2 * len(f" {GAP}")
    assert all(part for part, _is_marked in pieces)
