"""The words of the public texts: noted when pages are saved, counted and thinned out when built anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from members.models import BusinessPage
from search import vocabulary
from search.models import Word
from search.vocabulary import rebuild
from site_core.text.analysis import MAX_TERM
from tests.factories.pages import make_business, make_news, make_standard_page
from tests.factories.search import make_words


def word(text) -> Word | None:
    return Word.objects.filter(word=text).first()


# --- a list of words -------------------------------------------------------------------------------------------


@given(st.lists(st.text("abc", min_size=1, max_size=5), max_size=30), st.text("abc", max_size=4))
def test_words_are_found_from_either_end(texts, part):
    words = make_words(" ".join(texts))
    assert [each.word for each in words.starting(part)] == sorted(w for w in words.entries if w.startswith(part))
    assert {each.word for each in words.ending(part)} == {w for w in words.entries if w.endswith(part)}


def test_words_like_another_are_one_slip_away_or_two_when_long():
    words = make_words("Honig Hofig Huhn Schneider Schniedler")
    assert [(slips, each.word) for slips, each in words.like("honik")] == [(1, "honig")]
    assert {(slips, each.word) for slips, each in words.like("schnieder")} == {(1, "schneider"), (1, "schniedler")}
    assert {each.word for _slips, each in words.like("schnaidler")} == {"schneider", "schniedler"}
    assert words.like("xylofant") == []


def test_a_swap_of_neighbours_is_one_slip():
    assert [slips for slips, _each in make_words("Honig").like("hoing")] == [1]


# --- kept beside the index -------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.db_specific
class TestKept:
    def test_a_published_text_adds_its_words_as_they_are_written(self, site):
        make_business(site, "Süßes Äffchen", claim="Müsli und Çay", street="Kienitzer Straße")
        assert (word("suesses").shown, word("suesses").in_name) == ("Süßes", True)
        assert (word("muesli").shown, word("muesli").in_name) == ("Müsli", False)
        assert word("kienitzerstrasse").shown == "Kienitzer Straße"
        assert word("kienitzer").shown == "Kienitzer"
        assert word("und") is None

    def test_every_kind_of_page_adds_its_words(self, site):
        make_news(site, "Flohmarkt", lead="Trödel.")
        make_standard_page(site, "Impressum", lead="Angaben.")
        assert all(map(word, ["flohmarkt", "troedel", "impressum", "angaben"]))

    def test_a_draft_adds_nothing(self, site):
        make_business(site, "Geheimladen", live=False)
        assert word("geheimladen") is None

    def test_a_page_behind_a_sign_in_adds_nothing(self, site):
        PageViewRestriction.objects.create(page=site.news, restriction_type=PageViewRestriction.LOGIN)
        make_news(site, "Geheimsache")
        assert word("geheimsache") is None

    def test_a_known_word_that_comes_into_a_name_is_one_of_a_name_at_once(self, site):
        make_business(site, "Laden", claim="Honig.")
        assert not vocabulary.current().entries["honig"].in_name
        make_business(site, "Honig")
        assert vocabulary.current().entries["honig"].in_name

    def test_an_endless_word_is_kept_cut(self, site):
        make_business(site, "Laden", who_we_are=f"{'a' * 90} {'b' * 61}str {'c' * 63} Straße")
        assert all(len(each.word) <= MAX_TERM and len(each.stem) <= MAX_TERM for each in Word.objects.all())

    def test_words_are_read_into_memory_once(self, site):
        make_business(site, "Honigladen")
        vocabulary.current()
        with CaptureQueriesContext(connection) as captured:
            assert vocabulary.current() is vocabulary.current()
        assert len(captured) <= 4

    def test_words_added_elsewhere_are_known_here(self, site):
        make_business(site, "Honigladen")
        assert not vocabulary.current().knows("xylofon")
        Word.objects.create(word="xylofon", shown="Xylofon", stem="xylofon")
        assert vocabulary.current().knows("xylofon")
        Word.objects.filter(word="honigladen").delete()
        assert not vocabulary.current().knows("honigladen")

    def test_two_who_save_the_same_new_word_at_once_both_succeed(self, site, monkeypatch):
        """The other one stores it after we have looked which words are there."""
        page = make_business(site, "Laden")
        page.claim = "Quitten und Zimt."
        create = Word.objects.bulk_create

        def too_late(words, **options):
            monkeypatch.undo()
            Word.objects.create(word="quitten", shown="Quitten", stem="quitt")
            return create(words, **options)

        monkeypatch.setattr(
            type(Word.objects), "bulk_create", lambda self, words, **options: too_late(words, **options)
        )
        page.save()
        assert Word.objects.filter(word="quitten").count() == 1
        assert word("zimt")

    def test_noting_many_pages_asks_no_more_than_noting_one(self, site):
        for name in ("Apfel", "Birne", "Quitte", "Zimt"):
            make_business(site, f"Laden {name}")
        pages = list(BusinessPage.objects.for_indexing())

        def asked(some):
            with CaptureQueriesContext(connection) as captured:
                vocabulary.note(some)
            return len(captured)

        assert asked(pages) == asked(pages[:1])


@pytest.mark.django_db
@pytest.mark.db_specific
class TestBuiltAnew:
    def test_words_are_counted_by_pages(self, site):
        make_business(site, "Honig", claim="Honig, Honig.")
        make_business(site, "Quark", claim="Honig.")
        rebuild()
        assert word("honig").pages == 2
        assert word("quark").pages == 1

    def test_words_of_no_public_page_are_dropped(self, site):
        page = make_business(site, "Honig", claim="Quitten.")
        make_business(site, "Quark", claim="Honig.")
        page.unpublish()
        kept, gone = rebuild()
        assert word("quitten") is None
        assert word("honig").pages == 1
        assert (kept, gone) == (Word.objects.count(), 1)

    def test_what_is_missing_comes_back(self, site):
        make_business(site, "Honig")
        Word.objects.all().delete()
        rebuild()
        assert word("honig").in_name

    def test_a_word_that_left_the_names_is_no_longer_one_of_a_name(self, site):
        page = make_business(site, "Honig", claim="Honig.")
        page.title = "Quark"
        page.save()
        rebuild()
        assert not word("honig").in_name

    def test_progress_is_told_by_pages_read(self, site):
        for number in range(3):
            make_business(site, f"Laden {number}")
        steps = []
        rebuild(progress=steps.append)
        assert sum(steps) == 3 + 5  # the five pages of the tree

    def test_twice_is_as_once(self, site):
        make_business(site, "Honig", claim="Quitten.")
        rebuild()
        before = list(Word.objects.values_list())
        rebuild()
        assert list(Word.objects.values_list()) == before
