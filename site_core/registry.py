"""What a lower or sibling app shows of another one, without importing it.

Each app fills its part in `ready()`; readers ask by name. Registered are the kinds of public content (for search and
topic pages), the places where a profile is mentioned, pages kept from search engines, the worker's jobs, what is kept
about people, and the panels of the desk's first screen.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True)
class Result:
    """One page in a mixed list: plain values for the template.

    `texts` gives the texts an excerpt may be taken from, the shortest description first; nothing is read before it is
    called. The search adds `hit`, what was found where the words stand in no text (»Branche: Schneiderei«), `pieces`,
    the excerpt as (part, is marked), and for staff `why` it stands where it does.
    """

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
    texts: Callable[[], Iterable[str]] = tuple
    hit: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of public content; `label` names many, `one` a single one.

    `results` reads the given page ids in a fixed number of queries, in any order; `also` names further models of it.
    """

    key: str
    label: str | Promise
    one: str | Promise
    model: str
    results: Callable[[Iterable[int]], list[Result]]
    order: int = 100
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class MentionSource:
    """Pages that name profiles: `pages` takes a profile's page id and answers with the public ones that name it.

    `kind` is what one of them is called, `heading` what stands above them on a profile, `on` the field with their date.
    """

    key: str
    kind: str | Promise
    heading: str | Promise
    pages: Callable[[int], QuerySet]
    on: str


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


@dataclass(frozen=True)
class DeskLine:
    """One thing on the desk: what it is called, where it is dealt with, since or until when, a word about it."""

    title: str
    url: str
    on: datetime | None = None
    note: str | Promise = ""


@dataclass(frozen=True)
class DeskList:
    """The first lines of a panel, how many there are in all, and where the others are."""

    lines: list[DeskLine]
    total: int
    url: str = ""


@dataclass(frozen=True)
class DeskPanel:
    """A panel of the desk's first screen. `read` takes the user and asks a fixed number of queries, however much waits.

    `empty` is said where nothing waits; without it an empty panel is not shown. `first` panels hold work that waits.
    """

    key: str
    title: str | Promise
    read: Callable[[object], DeskList]
    shown_to: Callable[[object], bool]
    empty: str | Promise = ""
    first: bool = False
    order: int = 100


class Registry:
    def __init__(self):
        self._personal_data: dict[str, PersonalData] = {}
        self._kinds: dict[str, Kind] = {}
        self._mention_sources: dict[str, MentionSource] = {}
        self._jobs: dict[str, Job] = {}
        self._unlisted: list[Callable[[], QuerySet]] = []
        self._desk_panels: dict[str, DeskPanel] = {}

    def add_kind(self, kind: Kind):
        self._kinds[kind.key] = kind

    def add_mentions(self, source: MentionSource):
        """For `site_core.mentions`, which reads all sources in one query."""
        self._mention_sources[source.key] = source

    def add_unlisted(self, reader: Callable[[], QuerySet]):
        """`reader` answers with the ids of public pages that search engines are asked to leave out."""
        self._unlisted.append(reader)

    def add_job(self, job: Job):
        self._jobs[job.key] = job

    def add_personal_data(self, part: PersonalData):
        self._personal_data[part.key] = part

    def add_desk_panel(self, panel: DeskPanel):
        self._desk_panels[panel.key] = panel

    def desk_panels_for(self, user) -> list[DeskPanel]:
        panels = [panel for panel in self._desk_panels.values() if panel.shown_to(user)]
        return sorted(panels, key=lambda panel: (panel.order, panel.key))

    @property
    def personal_data(self) -> list[PersonalData]:
        return list(self._personal_data.values())

    @property
    def kinds(self) -> list[Kind]:
        return sorted(self._kinds.values(), key=lambda kind: (kind.order, kind.key))

    @property
    def mention_sources(self) -> list[MentionSource]:
        return list(self._mention_sources.values())

    def kept_from_engines(self) -> set[int]:
        return {pk for reader in self._unlisted for pk in reader()}

    @property
    def jobs(self) -> list[Job]:
        return list(self._jobs.values())


registry = Registry()
