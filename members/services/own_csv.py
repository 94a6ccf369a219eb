"""The platform's own file of profiles: every field out, every field in again.

A profile's key is its translation key, a UUID that stays the same wherever the file is read.
"""

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import (
    BusinessPage,
    Closure,
    GalleryPicture,
    InitiativePage,
    OpeningHours,
    ProfileRecord,
)
from members.services.hours import rebuild_spans
from members.services.osm_import import Report
from members.services.profiles import Shelf, add_profile, directory_for, update_profile
from site_core.models import KiezImage
from site_core.search_index import indexing_later

KINDS = {"business": BusinessPage, "initiative": InitiativePage}
TEXTS = (
    "title", "slug", "seo_title", "search_description", "content_language", "claim", "who_we_are", "what_we_offer",
    "what_the_kiez_means", "quote", "why_we_take_part", "street", "house_number", "postcode", "city", "phone", "email",
    "website", "accessibility", "accessibility_note",
)  # fmt: skip
NUMBERS = ("since", "latitude", "longitude")
SWITCHES = ("live", "phone_public", "email_public", "website_public")
LISTS = ("trades", "topics", "languages")
RECORD_TEXTS = ("source", "source_id", "notes")
RECORD_MOMENTS = ("imported_at", "claimed_at", "removed_at")
COLUMNS = (
    "key", "kind", *TEXTS, *NUMBERS, *SWITCHES, *LISTS, "portrait", "gallery", "opening_hours", "hours_note",
    "hours_confirmed_on", "closures", *RECORD_TEXTS, *RECORD_MOMENTS, "imported",
)  # fmt: skip


def export_rows():
    """One dictionary of strings a profile, businesses before initiatives, in telephone-book order."""
    for kind, model in KINDS.items():
        profiles = (
            model.objects.in_order()
            .select_related("portrait", "record", "hours")
            .prefetch_related("trades", "languages", "topic_links__tag", "gallery__image", "hours__closures")
        )
        for profile in profiles.iterator(chunk_size=500):
            yield _row(kind, profile)


def write_csv(path: Path, *, progress: Callable = iter) -> int:
    """Writes all profiles to a file; returns how many."""
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for row in progress(export_rows()):
            writer.writerow(row)
            number += 1
    return number


def is_own_file(path: Path) -> bool:
    """Whether the first line is the heading of a file written by `write_csv`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(next(csv.reader(file), ())) == COLUMNS
    except (UnicodeDecodeError, csv.Error):
        return False


def import_own(path: Path, *, dry_run=False, progress: Callable = iter) -> Report:
    """Reads a file written by `write_csv`: adds profiles it does not know, brings the others to the file's state."""
    report, shelf = Report(), Shelf()
    with path.open(encoding="utf-8-sig", newline="") as file, indexing_later():
        for line, row in progress(enumerate(csv.DictReader(file), start=2)):
            try:
                with transaction.atomic():
                    outcome = _read_one(row, shelf, dry_run=dry_run)
            except (ValidationError, ValueError, KeyError, TypeError) as error:
                report.refused.append((line, row.get("title") or "", _reason(error)))
                continue
            setattr(report, outcome, getattr(report, outcome) + 1)
    return report


def _row(kind, profile) -> dict:
    hours, record = getattr(profile, "hours", None), getattr(profile, "record", None)
    return {
        "key": str(profile.translation_key),
        "kind": kind,
        **{name: str(getattr(profile, name) or "") for name in TEXTS},
        **{name: "" if getattr(profile, name) is None else repr(getattr(profile, name)) for name in NUMBERS},
        **{name: "1" if getattr(profile, name) else "" for name in SWITCHES},
        "trades": "|".join(sorted(trade.slug for trade in profile.trades.all())),
        "topics": "|".join(sorted(link.tag.slug for link in profile.topic_links.all())),
        "languages": "|".join(sorted(language.code for language in profile.languages.all())),
        "portrait": profile.portrait.file.name if profile.portrait else "",
        "gallery": _json([[item.image.file.name, item.caption] for item in profile.gallery.all()]),
        "opening_hours": hours.osm if hours else "",
        "hours_note": hours.note if hours else "",
        "hours_confirmed_on": _iso(hours.confirmed_on) if hours else "",
        "closures": _json(
            [[_iso(each.first_day), _iso(each.last_day), each.reason] for each in hours.closures.all()] if hours else []
        ),
        **{name: getattr(record, name) if record else "" for name in RECORD_TEXTS},
        **{name: _iso(getattr(record, name)) if record else "" for name in RECORD_MOMENTS},
        "imported": _json(record.imported) if record else "",
    }


def _read_one(row, shelf, *, dry_run) -> str:
    """Stores one row; returns the name of the count it adds to."""
    if None in row or None in row.values():
        raise ValueError(_("the line has more or fewer columns than the heading"))
    model = KINDS[row["kind"]]
    index = directory_for(model)
    known = model.objects.filter(translation_key=row["key"]).select_related("record", "hours", "portrait").first()
    if known is not None and _row(row["kind"], known) == row:
        return "unchanged"
    if dry_run:
        return "updated" if known else "added"
    values = {
        **{name: row[name] for name in TEXTS},
        **{name: _number(name, row[name]) for name in NUMBERS},
        **{name: row[name] == "1" for name in SWITCHES if name != "live"},
        "portrait": KiezImage.objects.filter(file=row["portrait"]).first() if row["portrait"] else None,
    }
    filing = {name: [part for part in row[name].split("|") if part] for name in LISTS}
    if known is None:
        page = add_profile(
            model=model,
            index=index,
            shelf=shelf,
            values={"translation_key": row["key"], **values},
            live=row["live"] == "1",
            **filing,
        )
    else:
        page = update_profile(page=known, shelf=shelf, values={**values, "live": row["live"] == "1"}, **filing)
    _store_beside(page, row)
    return "updated" if known else "added"


def _store_beside(page, row):
    """Gallery, hours with closures, and the coordinator's record."""
    GalleryPicture.objects.filter(page=page).delete()
    for number, (name, caption) in enumerate(json.loads(row["gallery"] or "[]")):
        image = KiezImage.objects.filter(file=name).first()
        if image:
            GalleryPicture.objects.create(page_id=page.pk, image=image, caption=caption, sort_order=number)
    hours, _created = OpeningHours.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "osm": row["opening_hours"],
            "note": row["hours_note"],
            "confirmed_on": row["hours_confirmed_on"] or None,
        },
    )
    hours.closures.all().delete()
    Closure.objects.bulk_create(
        Closure(hours=hours, first_day=first, last_day=last, reason=reason)
        for first, last, reason in json.loads(row["closures"] or "[]")
    )
    rebuild_spans(hours=[OpeningHours.objects.get(pk=hours.pk)])
    ProfileRecord.objects.update_or_create(
        page_id=page.pk,
        defaults={
            **{name: row[name] for name in RECORD_TEXTS},
            **{name: datetime.fromisoformat(row[name]) if row[name] else None for name in RECORD_MOMENTS},
            "imported": json.loads(row["imported"] or "{}"),
        },
    )


def _number(name, text):
    return (int(text) if name == "since" else float(text)) if text else None


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _iso(value) -> str:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if value else ""


def _reason(error) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, KeyError):
        return _("»%(value)s« is not known here") % {"value": error.args[0]}
    return str(error)
