"""What the words of a question may stand for: one example for each way, on small dictionaries and word lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.choices import Question
from search.reading import AROUND, MAX_WORDS, read
from site_core.text.analysis import analyse, stem
from tests.factories.search import make_dictionary, make_words

NOTHING = make_dictionary()
TAILOR = {"schneiderei": ["Schneiderei", "Schneider", "Hosen kürzen", "Terzi", "خياط"]}
BAKERY = {"baeckerei": ["Bäckerei", "Bäcker", "bakery"]}


def weight_of(question, text, *tokens) -> float:
    """What a page with this text and these tokens weighs for the question; 0 where it is no hit."""
    terms = {*analyse(text), *tokens}
    best = [group.best(terms) for group in question.groups]
    return sum(choice.found_in(terms) for choice in best) if all(best) else 0


def finds(question, text, *tokens) -> bool:
    return weight_of(question, text, *tokens) > 0


# --- what a word is --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Schneider", "schneiderei", "SCHNEIDER", "terzi", "خياط", "der Schneider"])
def test_a_trade_is_meant_by_any_of_its_words_in_any_language(text):
    question = read(text, make_dictionary(trades=TAILOR), make_words())
    assert finds(question, "", "t0schneiderei")
    assert question.corrected == ""


def test_trade_and_name_weigh_more_than_topic_than_street_than_text():
    dictionary = make_dictionary(trades={"honig": ["Honig"]}, topics={"honig": ["Honig"]})
    question = read("Honig", dictionary, make_words("Honig"))
    honey = stem("honig")
    places = ["t0honig", f"n0{honey}", "p0honig", f"s0{honey}", honey]
    weights = [weight_of(question, "", place) for place in places]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(places)
    assert weight_of(question, "", "t0honig", f"n0{honey}") > weights[0]


def test_a_phrase_of_the_dictionary_is_taken_whole_in_any_order():
    dictionary = make_dictionary(trades=TAILOR)
    for text in ("Hosen kürzen", "kürzen Hosen", "Hose kürzen"):
        question = read(text, dictionary, make_words())
        assert len(question.groups) == 1, text
        assert finds(question, "", "t0schneiderei"), text


def test_a_phrase_is_found_word_by_word_too():
    question = read("Hosen kürzen", make_dictionary(trades=TAILOR), make_words("Hosen kürzen"))
    assert finds(question, "Wir kürzen auch Hosen")
    assert not finds(question, "Wir kürzen alles")


def test_every_word_must_be_found():
    question = read("Brot Käse", NOTHING, make_words("Brot Käse"))
    assert finds(question, "Brot und Käse")
    assert not finds(question, "Brot")


def test_beside_other_words_a_word_stands_for_the_phrases_it_is_part_of():
    dictionary = make_dictionary(trades=TAILOR)
    assert finds(read("Hosen Weisestraße", dictionary, make_words("Weisestraße")), "Weisestraße", "t0schneiderei")


def test_two_words_written_apart_are_the_compound():
    question = read("Fahrrad Werkstatt", NOTHING, make_words("Fahrradwerkstatt"))
    assert finds(question, "Unsere Fahrradwerkstatt")


def test_a_taught_word_stands_for_the_words_an_editor_chose():
    dictionary = make_dictionary(trades=BAKERY, same={"Schrippe": "Bäckerei", "Stulle": "belegtes Brot"})
    assert finds(read("Schrippen", dictionary, make_words()), "", "t0baeckerei")
    question = read("Stulle", dictionary, make_words("belegtes Brot"))
    assert finds(question, "Belegte Brote")
    assert not finds(question, "Brot")


def test_words_taught_in_a_circle_end():
    dictionary = make_dictionary(same={"Henne": "Ei", "Ei": "Henne"})
    assert read("Henne", dictionary, make_words()) == Question()


# --- compounds -------------------------------------------------------------------------------------------------


def test_a_word_is_found_inside_a_compound_whose_other_part_is_a_word():
    words = make_words("Lastenrad Lasten Radweg Weg Radieschen")
    question = read("Rad", NOTHING, make_words("Rad Lastenrad Lasten"))
    assert not finds(question, "Lastenrad"), "three letters are too short to be part of another word"
    question = read("Lasten", NOTHING, words)
    assert not finds(question, "Radieschen")
    question = read("Honig", NOTHING, make_words("Honigkuchen Kuchen Waldhonig Wald Honigdings"))
    assert finds(question, "Honigkuchen")
    assert finds(question, "Waldhonig")
    assert not finds(question, "Honigdings")


def test_a_compound_weighs_less_than_the_word_itself():
    question = read("Honig", NOTHING, make_words("Honig Honigkuchen Kuchen"))
    assert weight_of(question, "Honig") > weight_of(question, "Honigkuchen") > 0


@pytest.mark.parametrize("compound", ["Kinderkleidung", "Kinderskleidung"])
def test_an_unknown_compound_is_taken_apart_at_its_joint(compound):
    question = read(compound, NOTHING, make_words("Kinder Kleidung"))
    assert finds(question, "Kleidung für Kinder")
    assert not finds(question, "Kleidung")
    assert question.corrected == ""


def test_of_a_shop_for_something_the_something_is_enough():
    question = read("Weinladen", NOTHING, make_words("Wein Kiez"))
    assert finds(question, "Wein")


def test_a_compound_stands_for_the_phrase_of_the_dictionary():
    dictionary = make_dictionary(trades={"rad": ["Fahrrad reparieren"]})
    assert finds(read("Fahrradreparieren", dictionary, make_words()), "", "t0rad")


# --- beginnings and endings ------------------------------------------------------------------------------------


def test_the_beginning_of_a_word_is_carried_on():
    question = read("Schn", make_dictionary(trades=TAILOR), make_words("Schnupfen"))
    assert finds(question, "", "t0schneiderei")
    assert finds(question, "Schnupfen")
    assert question.corrected == ""


def test_two_letters_are_not_carried_on():
    assert read("Sc", make_dictionary(trades=TAILOR), make_words("Schnupfen"), exact=True) == Question()


def test_the_ending_of_another_language_is_taken_away():
    question = read("terziler", make_dictionary(trades=TAILOR), make_words())
    assert finds(question, "", "t0schneiderei")


# --- mended words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Schnaider", "Schnieder", "Scneider", "Schneiderr"])
def test_a_mistyped_word_is_mended_and_says_so(typed):
    question = read(f"{typed} bitte", make_dictionary(trades=TAILOR), make_words("bitte"))
    assert finds(question, "bitte", "t0schneiderei")
    assert question.corrected == "Schneider bitte"


def test_nothing_is_mended_on_the_way_back():
    dictionary, words = make_dictionary(trades=TAILOR), make_words("Schnaidermann")
    assert read("Schnaiderx", dictionary, words).corrected
    exact = read("Schnaiderx", dictionary, words, exact=True)
    assert exact == Question()


def test_short_words_are_mended_by_one_letter_and_to_names_only():
    assert read("Luno", NOTHING, make_words(names="Luna")).corrected == "Luna"
    assert read("Luno", NOTHING, make_words("Luna")) == Question()
    assert read("Lino", NOTHING, make_words(names="Luna")) == Question()


def test_long_words_are_mended_by_two_letters_and_no_more():
    words = make_words("Schillerpromenade")
    assert read("Schilerpromenade", NOTHING, words).corrected == "Schillerpromenade"
    assert read("Schilerpromenande", NOTHING, words).corrected == "Schillerpromenade"
    assert read("Schiilerpromemenande", NOTHING, words) == Question()


def test_of_several_the_nearest_then_the_dictionary_then_names_then_common_words():
    lanterns = make_dictionary(trades={"laterne": ["Lampion"]})
    assert read("Lampiokk", lanterns, make_words("Lampiokx")).corrected == "Lampiokx"
    assert read("Lampiok", lanterns, make_words("Lampiox")).corrected == "Lampion"
    names = make_words("Lampion", names="Lampiop")
    assert read("Lampiom", NOTHING, names).corrected == "Lampiop"


def test_a_known_word_is_never_mended():
    question = read("Leder", make_dictionary(trades={"feder": ["Feder"]}), make_words("Leder"))
    assert question.corrected == ""
    assert finds(question, "Leder")


def test_who_may_not_be_shown_is_not_offered():
    words = make_words("Geheimnis Geheimniss")
    assert read("Geheimniz", NOTHING, words, shown=lambda word: False) == Question()
    only = read("Geheimniz", NOTHING, words, shown=lambda word: word == "geheimniss")
    assert only.corrected == "Geheimniss"


def test_words_of_the_dictionary_may_always_be_shown():
    assert read("Schnaider", make_dictionary(trades=TAILOR), make_words(), shown=lambda word: False).corrected


# --- what is left out ------------------------------------------------------------------------------------------


def test_what_is_said_around_it_is_left_out():
    question = read("guten Schneider in der Nähe finden", make_dictionary(trades=TAILOR), make_words())
    assert finds(question, "", "t0schneiderei")
    assert len(question.groups) == 1


def test_words_around_alone_are_asked_for():
    question = read("Laden", NOTHING, make_words("Laden"))
    assert finds(question, "Laden")
    assert stem("laden") in AROUND


def test_one_unknown_word_of_three_is_left_out_and_says_so():
    words = make_words("Brot Käse")
    question = read("Brot Käse Xylofant", NOTHING, words)
    assert finds(question, "Brot und Käse")
    assert question.corrected == "Brot Käse"
    assert read("Brot Käse Xylofant", NOTHING, words, exact=True).groups == ()


@pytest.mark.parametrize("text", ["Brot Xylofant", "Brot Xylofant Quarzuhr Käse", "Xylofant"])
def test_more_unknown_words_find_nothing(text):
    assert read(text, NOTHING, make_words("Brot Käse")).groups == ()


def test_what_is_known_of_an_unknown_question_is_kept_for_what_comes_near():
    question = read("Brot Xylofant", NOTHING, make_words("Brot"))
    assert [group.said for group in question.known] == ["brot"]


@pytest.mark.parametrize("text", ["", " ", "***", "der die das", "\x00", "?"])
def test_no_words_no_question(text):
    assert read(text, make_dictionary(trades=TAILOR), make_words("Brot")) == Question()


# --- numbers and streets ---------------------------------------------------------------------------------------


def test_numbers_are_words_but_single_letters_beside_others_are_not():
    question = read("Weisestraße 7 b", NOTHING, make_words("Weisestraße 7"))
    assert finds(question, "Weisestraße 7")
    assert not finds(question, "Weisestraße")


@pytest.mark.parametrize("typed", ["Weise Str.", "Weisestr", "weise straße", "Weise-Str.", "WEISESTRASSE"])
def test_a_street_is_found_however_it_is_written(typed):
    question = read(typed, NOTHING, make_words("Weisestraße"))
    assert finds(question, "Weisestraße", "s0weisestrass")
    assert question.corrected == ""


@pytest.mark.parametrize("typed", ["Kienitzer", "Kienitzer Straße", "kienitzerstr."])
def test_a_street_is_found_by_what_people_leave_it_at(typed):
    question = read(typed, NOTHING, make_words("Kienitzer Straße"))
    assert question.groups
    assert question.corrected == ""


def test_stems_for_marking_are_plain_terms():
    question = read("Schneider", make_dictionary(trades=TAILOR), make_words("Schneider"))
    assert question.stems == {stem("schneider")}


# --- any text --------------------------------------------------------------------------------------------------

WORDS = make_words(
    "Brot Brötchen Brotkorb Korb Honig Honigbrot Wald Waldhonig Fahrrad Fahrradladen Laden Rad Kinder Kinderwagen Wagen"
    " Wagenrad Schule Schulbrot Straße Weisestraße 12",
    names="Kinderladen Honigwald",
)
KIEZ = make_dictionary(
    trades=TAILOR | BAKERY | {"rad": ["Fahrradladen", "Rad reparieren", "Fahrrad"]},
    topics={"kinder": ["Kinder", "für Kinder"]},
    same={"Stulle": "Brot", "Drahtesel": "Fahrrad Laden"},
)
SAID = [
    "Brot",
    "honigbrot",
    "kind",
    "Fahrad",
    "Stulle",
    "Drahtesel",
    "kürzen",
    "hosen",
    "weise str",
    "12",
    "x",
    "laden",
]
ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(SAID), st.text(min_size=1, max_size=12)), max_size=30).map(" ".join),
)


def leaves(question_or_choice) -> int:
    """How many single conditions the database is asked for."""
    parts = question_or_choice.groups
    return sum(leaves(choice) for group in parts for choice in group.choices) if parts else 1


@given(ANY_TEXT, st.booleans())
def test_any_text_is_read_to_a_bounded_tree(text, exact):
    question = read(text, KIEZ, WORDS, exact=exact)
    assert len(question.groups) <= MAX_WORDS
    assert leaves(question) <= 200 * max(len(question.groups), 1)
    assert all(group.choices for group in question.groups)
    assert not (exact and question.corrected)
    assert len(question.corrected) <= len(text) + 100


def test_what_is_asked_of_the_database_does_not_grow_with_the_words_it_knows():
    few, many = (make_words(" ".join(f"Honig{'abcdefghijklmnop'[n % 16]}{n} Honigkorb{n}" for n in range(count)))
                 for count in (60, 600))  # fmt: skip
    assert leaves(read("Honig", NOTHING, few)) == leaves(read("Honig", NOTHING, many)) < 200


def test_a_long_text_is_read_as_far_as_its_first_words():
    question = read(" ".join(["Brot"] * 500), NOTHING, WORDS)
    assert len(question.groups) == MAX_WORDS
