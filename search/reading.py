"""From the words of a question to what each may stand for.

A word nobody here has used is carried on (»Bäck«), taken apart (»Weinladen«), or mended (»Schnaider«), in this order,
and weighs less then.
"""

from collections.abc import Callable
from dataclasses import replace

from search.choices import WEIGHTS, Choice, Group, Question, group_of, lighter, places
from search.dictionary import LONGEST_PHRASE, Dictionary
from search.vocabulary import Entry, WordList
from site_core.text.analysis import folded, is_stop_word, split, stem, words
from site_core.text.tokens import NAME

MAX_WORDS = 12
PART, CARRIED_ON = 0.6, 0.7
#: Shorter words are no parts of others.
SHORTEST_PART = 4
#: Between the parts of a German compound.
LINKS = ("", "s", "es", "n", "en", "er", "e")
#: Endings other languages add to a word: Turkish, and the English plural.
MOST_ADDED = 3
MOST_CARRIED_ON = 20
#: How many words near to a mistyped one are looked at.
MOST_OFFERED = 5
#: Said around what somebody wants, or any place of business; asked for only where nothing else is said.
AROUND = frozenset(
    map(
        stem,
        """machen lassen kaufen finden suche suchen brauche neu gut beste bester guenstig billig naehe kiez hier gibt
        kann geht laden laeden geschaeft shop shops store stores studio dienst service handlung
        best good cheap buy find need get nearby iyi ucuz yakin almak dukkan dukkani mhl shra arkhs afdl""".split(),
    )
)


def read(
    text: str,
    dictionary: Dictionary,
    vocabulary: WordList,
    *,
    exact=False,
    shown: Callable[[str], bool] = lambda word: True,
) -> Question:
    """What the words of a text may stand for; with `exact` none of them is mended. A word of the vocabulary is offered
    instead of another only where it may be `shown`."""
    return Reader(dictionary, vocabulary, exact, shown).read(text)


