"""Folding, sorting, slugs, streets: one spelling however people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_core.text.analysis import analyse
from site_core.text.folding import MAX_SLUG, ascii_slug, fold, free_slug, sort_key
from site_core.text.streets import street_key
from tests.factories.pages import make_business, make_news, make_topic
from tests.factories.trades import make_trade


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bäckerei Größe", "baeckerei groesse"),
        ("ÄÖÜ ẞ", "aeoeue ss"),
        ("Café Şükrü & Söhne", "cafe suekrue soehne"),
        ("  Zum   Hirsch!  ", "zum hirsch"),
        ("خياط", "khyt"),
        ("Кафе", "kafe"),
        ("🍞", "bread"),
        ("", ""),
        ("---", ""),
    ],
)
def test_text_folds_to_plain_ascii(text, folded):
    assert fold(text) == folded


def test_the_telephone_book_puts_umlauts_with_their_vowels():
    names = ["Zeta", "Öl", "Ofen", "Ärzte", "Arzt", "Äpfel", "Apfel", "Straße", "Strasse 2", "émile", "Eule"]
    assert sorted(names, key=lambda name: (sort_key(name), name)) == [
        "Apfel", "Äpfel", "Arzt", "Ärzte", "émile", "Eule", "Ofen", "Öl", "Straße", "Strasse 2", "Zeta",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_a_slug_is_always_ascii_never_empty_and_bounded(text):
    slug = ascii_slug(text)
    assert slug
    assert slug.isascii()
    assert len(slug) <= MAX_SLUG
    assert slug.replace("-", "").isalnum()
    assert not slug.startswith("-")
    assert not slug.endswith("-")


def test_a_taken_slug_gets_the_first_free_number():
    taken = {"laden", "laden-2", "laden-4"}
    assert free_slug("laden", taken.__contains__) == "laden-3"
    assert free_slug("neu", taken.__contains__) == "neu"


@pytest.mark.parametrize(
    "spelling", ["Weisestraße", "Weisestr.", "Weisestr", "WEISESTRASSE", "Weise Straße", "Weise-Str.", " weisestraße "]
)
def test_a_street_has_one_key(spelling):
    assert street_key(spelling).replace("-", "") == "weisestrasse"


@pytest.mark.parametrize(
    ("street", "key"), [("", ""), ("…", ""), ("Strand", "strand"), ("Herrfurthplatz", "herrfurthplatz")]
)
def test_other_streets_keep_their_names(street, key):
    assert street_key(street) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bäckereien", "baeckerei"), ("Weisestr.", "Weisestraße"), ("Fahrräder", "Fahrräder"), ("STRASSE", "Straße")],
)
def test_words_of_one_kind_meet_in_one_term(one, other):
    assert analyse(one) == analyse(other)


@given(st.text(max_size=400))
def test_any_text_is_analysed_to_ascii_terms(text):
    assert all(term.isascii() and term for term in analyse(text))


# --- addresses of pages ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Bäckerei Ähre & Söhne", "baeckerei-aehre-soehne"),
        ("Straße ß", "strasse-ss"),
        ("خياط", "khyt"),
        ("***", "eintrag"),
    ],
)
def test_a_page_gets_an_ascii_address(site, title, slug):
    assert make_business(site, title).slug == slug


@pytest.mark.django_db
def test_a_taken_address_is_numbered(site):
    assert [make_business(site, "Späti").slug for _number in range(3)] == ["spaeti", "spaeti-2", "spaeti-3"]
    assert make_news(site, "Späti").slug == "spaeti"


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/tr"])
def test_a_changed_address_leads_on_from_the_old_one(client, site, prefix, django_capture_on_commit_callbacks):
    page = make_business(site, "Alter Name")
    page.slug = "neuer-name"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    answer = client.get(f"{prefix}/gewerbe/alter-name/", follow=True)

    assert answer.redirect_chain[-1][0] == f"{prefix}/gewerbe/neuer-name/"
    assert answer.status_code == 200


@pytest.mark.django_db
def test_topics_and_trades_get_ascii_slugs_of_their_own():
    assert make_topic("Für Kinder").slug == "fuer-kinder"
    assert make_topic("خياط").slug == "khyt"
    assert [make_trade("", "Änderung").slug, make_trade("", "Änderung").slug] == ["aenderung", "aenderung-2"]
