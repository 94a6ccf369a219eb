"""Small dictionaries and word lists for reading questions without a database."""

from search.dictionary import Dictionary
from search.vocabulary import Entry, WordList
from site_core.text.analysis import is_stop_word, spelled, stem


def make_dictionary(*, trades=None, topics=None, same=None) -> Dictionary:
    """Slug → its names and everyday words, the name first; `same`: words → the words to search for instead."""
    rows = [("trade", slug, said[0], "\n".join(said[1:])) for slug, said in (trades or {}).items()]
    rows += [("topic", slug, said[0], "\n".join(said[1:])) for slug, said in (topics or {}).items()]
    rows += [("same", instead, "", said) for said, instead in (same or {}).items()]
    return Dictionary(rows)


def make_words(texts="", *, names="", pages=1) -> WordList:
    """A vocabulary of the words of these texts and names."""
    entries = {}
    for text, in_name in ((texts, False), (names, True)):
        for word, shown, base in spelled(text):
            for each, written in ((word, shown), (base, base.capitalize())):
                if each and not is_stop_word(each):
                    entries[each] = Entry(each, written, stem(each), pages, in_name)
    return WordList(entries)
