"""The pairwise list is short and leaves no pair out."""

from itertools import combinations

from tests.screens.page_types import LANGUAGES, LOOKS, pairwise

NAMES = ["home", "directory", "profile", "article", "search"]


def test_every_two_values_meet():
    chosen = [(name, look.language, look.colours, look.width) for name, look in pairwise(NAMES)]
    every = [NAMES, LANGUAGES, ("light", "dark"), (390, 1440)]
    for one, other in combinations(range(4), 2):
        assert {(row[one], row[other]) for row in chosen} == {(a, b) for a in every[one] for b in every[other]}


def test_the_list_is_a_quarter_of_all_and_the_same_every_time():
    assert len(pairwise(NAMES)) <= len(NAMES) * len(LOOKS) / 4 + 2
    assert pairwise(NAMES) == pairwise(NAMES)
