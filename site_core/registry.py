"""What a lower or sibling app shows of another one, without importing it.

Each app fills its part in `ready()`; readers ask by name. Registered are the kinds of public content (for search and
topic pages), the places where a profile is mentioned, pages kept from search engines, the worker's jobs, and what is
kept about people.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True)
class Result:
    """One page in a mixed list: plain values for the template."""

    pk: int
    title: str
    url: str
    kind: str
    language: str
    excerpt: str
    kind_label: str = ""
    meta: str = ""
    on: date | None = None
    plate: str = ""
    source_id: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of public content; `label` names many, `one` a single one.

    `results` reads the given page ids in a fixed number of queries, in any order.
    """

    key: str
    label: str | Promise
    one: str | Promise
    model: str
    results: Callable[[Iterable[int]], list[Result]]
    order: int = 100


@dataclass(frozen=True)
class Mention:
    title: str
    url: str
    kind: str | Promise
    on: date


@dataclass(frozen=True)
class Job:
    """A piece of work the worker does every `every`; it must be safe to run twice."""

    key: str
    run: Callable[[], object]
    every: timedelta


@dataclass(frozen=True)
class PersonalData:
    """What one part of the house keeps about people.

    `export` takes a user and answers with plain values for JSON; `erase` takes away what the deletion of the account
    would leave. `fields` names what both look after, as "app.Model.field": every link to a user, every e-mail field.
    """

    key: str
    export: Callable[[object], object]
    erase: Callable[[object], object]
    fields: tuple[str, ...]


class Registry:
    def __init__(self):
        self._personal_data: dict[str, PersonalData] = {}
        self._kinds: dict[str, Kind] = {}
        self._mentions: dict[str, Callable[[int], list[Mention]]] = {}
        self._jobs: dict[str, Job] = {}
        self._unlisted: list[Callable[[], QuerySet]] = []

    def add_kind(self, kind: Kind):
        self._kinds[kind.key] = kind

    def add_mentions(self, key: str, reader: Callable[[int], list[Mention]]):
        """`reader` takes a profile's page id and answers with its mentions, in one query."""
        self._mentions[key] = reader

    def add_unlisted(self, reader: Callable[[], QuerySet]):
        """`reader` answers with the ids of public pages that search engines are asked to leave out."""
        self._unlisted.append(reader)

    def add_job(self, job: Job):
        self._jobs[job.key] = job

    def add_personal_data(self, part: PersonalData):
        self._personal_data[part.key] = part

    @property
    def personal_data(self) -> list[PersonalData]:
        return list(self._personal_data.values())

    @property
    def kinds(self) -> list[Kind]:
        return sorted(self._kinds.values(), key=lambda kind: (kind.order, kind.key))

    def mentions_of(self, page_id: int) -> list[Mention]:
        """Where a profile is mentioned, newest first."""
        found = [mention for reader in self._mentions.values() for mention in reader(page_id)]
        return sorted(found, key=lambda mention: mention.on, reverse=True)

    def kept_from_engines(self) -> set[int]:
        return {pk for reader in self._unlisted for pk in reader()}

    @property
    def jobs(self) -> list[Job]:
        return list(self._jobs.values())


registry = Registry()
