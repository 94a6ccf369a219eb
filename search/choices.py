"""The alternatives a word of a question may stand for, with their weights: what the index is asked, and why a page was
found.

Trade and name weigh more than topic, topic more than street, street more than text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wagtail.search.query import And, Boost, Or, PlainText

from site_core.text.analysis import stem
from site_core.text.tokens import NAME, STREET

#: What one word found there weighs; `both` is a name that says the trade.
WEIGHTS = {"both": 20, "trade, text": 17, "trade": 16, "name": 15, "topic": 8, "street": 4, "text": 2}


@dataclass(frozen=True)
class Choice:
    """One way to take a word: all `terms` stand in the entry, or all `groups` of a compound are found in it."""

    weight: float
    field: str
    label: str
    terms: tuple[str, ...] = ()
    groups: tuple["Group", ...] = ()
    slug: str = ""

    def lighter(self, share):
        return replace(self, weight=self.weight * share, groups=tuple(group.lighter(share) for group in self.groups))

    @property
    def query(self):
        if self.groups:
            return And([group.query for group in self.groups])
        leaves = [PlainText(term) for term in self.terms]
        return Boost(And(leaves) if len(leaves) > 1 else leaves[0], self.weight)

    def found_in(self, terms) -> float:
        """What it weighs in an entry with these terms; as the database reckons."""
        if self.groups:
            each = [group.best(terms) for group in self.groups]
            return sum(choice.found_in(terms) for choice in each) if all(each) else 0
        return self.weight if terms.issuperset(self.terms) else 0


@dataclass(frozen=True)
class Group:
    """A word or phrase of the question and all it may stand for."""

    said: str
    choices: tuple[Choice, ...]

    @property
    def query(self):
        return Or([choice.query for choice in self.choices])

    def lighter(self, share):
        return replace(self, choices=tuple(choice.lighter(share) for choice in self.choices))

    def best(self, terms) -> Choice | None:
        found = max(self.choices, key=lambda choice: choice.found_in(terms))
        return found if found.found_in(terms) else None


@dataclass(frozen=True)
class Question:
    """`groups` must all be found; `corrected` is what was searched where that is not what was typed. Where a word is
    unknown there are no groups, and the others are `known`."""

    groups: tuple[Group, ...] = ()
    corrected: str = ""
    known: tuple[Group, ...] = ()

    @property
    def query(self):
        return And([group.query for group in self.groups])

    @property
    def stems(self) -> frozenset[str]:
        """The plain search terms in it, for marking them in a text."""
        return frozenset(_terms(self.groups))


def lighter(share, choices) -> list[Choice]:
    return [choice.lighter(share) for choice in choices]


def places(word) -> list[Choice]:
    """Where a word may stand."""
    term = stem(word)
    found = {"name": NAME + term, "street": STREET + term, "text": term}
    return [Choice(WEIGHTS[field], field, word, (term,)) for field, term in found.items()]


def group_of(said, choices: Iterable[Choice]) -> Group:
    """Each choice once, at its greatest weight."""
    best: dict[tuple, Choice] = {}
    for choice in sorted(choices, key=lambda choice: choice.weight, reverse=True):
        best.setdefault((choice.terms, choice.groups), choice)
    return Group(said, tuple(best.values()))


def _terms(groups):
    for group in groups:
        for choice in group.choices:
            if choice.field == "text":
                yield from choice.terms
            yield from _terms(choice.groups)
