"""Reads `table.txt`: what everybody gets at every address.

One line a route: its name, a cell for each of `PEOPLE`, then its arguments. A cell is `own|foreign` where the two
differ, each part `get/post` where these differ. The words:

    ok     answered                                   sign   sent to the sign-in
    no     403, or Wagtail's »Sorry« on the home page  none   404 or 410
    go     sent on to another address                 bad    400, 405 or 422
    fail   500; only where Wagtail itself falls over a request its screens never send

An argument is `name=kind`, a kind of thing the world has (`page`, `image`), or `name='text'` as it stands; positional
ones are `0=kind`. `?name=kind` goes into the query, `address='…'` is asked where a route has no name. A route may have
several lines, say for different kinds of things.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.walk.routes import Route
from tests.walk.world import PEOPLE

TABLE = Path(__file__).with_name("table.txt")
ARGUMENT = re.compile(r"(\??)([\w-]+)=(?:'([^']*)'|(\w+))")


@dataclass(frozen=True)
class Line:
    """`arguments` as (in the query?, name, text as it stands or None, kind)."""

    name: str
    cells: tuple[str, ...]
    arguments: tuple[tuple[bool, str, str | None, str], ...] = ()

    @property
    def route(self) -> Route:
        names = (name for in_query, name, _text, _kind in self.arguments if not in_query)
        return Route(self.name, frozenset(names) - {"address"})

    def expected(self, person):
        return self.cells[PEOPLE.index(person)]

    def __str__(self):
        return written(self.name, self.cells, self.arguments)


def read_table(text=None) -> list[Line]:
    text = TABLE.read_text(encoding="utf-8") if text is None else text
    return [_line(row) for row in text.splitlines() if row.strip() and not row.startswith("#")]


def cell(own, foreign=None) -> str:
    """Two or four answers in the table's short form: `own` and `foreign` are (get, post)."""
    parts = ["/".join(dict.fromkeys(part)) for part in (own, foreign or own)]
    return "|".join(dict.fromkeys(parts))


def written(name, cells, arguments) -> str:
    filled = " ".join(
        f"{'?' if query else ''}{name}={kind if text is None else repr(text)}" for query, name, text, kind in arguments
    )
    return f"{name:<46} {' '.join(f'{part:<8}' for part in cells)} {filled}".rstrip()


def _line(row):
    words = row.split(maxsplit=1 + len(PEOPLE))
    if len(words) < 1 + len(PEOPLE):
        raise ValueError(f"table.txt, too few columns: {row}")
    rest = words[1 + len(PEOPLE)] if len(words) > 1 + len(PEOPLE) else ""
    arguments = tuple(
        (bool(query), name, text if not kind else None, kind) for query, name, text, kind in ARGUMENT.findall(rest)
    )
    return Line(words[0], tuple(words[1 : 1 + len(PEOPLE)]), arguments)
