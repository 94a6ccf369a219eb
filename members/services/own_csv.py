"""The platform's own file of profiles: every field out, every field in again.

A profile's key is its translation key, a UUID that stays the same wherever the file is read. Entries that were taken
off and whose page is gone are in it too, as lines of the kind `removed`: without them the next import from elsewhere
would bring them back.
"""

import csv
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import (
    BusinessPage,
    Closure,
    GalleryPicture,
    InitiativePage,
    OpeningHours,
    ProfileRecord,
    ShortText,
)
from members.services.hours import save_hours
from members.services.osm_import import Report
from members.services.profiles import Shelf, add_profile, directory_for, update_profile
from site_core.models import KiezImage
from site_core.search_index import indexing_later

KINDS = {"business": BusinessPage, "initiative": InitiativePage}
REMOVED = "removed"
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
    "key", "kind", "first_published_at", *TEXTS, *NUMBERS, *SWITCHES, *LISTS, "short_texts", "portrait", "gallery",
    "opening_hours", "hours_note", "hours_confirmed_on", "closures", *RECORD_TEXTS, *RECORD_MOMENTS, "imported",
)  # fmt: skip


def export_rows():
    """One dictionary of strings a profile, businesses before initiatives, in telephone-book order."""
    for kind, model in KINDS.items():
        profiles = (
            model.objects.in_order()
            .select_related("portrait", "record", "hours")
            .prefetch_related(
                "trades", "languages", "topic_links__tag", "short_texts", "gallery__image", "hours__closures"
            )
        )
        for profile in profiles.iterator(chunk_size=500):
            yield _row(kind, profile)
    for record in ProfileRecord.objects.filter(page=None).exclude(source_id="").order_by("source", "source_id"):
        yield {**dict.fromkeys(COLUMNS, ""), "kind": REMOVED, **_record_row(record)}


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


class Kept(Exception):
    """The profile is left as it is; the message says why."""


def import_own(path: Path, *, dry_run=False, progress: Callable = iter) -> Report:
    """Reads a file written by `write_csv`: adds profiles it does not know, brings the others to the file's state."""
    report, shelf = Report(), Shelf()
    with path.open(encoding="utf-8-sig", newline="") as file, indexing_later():
        for line, row in progress(enumerate(csv.DictReader(file), start=2)):
            try:
                with transaction.atomic():
                    outcome = _read_one(row, shelf, dry_run=dry_run)
            except Kept as reason:
                report.kept.append((line, row["title"], str(reason)))
                continue
            except (ValidationError, ValueError, KeyError, TypeError, DatabaseError) as error:
                report.refused.append((line, row.get("title") or "", _reason(error)))
                continue
            setattr(report, outcome, getattr(report, outcome) + 1)
    return report


def _row(kind, profile) -> dict:
    hours, record = getattr(profile, "hours", None), getattr(profile, "record", None)
    return {
        "key": str(profile.translation_key),
        "kind": kind,
        "first_published_at": _iso(profile.first_published_at),
        **{name: str(getattr(profile, name) or "") for name in TEXTS},
        **{name: "" if getattr(profile, name) is None else repr(getattr(profile, name)) for name in NUMBERS},
        **{name: "1" if getattr(profile, name) else "" for name in SWITCHES},
        "trades": "|".join(sorted(trade.slug for trade in profile.trades.all())),
        "topics": "|".join(sorted(link.tag.slug for link in profile.topic_links.all())),
        "languages": "|".join(sorted(language.code for language in profile.languages.all())),
        "short_texts": _json({each.language: each.text for each in profile.short_texts.all()}),
        "portrait": profile.portrait.file.name if profile.portrait else "",
        "gallery": _json([[item.image.file.name, item.caption] for item in profile.gallery.all()]),
        "opening_hours": hours.osm if hours else "",
        "hours_note": hours.note if hours else "",
        "hours_confirmed_on": _iso(hours.confirmed_on) if hours else "",
        "closures": _json(
            [[_iso(each.first_day), _iso(each.last_day), each.reason] for each in hours.closures.all()] if hours else []
        ),
        **(_record_row(record) if record else dict.fromkeys((*RECORD_TEXTS, *RECORD_MOMENTS, "imported"), "")),
    }


