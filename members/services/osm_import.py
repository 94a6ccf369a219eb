"""Brings a list of businesses taken from OpenStreetMap into the directory, and keeps it up to date.

An entry belongs to the import until somebody claims it. Field by field, only what still stands as the last import wrote
it is changed; what was edited here stays. An entry taken off stays off.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.importing import BadRow, NotABusiness, Row, classify
from members.models import BusinessPage, OpeningHours, ProfileRecord
from members.services.hours import rebuild_spans
from members.services.profiles import Shelf, add_profile, directory_for, update_profile
from members.services.trades import osm_index
from site_core.search_index import indexing_later

BATCH = 100
PAGE_FIELDS = (
    "title",
    "street",
    "house_number",
    "postcode",
    "city",
    "latitude",
    "longitude",
    "website",
    "website_public",
    "accessibility",
)
_is_url = URLValidator(schemes=["http", "https"])


@dataclass
class Report:
    """What an import did, or with `dry_run` would have done. `refused` and `kept` list (line, name, reason)."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    kept: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def changes(self) -> int:
        return self.added + self.updated


def import_osm(rows: Iterable[Row | BadRow], *, dry_run=False, progress: Callable = iter) -> Report:
    """Adds and updates profiles from `rows`; see the module. Raises NoDirectory without a directory page.

    Good rows of a batch are stored together; bad ones are listed and stop nothing. `progress` wraps the rows.
    """
    run = _Run(dry_run=dry_run)
    batch = []
    with indexing_later():
        for row in progress(rows):
            batch.append(row)
            if len(batch) == BATCH:
                run.store(batch)
                batch = []
        run.store(batch)
    return run.report


class _Run:
    """One import: what is known of the database before it starts, and the report it writes."""

    def __init__(self, *, dry_run):
        self.dry_run = dry_run
        self.report = Report()
        self.index = directory_for(BusinessPage)
        self.shelf = Shelf()
        self.by_osm_key = osm_index()
        self.seen = set()
        records = ProfileRecord.objects.filter(source=ProfileRecord.Source.OSM)
        self.records = {record.source_id: record for record in records}

    @transaction.atomic
    def store(self, batch):
        wanted = [found for row in batch if (found := self._understood(row))]
        known = [self.records[row.key].page_id for row, _values in wanted if row.key in self.records]
        pages = (
            BusinessPage.objects.filter(pk__in=known)
            .select_related("hours", "record", "latest_revision")
            .prefetch_related("trades")
            .in_bulk()
        )
        hours = [self._store_one(row, values, pages) for row, values in wanted]
        if not self.dry_run:
            rebuild_spans(hours=[row for row in hours if row])

    def _understood(self, row):
        """The row with the values it stands for, or None and a line in the report."""
        if isinstance(row, BadRow):
            self.report.refused.append((row.line, "", row.reason))
            return None
        if row.key in self.seen:
            self.report.refused.append((row.line, row.name, _("the same entry stands in the file twice")))
            return None
        self.seen.add(row.key)
        filed = classify(row, by_osm_key=self.by_osm_key)
        if isinstance(filed, NotABusiness):
            self.report.refused.append((row.line, row.name, filed.reason))
            return None
        return row, values_of(row, filed.trade_slugs)

    def _store_one(self, row, values, pages) -> OpeningHours | None:
        record = self.records.get(row.key)
        if record is None:
            return self._add(row, values)
        page = pages.get(record.page_id)
        reason = _why_kept(record, page)
        if reason:
            self.report.kept.append((row.line, row.name, reason))
            return None
        return self._update(record, page, values)

    def _add(self, row, values):
        self.report.added += 1
        if self.dry_run:
            return None
        page = add_profile(
            model=BusinessPage,
            index=self.index,
            shelf=self.shelf,
            values={name: values[name] for name in PAGE_FIELDS},
            trades=values["trades"],
        )
        ProfileRecord.objects.create(
            page_id=page.pk,
            source=ProfileRecord.Source.OSM,
            source_id=row.key,
            imported=values,
            imported_at=timezone.now(),
        )
        return OpeningHours.objects.create(page_id=page.pk, osm=values["opening_hours"])

    def _update(self, record, page, values):
        stands = current_values(page)
        changed = {
            name: value
            for name, value in values.items()
            if value != record.imported.get(name) and stands[name] in (record.imported.get(name), value)
        }
        if not changed:
            self.report.unchanged += 1
            return None
        self.report.updated += 1
        if self.dry_run:
            return None
        update_profile(
            page=page,
            shelf=self.shelf,
            values={name: changed[name] for name in PAGE_FIELDS if name in changed},
            trades=changed.get("trades"),
        )
        record.imported = {**record.imported, **changed}
        record.imported_at = timezone.now()
        record.save(update_fields=["imported", "imported_at"])
        if "opening_hours" not in changed:
            return None
        hours, _created = OpeningHours.objects.update_or_create(
            page_id=page.pk, defaults={"osm": changed["opening_hours"], "confirmed_on": None}
        )
        return hours


def values_of(row, trade_slugs) -> dict:
    """What the import writes for a row: page fields, trades and opening hours."""
    website = _website(row.website)
    return {
        "title": row.name,
        "street": row.street,
        "house_number": row.housenumber,
        "postcode": row.postcode if len(row.postcode) == 5 and row.postcode.isdigit() else "",
        "city": row.city or "Berlin",
        "latitude": row.lat,
        "longitude": row.lon,
        "website": website,
        "website_public": bool(website),
        "accessibility": row.access,
        "trades": trade_slugs,
        "opening_hours": row.opening_hours[:500],
    }


def current_values(page) -> dict:
    """The same values as they stand now."""
    hours = getattr(page, "hours", None)
    return {
        **{name: getattr(page, name) for name in PAGE_FIELDS},
        "trades": sorted(trade.slug for trade in page.trades.all()),
        "opening_hours": hours.osm if hours else "",
    }


def _why_kept(record, page) -> str:
    """Why the import leaves an entry alone; empty where it may change it."""
    if record.removed_at or page is None:
        return _("was taken off here and stays off")
    if record.claimed_at:
        return _("belongs to its business now")
    if page.has_unpublished_changes:
        return _("has a draft that somebody is working on")
    return ""


def _website(value) -> str:
    try:
        _is_url(value)
    except ValidationError:
        return ""
    return value if len(value) <= 200 else ""
