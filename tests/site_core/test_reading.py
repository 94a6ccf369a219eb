"""The reading-ease hint: what it calls easy, long and hard, and which sentence it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_core.text.reading import EASIEST, HARDEST, Verdict, read, sentences_in, syllables_in

BAKER = (
    "Wir backen seit 1998 in der Herrfurthstraße. Morgens um vier geht bei uns das Licht an. Dann kommt das Brot in "
    "den Ofen, und um sechs steht die Tür auf. Wer mag, trinkt hier einen Kaffee und liest die Zeitung."
)
GARDEN = (
    "Am Samstag räumen wir zusammen den Platz auf. Kommen Sie vorbei, wann es Ihnen passt. Besen und Säcke sind da. "
    "Danach gibt es Suppe für alle."
)
OFFICE = (
    "Die Inanspruchnahme der Förderung setzt die vollständige Vorlage der erforderlichen Nachweise über die "
    "Gewerbeanmeldung sowie die Berücksichtigung der Vergaberichtlinien voraus. Nach Abschluss der "
    "Verwendungsnachweisprüfung erfolgt die Auszahlung der bewilligten Zuwendungssumme."
)
ONE_LONG = (
    "Wir sind ein kleiner Laden. Bei uns gibt es Obst und Brot, und wer will, kann am Morgen, wenn die Sonne noch tief "
    "steht und der Platz noch leer ist, auf der Bank vor der Tür einen Tee trinken, den wir ihm gern bringen. Bis bald!"
)
A_LITTLE_LONG = (
    "Wir nähen Hosen und Hemden um. Wer eine Jacke hat, die am Arm zu weit ist oder die am Saum schon ein Loch hat, "
    "bringt sie am besten am Montag oder am Dienstag zu uns."
)


@pytest.mark.parametrize("text", [BAKER, GARDEN])
def test_short_sentences_with_short_words_read_well(text):
    reading = read(text)
    assert reading.verdict is Verdict.EASY
    assert reading.sentence == ""


def test_the_german_of_offices_is_hard_to_read():
    reading = read(OFFICE)
    assert reading.verdict is Verdict.HARD
    assert reading.grade == HARDEST
    assert reading.sentence.startswith("Die Inanspruchnahme")


def test_one_sentence_without_end_makes_a_simple_text_hard_and_is_named():
    reading = read(ONE_LONG)
    assert reading.verdict is Verdict.HARD
    assert reading.sentence.startswith("Bei uns gibt es Obst")
    assert reading.sentence.endswith("bringen.")


def test_one_office_sentence_is_found_among_easy_ones():
    reading = read(f"{GARDEN} {OFFICE} {GARDEN}")
    assert reading.verdict is Verdict.HARD
    assert reading.sentence.startswith("Die Inanspruchnahme")


def test_a_sentence_of_some_thirty_words_is_a_little_long():
    reading = read(A_LITTLE_LONG)
    assert reading.verdict is Verdict.LONG
    assert reading.sentence.startswith("Wer eine Jacke hat")


def test_a_few_words_are_not_judged():
    assert read("Verwendungsnachweisprüfung und Gewerbeanmeldung, Berücksichtigung der Vergaberichtlinien.") is None
    assert read("") is None


@pytest.mark.parametrize(
    ("word", "count"),
    [("Brot", 1), ("Ofen", 2), ("Bäckerei", 3), ("heute", 2), ("Häuser", 2), ("Schillerkiez", 3), ("Qualität", 3),
     ("Kaffee", 2), ("Öffnungszeiten", 4), ("pst", 1), ("Straße", 2)],
)  # fmt: skip
def test_syllables_are_counted_by_what_is_spoken(word, count):
    assert syllables_in(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wir öffnen am 8. März. Kommen Sie!", 2),
        ("Brot, Kuchen usw. Gibt es z. B. am Morgen, ca. ab sechs.", 1),
        ("Bei Dr. Yılmaz in der Weisestr. 24 ist noch Platz.", 1),
        ("Kommt „Anna“ auch? „Ja.“ Und Mehmet…", 3),
        ("Es gibt uns seit 1998. Um acht öffnen wir am Eingang Herrfurthstr. 12 die Tür.", 2),
        ("Montag\nDienstag\n\nMittwoch", 3),
        ("... !!! 2024", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, count):
    assert len(sentences_in(text)) == count


@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_be_read(text):
    reading = read(text)
    assert reading is None or EASIEST <= reading.grade <= HARDEST


@given(
    st.lists(
        st.sampled_from(["Brot", "Verwendungsnachweis", "und", "z.", "B.", "Ende.", "Wirklich?", "\n"]), min_size=40
    )
)
def test_the_named_sentence_stands_in_the_text(parts):
    text = " ".join(parts)
    reading = read(text)
    assert reading is None or reading.sentence in text