def _record_row(record) -> dict:
    return {
        **{name: getattr(record, name) for name in RECORD_TEXTS},
        **{name: _iso(getattr(record, name)) for name in RECORD_MOMENTS},
        "imported": _json(record.imported),
    }


def _read_one(row, shelf, *, dry_run) -> str:
    """Stores one row; returns the name of the count it adds to."""
    if None in row or None in row.values():
        raise ValueError(_("the line has more or fewer columns than the heading"))
    if row["kind"] == REMOVED:
        return _read_removed(row, dry_run=dry_run)
    model = KINDS[row["kind"]]
    index = directory_for(model)
    known = model.objects.filter(translation_key=row["key"]).select_related("record", "hours", "portrait").first()
    if known is not None and _row(row["kind"], known) == row:
        return "unchanged"
    if known is not None and known.live and known.has_unpublished_changes:
        raise Kept(_("has a draft that somebody is working on"))
    _images(row)
    if dry_run:
        return "updated" if known else "added"
    values = {
        **{name: row[name] for name in TEXTS},
        **{name: _number(name, row[name]) for name in NUMBERS},
        **{name: row[name] == "1" for name in SWITCHES if name != "live"},
        **({"first_published_at": _moment(row["first_published_at"])} if row["first_published_at"] else {}),
        "portrait": _images(row).get(row["portrait"]),
        "short_texts": _short_texts(row),
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
        page = update_profile(page=known, shelf=shelf, values=values, live=row["live"] == "1", **filing)
    _store_beside(page, row)
    return "updated" if known else "added"


def _store_beside(page, row):
    """Gallery, hours with closures, and the coordinator's record."""
    GalleryPicture.objects.filter(page=page).delete()
    for number, (name, caption) in enumerate(json.loads(row["gallery"] or "[]")):
        GalleryPicture.objects.create(page_id=page.pk, image=_images(row)[name], caption=caption, sort_order=number)
    hours = OpeningHours.objects.filter(page=page).first() or OpeningHours(page_id=page.pk)
    # A value nobody can read is kept only where it came from elsewhere; it is mended by hand.
    hours.osm = row["opening_hours"]
    hours.note, hours.confirmed_on = row["hours_note"], _day(row["hours_confirmed_on"])
    hours.clean_fields(exclude=["osm"] if row["source"] else [])
    hours.closures = [
        Closure(first_day=_day(first), last_day=_day(last), reason=reason)
        for first, last, reason in json.loads(row["closures"] or "[]")
    ]
    save_hours(hours=hours)
    record = ProfileRecord.objects.filter(page=page).first() or ProfileRecord(page_id=page.pk)
    _store_record(record, row)


def _read_removed(row, *, dry_run) -> str:
    found = ProfileRecord.objects.filter(source=row["source"], source_id=row["source_id"]).first()
    if found is not None and found.page_id:
        raise Kept(_("stands in the directory here"))
    if found is not None:
        return "unchanged"
    if not dry_run:
        _store_record(ProfileRecord(), row)
    return "added"


def _store_record(record, row):
    for name in RECORD_TEXTS:
        setattr(record, name, row[name])
    for name in RECORD_MOMENTS:
        setattr(record, name, _moment(row[name]))
    record.imported = json.loads(row["imported"] or "{}")
    record.clean_fields(exclude=["page"])
    record.save()


def _short_texts(row) -> list[ShortText]:
    texts = [ShortText(language=code, text=words) for code, words in json.loads(row["short_texts"] or "{}").items()]
    for each in texts:
        each.clean_fields(exclude=["page"])
    return texts


def _images(row) -> dict:
    """The pictures a row names, by file name. Raises ValueError for one that is not here: better no row than half."""
    names = {name for name, _caption in json.loads(row["gallery"] or "[]")} | ({row["portrait"]} - {""})
    found = {image.file.name: image for image in KiezImage.objects.filter(file__in=names)}
    missing = sorted(names - found.keys())
    if missing:
        raise ValueError(_("these pictures are not here: %(names)s") % {"names": ", ".join(missing)})
    return found


def _moment(text):
    return datetime.fromisoformat(text) if text else None


def _day(text):
    return date.fromisoformat(text) if text else None


def _number(name, text):
    return (int(text) if name == "since" else float(text)) if text else None


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


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
