"""One spelling for a house number, and the plain numbers it stands for."""

import re

_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")
_LIST = re.compile(r"\s*[;,/+]\s*")
_NUMBERS = re.compile(r"\d{1,5}")
_RANGE = re.compile(r"(\d{1,5})[a-z]?-(\d{1,5})")


def number_key(number: str) -> str:
    """»12 A« and »12a« are `12a`; »9 – 10« is `9-10`; »72, 74« is `72;74`."""
    folded = _LIST.sub(";", _DASH.sub("-", number.strip().lower()))
    return re.sub(r"\s+", "", folded)


def spans(number: str) -> list[tuple[int, int]]:
    """The plain numbers meant, as (first, last): »12a« is 12 to 12, »81-79« is 79 to 81."""
    found = []
    for part in number_key(number).split(";"):
        if both := _RANGE.match(part):
            found.append(tuple(sorted((int(both[1]), int(both[2])))))
        elif one := _NUMBERS.search(part):
            found.append((int(one[0]), int(one[0])))
    return found
