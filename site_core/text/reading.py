"""How hard a German text is to read, and which of its sentences weighs most.

Measured by the first Wiener Sachtextformel: R. Bamberger, E. Vanecek, "Lesen – Verstehen – Lernen – Schreiben. Die
Schwierigkeitsstufen von Texten in deutscher Sprache", Wien 1984. Its result is a school grade, 4 for the easiest texts
and 15 for the hardest:

    0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875

MS: words of three syllables and more, in per cent; SL: words a sentence; IW: words of more than six letters, in per
cent; ES: words of one syllable, in per cent. The limits below are ours: a newspaper for everybody stays under them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

#: Below this many words the formula says nothing.
LEAST_WORDS = 20
#: What is measured of a long text, in characters.
MOST_CHARACTERS = 20_000
EASIEST, HARDEST = 4.0, 15.0
#: School grades and words in one sentence from which a text counts as long or as hard.
LONG_GRADE, HARD_GRADE = 9.5, 12.0
LONG_SENTENCE, HARD_SENTENCE = 22, 32
#: From this many words on, one sentence at the hardest grade makes its text hard.
TELLING_SENTENCE = 12

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: What is spoken as one vowel: a pair, or a single one.
_VOWELS = re.compile(r"aa|ee|oo|ai|ei|ey|ay|au|äu|eu|ie|(?<!q)u|[aeioyäöüáàâéèêëíìîïóòôúùûı]")
_END = re.compile(r"([.!?…]+)[\"“”»«’)\]]*\s+(?=[\"„“»«‚(\[]*[\w])|\s*\n\s*")
#: A full stop after one of these, after a single letter or a short number, ends no sentence.
_SHORT = frozenset(
    "bzw ca dr evtl etc ggf inkl jh min mio mrd nr prof st str tel usw vgl zzgl mo di mi do fr sa".split()
)


class Verdict(StrEnum):
    EASY = "easy"
    LONG = "long"
    HARD = "hard"


@dataclass(frozen=True)
class Reading:
    """`grade`: 4 to 15; `sentence`: the one that weighs most, empty when the text is easy."""

    verdict: Verdict
    grade: float
    sentence: str = ""


def read(text: str) -> Reading | None:
    """How this German text reads; None when it is too short to say."""
    sentences = [(sentence, words_in(sentence)) for sentence in sentences_in(text[:MOST_CHARACTERS])]
    words = [word for _sentence, found in sentences for word in found]
    if len(words) < LEAST_WORDS:
        return None
    grade = grade_of(words, sentences=len(sentences))
    longest = max(len(found) for _sentence, found in sentences)
    if grade >= HARD_GRADE or longest >= HARD_SENTENCE or any(_is_hardest(found) for _sentence, found in sentences):
        verdict = Verdict.HARD
    elif grade >= LONG_GRADE or longest >= LONG_SENTENCE:
        verdict = Verdict.LONG
    else:
        return Reading(Verdict.EASY, grade)
    heaviest, _words = max(sentences, key=lambda pair: _weight(pair[1]))
    return Reading(verdict, grade, heaviest)


def grade_of(words: list[str], *, sentences: int) -> float:
    """The school grade of a text with these words, held between the easiest and the hardest."""
    syllables = [syllables_in(word) for word in words]
    share = 100 / len(words)
    many = share * sum(count >= 3 for count in syllables)
    single = share * sum(count == 1 for count in syllables)
    long = share * sum(len(word) > 6 for word in words)
    grade = 0.1935 * many + 0.1672 * len(words) / sentences + 0.1297 * long - 0.0327 * single - 0.875
    return min(max(round(grade, 1), EASIEST), HARDEST)


def syllables_in(word: str) -> int:
    """The spoken vowels of a German word, at least one."""
    return max(len(_VOWELS.findall(word.lower())), 1)


def words_in(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def sentences_in(text: str) -> list[str]:
    """The sentences with a word in them; a new line ends one too."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[1] == "." and _is_short(text[start : end.start()]):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if words_in(sentence)]


def _is_short(before: str) -> bool:
    last = re.search(r"(\w+)$", before)
    word = last[1].lower() if last else ""
    return len(word) == 1 or (word.isdigit() and len(word) < 3) or word in _SHORT or word.endswith("str")


def _is_hardest(words: list[str]) -> bool:
    return len(words) >= TELLING_SENTENCE and grade_of(words, sentences=1) >= HARDEST


def _weight(words: list[str]) -> int:
    """How much one sentence adds: its length, and its long words once more."""
    return len(words) + sum(syllables_in(word) >= 4 for word in words)
