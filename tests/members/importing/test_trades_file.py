"""The trades file: our own list of Branchen and Gewerke, in four languages, without ambiguous words."""

import json
import re
from pathlib import Path

import pytest

import members
from members.importing.classify import CATEGORY_KEYS, CUISINE_KEYS, FAMILIES
from members.importing.hints import HINTS, KITCHENS
from members.models import Trade
from site_core.text.folding import fold

BRANCHES = json.loads((Path(members.__file__).parent / "data" / "trades.json").read_text(encoding="utf-8"))
TRADES = [trade for branch in BRANCHES for trade in branch["trades"]]
ENTRIES = [*BRANCHES, *TRADES]
LANGUAGES = ["de", "en", "tr", "ar"]
OSM_KEYS = {key for trade in TRADES for key in trade["osm"]}
# Stands before a word that means this entry too, but another one first: an »Arzt« may be a »Zahnarzt«.
ALSO = "~"
# What the classifier may fall back on although no trade carries it: works of art are refused.
REFUSED_KEYS = {"tourism=artwork"}


def words_of(entry):
    return [
        (language, word) for language in LANGUAGES for word in [entry["name"][language], *entry["synonyms"][language]]
    ]


def test_there_are_about_fourteen_branches_and_a_hundred_and_twenty_trades_beside_the_kitchens():
    kitchens = [trade for trade in TRADES if trade["osm"] and all(key.startswith("cuisine=") for key in trade["osm"])]
    assert 13 <= len(BRANCHES) <= 16
    assert 110 <= len(TRADES) - len(kitchens) <= 140
    assert 10 <= len(kitchens) <= 25
    assert all(branch["trades"] for branch in BRANCHES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["slug"])
def test_an_entry_has_an_ascii_slug_a_name_and_everyday_words_in_every_language(entry):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["slug"])
    assert list(entry["name"]) == LANGUAGES
    assert list(entry["synonyms"]) == LANGUAGES
    assert all(1 <= len(name) <= 100 for name in entry["name"].values())
    assert re.search(r"[\u0600-\u06ff]", entry["name"]["ar"])
    assert re.fullmatch(r"[A-Z][A-Za-z]+", entry["schema_type"])
    for language in LANGUAGES:
        assert entry["synonyms"][language], language


def test_branches_wear_colours_that_exist():
    assert {branch["colour"] for branch in BRANCHES} == set(Trade.Colour.values)


def test_no_slug_is_used_twice():
    slugs = [entry["slug"] for entry in ENTRIES]
    assert len(slugs) == len(set(slugs))


def owners_of(words):
    owners = {}
    for entry in ENTRIES:
        for _language, word in words_of(entry):
            if word in words:
                owners.setdefault(fold(word), set()).add(entry["slug"])
    return owners


def test_a_word_leads_to_one_entry_first():
    plain = {word for entry in ENTRIES for _language, word in words_of(entry) if not word.startswith(ALSO)}
    assert {word: slugs for word, slugs in owners_of(plain).items() if len(slugs) > 1 or not word} == {}


def test_a_word_that_is_also_said_for_an_entry_belongs_to_another_one_first():
    every = {word for entry in ENTRIES for _language, word in words_of(entry)}
    also = {word for word in every if word.startswith(ALSO)}
    assert also
    assert owners_of(also).keys() <= owners_of(every - also).keys()


def test_no_entry_says_the_same_twice_in_one_language():
    for entry in ENTRIES:
        words = [(language, fold(word)) for language, word in words_of(entry)]
        assert len(words) == len(set(words)), entry["slug"]


def test_an_osm_key_belongs_to_one_trade():
    keys = [key for trade in TRADES for key in trade["osm"]]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z_:]+=[a-z_\-]+", key) for key in keys)


def test_everything_the_import_can_conclude_leads_to_a_trade():
    concluded = {key for hints in HINTS.values() for _pattern, key in hints}
    concluded |= {*CATEGORY_KEYS.values(), *CUISINE_KEYS.values(), *FAMILIES.values()}
    concluded |= {key for _pattern, key in KITCHENS}
    assert concluded - OSM_KEYS == REFUSED_KEYS


def test_every_trade_of_the_labelled_searches_has_a_counterpart(shared):
    labelled = json.loads((shared / "search" / "profiles.json").read_text(encoding="utf-8"))["trades"]
    assert {trade["slug"] for trade in labelled} <= {trade["slug"] for trade in TRADES}


def test_each_trade_is_written_on_one_line_so_that_changes_can_be_read():
    text = (Path(members.__file__).parent / "data" / "trades.json").read_text(encoding="utf-8")
    assert sum(line.startswith('    {"slug"') for line in text.splitlines()) == len(TRADES)