class Reader:
    def __init__(self, dictionary, vocabulary, exact, shown):
        self.dictionary, self.vocabulary, self.exact, self.shown = dictionary, vocabulary, exact, shown
        self.instead: dict[str, str] = {}
        self.several = False

    def read(self, text) -> Question:
        said = [word for word in words(text) if not is_stop_word(word)][:MAX_WORDS]
        said = [word for word in said if len(word) > 1 or word.isdigit()] or said
        wanted = [word for word in said if not _is_around(word)] or said
        self.several = len(wanted) > 1
        groups = self._groups([self._mended(word) for word in wanted])
        known = tuple(group for group in groups if group.choices)
        unknown = [group.said for group in groups if not group.choices]
        if len(unknown) == 1 and len(groups) >= 3 and not self.exact:
            self.instead[unknown[0]] = ""
        elif unknown:
            return Question(known=known)
        return Question(known, self._corrected(text))

    def _groups(self, said) -> list[Group]:
        """The words in groups, as long phrases as the dictionary knows."""
        groups = []
        while said:
            size = self._phrase(said)
            groups.append(self._group(said[:size]))
            said = said[size:]
        return groups

    def _phrase(self, said) -> int:
        for size in range(min(LONGEST_PHRASE, len(said)), 1, -1):
            joined = size == 2 and self._is_word("".join(said[:2]))
            if joined or self.dictionary.meanings(map(stem, said[:size])):
                return size
        return 1

    def _group(self, said) -> Group:
        if len(said) == 1:
            return self._single(said[0])
        choices = self._meanings(map(stem, said), said)
        if self._is_word("".join(said)):
            choices += self._single("".join(said)).choices
        return group_of(" ".join(said), choices + _together(" ".join(said), map(self._single, said)))

    def _single(self, word) -> Group:
        return group_of(word, self._used(word) or self._taken_apart(word) or self._shortened(word))

    def _used(self, word) -> list[Choice]:
        """What this word, or one that begins with it, stands for; nothing where nobody here knows it."""
        return self._meant(word) + self._written(word) or self._carried_on(word)

    def _meant(self, word) -> list[Choice]:
        """By the dictionary; where the word alone says nothing there, by the compounds it is part of. Beside other
        words by the phrases it stands in too."""
        choices = self._meanings([stem(word)], [word])
        if not choices:
            for entry in self._compounds(word, self.dictionary.singles):
                choices += lighter(PART, self._meanings([entry.stem], [entry.word]))
        if self.several or not choices:
            choices += lighter(PART, self._filed(self.dictionary.containing.get(stem(word), ()), [word]))
        return choices

    def _meanings(self, stems, said) -> list[Choice]:
        found = self.dictionary.meanings(list(stems))
        others = [choice for meaning in found if meaning.kind == "same" for choice in self._same(meaning.slug)]
        return self._filed(found, said) + others

    def _filed(self, found, said) -> list[Choice]:
        """As trade or topic; a phrase weighs as much as its words, and more where name or text say it too."""
        said_too = {"trade, text": tuple(map(stem, said)), "both": tuple(NAME + stem(word) for word in said)}
        known = all(map(self.vocabulary.knows, said))
        choices = []
        for meaning in found:
            if meaning.kind == "same":
                continue
            share = meaning.share * len(said)
            filed = Choice(
                WEIGHTS[meaning.kind] * share, meaning.kind, meaning.label, (meaning.token,), slug=meaning.slug
            )
            choices.append(filed)
            for kind, terms in said_too.items() if known and meaning.kind == "trade" else ():
                choices.append(replace(filed, weight=WEIGHTS[kind] * share, terms=(meaning.token, *terms)))
        return choices

    def _same(self, text) -> list[Choice]:
        """What other words an editor named stand for; not what these in turn are said to be the same as."""
        each = [word for word in words(text) if not is_stop_word(word)]
        filed = [self._filed(self.dictionary.meanings([stem(word)]), [word]) + self._written(word) for word in each]
        return _together(text, map(group_of, each, filed))

    def _written(self, word) -> list[Choice]:
        """Where the word itself, or a compound with it, stands in names, addresses and texts."""
        entries = _commonest(self._compounds(word, self.vocabulary))
        choices = lighter(PART, [choice for entry in entries for choice in places(entry.word)])
        return (places(word) if self.vocabulary.knows(word) else []) + choices

    def _compounds(self, word, among: WordList) -> list[Entry]:
        """Longer words that begin or end with this one, and whose other part is a word too."""
        if len(word) < SHORTEST_PART:
            return []
        begun = [each for each in among.starting(word) if any(map(self._is_word, _after(each.word[len(word) :])))]
        ended = [each for each in among.ending(word) if any(map(self._is_word, _before(each.word[: -len(word)])))]
        return [each for each in (*begun, *ended) if each.word != word]

    def _is_word(self, word) -> bool:
        return len(word) >= SHORTEST_PART and (self.dictionary.singles.knows(word) or self.vocabulary.knows(word))

    def _carried_on(self, word) -> list[Choice]:
        if len(word) < 3:
            return []
        terms = _commonest(self.dictionary.singles.starting(word))
        meant = [choice for entry in terms for choice in self._meanings([entry.stem], [entry.word])]
        written = [choice for entry in _commonest(self.vocabulary.starting(word)) for choice in places(entry.word)]
        return lighter(CARRIED_ON, meant + written)

    def _taken_apart(self, word) -> list[Choice]:
        """A compound of two words, the longest first part that is one; of a mere place the first part is enough."""
        for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            for head in filter(self._is_word, _before(word[:at])):
                tail = word[at:]
                if _is_around(tail):
                    return lighter(CARRIED_ON, self._meant(head) + self._written(head))
                if self._is_word(tail):
                    phrase = self._meanings([stem(head), stem(tail)], [word])
                    parts = [group_of(each, self._meant(each) + self._written(each)) for each in (head, tail)]
                    return phrase + lighter(PART, _together(word, parts))
        return []

    def _shortened(self, word) -> list[Choice]:
        for end in range(len(word) - 1, max(SHORTEST_PART, len(word) - MOST_ADDED) - 1, -1):
            if choices := self._meanings([stem(word[:end])], [word[:end]]):
                return lighter(CARRIED_ON, choices)
        return []

    def _mended(self, word) -> str:
        """The word that was meant, where nothing is known of this one, or only what it seems to be put together of."""
        known = self.dictionary.singles
        if self.exact or known.knows(word) or self._used(word):
            return word
        near = [found for found in known.like(word) + self.vocabulary.like(word) if self._used(found[1].word)]
        put_together = bool(self._taken_apart(word) or self._shortened(word))
        if put_together or len(word) < 6:
            near = [
                (slips, each) for slips, each in near if slips == 1 and (each.in_name or each.word in known.entries)
            ]
        near.sort(
            key=lambda found: (
                found[0], found[1].word[0] != word[0], found[1].word not in known.entries,
                not found[1].in_name, -found[1].pages, found[1].word,
            ),
        )  # fmt: skip
        for _slips, entry in near[:MOST_OFFERED]:
            if entry.word in known.entries or self.shown(entry.word):
                self.instead[word] = entry.shown
                return entry.word
        return word

    def _corrected(self, text) -> str:
        if not self.instead:
            return ""
        kept = (
            next((self.instead[part] for part in folded(shown) if part in self.instead), shown) for shown in split(text)
        )
        return " ".join(filter(None, kept))


def _is_around(word) -> bool:
    return stem(word) in AROUND


def _together(said, groups) -> list[Choice]:
    """One choice: each of the groups is found. None where nothing is known of one of them."""
    groups = tuple(groups)
    found = groups and all(group.choices for group in groups)
    return [Choice(1, "text", said, groups=groups)] if found else []


def _commonest(entries) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-entry.pages, entry.word))[:MOST_CARRIED_ON]


def _after(rest) -> list[str]:
    return [rest[len(link) :] for link in LINKS if rest.startswith(link)]


def _before(rest) -> list[str]:
    return [rest.removesuffix(link) for link in LINKS if rest.endswith(link)]
