"""Asks at an address as somebody, names the answer, and keeps what was read and which rows were changed."""

from dataclasses import dataclass

from django.contrib.messages import ERROR, get_messages
from django.core.cache import cache
from django.db import connection, transaction
from django.urls import reverse
from django.utils.http import urlencode

from tests.walk import ledger
from tests.walk.bodies import body_of
from tests.walk.ownership import Ownership
from tests.walk.table import cell
from tests.walk.world import DESK, KEEPERS, PEOPLE

METHODS = ("get", "post")
WORDS = {
    200: "ok",
    201: "ok",
    204: "ok",
    400: "bad",
    403: "no",
    404: "none",
    405: "bad",
    410: "none",
    422: "bad",
    500: "fail",
}


@dataclass(frozen=True)
class Visit:
    person: str
    method: str
    address: str
    word: str
    #: Where an answer leads on to, and the error behind a 500.
    target: str = ""
    why: str = ""
    #: What was told of things that are not public: the markers' `about`.
    read: tuple[str, ...] = ()
    #: Tables of rows that are not the person's own and were changed, with the row.
    changed: tuple[str, ...] = ()
    #: Tables written to, besides what is written by looking.
    wrote: frozenset[str] = frozenset()

    def __str__(self):
        return f"{self.person} {self.method.upper()} {self.address} -> {self.word} {self.why}".rstrip()


class Walker:
    """Every request is undone after it was looked at, so that the order of the walk does not matter."""

    def __init__(self, world):
        self.world = world
        # Before the ledger is opened: whoever signs in changes the row that says when they last did.
        self.clients = {person: world.client(person) for person in PEOPLE}
        self.forms = {}
        self.requests = 0
        self.before = ledger.snapshot()

    def addresses(self, line, person):
        """The line's address with the person's own things, and with somebody else's where that makes another."""
        own = self._address(line, person, own=True)
        foreign = self._address(line, person, own=False)
        return [own] if own == foreign else [own, foreign]

    def visits(self, line, person, body=None) -> list[list[Visit]]:
        return [[self.visit(person, method, at, body) for method in METHODS] for at in self.addresses(line, person)]

    def cell(self, visits) -> str:
        return cell(*([visit.word for visit in pair] for pair in visits))

    def visit(self, person, method, address, body=None) -> Visit:
        """One request; with POST the form a superuser sees at this address, unless `body` says otherwise."""
        if method == "post" and body is None:
            body = self.form_at(address)
        response, writes, changed = self._ask(person, method, address, body)
        error = getattr(response, "exc_info", None) if response.status_code == 500 else None
        return Visit(
            person,
            method,
            address,
            word_for(response),
            target=response.get("Location", ""),
            why=f"{error[0].__name__}: {error[1]}" if error else "",
            read=self._told(response, person, address, body),
            changed=tuple(changed),
            wrote=frozenset(writes - ledger.BY_LOOKING),
        )

    def _told(self, response, person, address, body):
        """What the answer says beyond what was asked: an answer that repeats the question tells nothing."""
        if person in DESK:
            return ()
        asked = self.world.markers.read_in(f"{address} {body or ''}", person)
        return tuple(about for about in self.world.markers.read_in(text_of(response), person) if about not in asked)

    def body_at(self, person, address) -> str:
        response, _writes, _changed = self._ask(person, "get", address, None)
        return body_text(response)

    def form_at(self, address):
        if address not in self.forms:
            self._ask("superuser", "get", address, None)
        return self.forms[address]

    def changed_for(self, person) -> list[str]:
        """The rows that are other than they were when the walk began, and not the person's own."""
        world, now = self.world, ledger.snapshot()
        pages = [world.pages[letter].pk for letter, keepers in KEEPERS.items() if person in keepers]
        own = Ownership(world.users.get(person), pages, world.collections[person], self.before, now)
        changed = ledger.changes(self.before, now)
        return [f"{table}: {str(row)[:300]}" for table, row in changed if not own.holds(table, row)]

    def _ask(self, person, method, address, body):
        client = self.clients[person]
        cookies = client.cookies.copy()
        client.raise_request_exception = False
        seen = ledger.WritesSeen()
        self.requests += 1
        with transaction.atomic():
            with connection.execute_wrapper(seen):
                response = client.get(address) if method == "get" else client.post(address, body)
                _read_through(response)
            watched = person not in DESK and seen.tables - ledger.BY_LOOKING
            changed = self.changed_for(person) if watched else []
            transaction.set_rollback(True)
        client.cookies = cookies
        if (person, method) == ("superuser", "get"):
            shown = response.status_code == 200 and not response.streaming
            self.forms[address] = body_of(response.content.decode("utf-8", "replace")) if shown else {}
        if seen.tables:
            cache.clear()
        return response, seen.tables, changed

    def _address(self, line, person, *, own):
        world, named, positional, query = self.world, {}, [], []
        for in_query, name, text, kind in line.arguments:
            value = world.find(kind, person, own=own) if text is None else text
            if in_query:
                query.append((name, value))
            elif name == "address":
                return value
            elif name.isdigit():
                positional.append(value)
            else:
                named[name] = value
        address = reverse(line.name, args=positional or None, kwargs=named or None)
        return f"{address}?{urlencode(query)}" if query else address


def word_for(response) -> str:
    """The table's word for an answer; the bare status for one it has no word for."""
    if response.status_code not in (301, 302):
        return WORDS.get(response.status_code, str(response.status_code))
    target = response["Location"]
    if target.startswith("/admin/login/"):
        return "sign"
    request = response.wsgi_request
    if target == reverse("wagtailadmin_home") and any(message.level == ERROR for message in get_messages(request)):
        return "no"
    return "go"


def text_of(response) -> str:
    """Everything the answer tells: body, and headers with the address it leads on to."""
    return "\n".join([*(f"{name}: {value}" for name, value in response.items()), body_text(response)])


def body_text(response) -> str:
    body = response.read_through if response.streaming else response.content
    return body.decode("utf-8", "replace")


def _read_through(response):
    if response.streaming:
        response.read_through = b"".join(response.streaming_content)
