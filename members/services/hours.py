"""Setting hours, and keeping the calculated spans true."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from members.models import OpeningHours, OpeningSpan

DAYS_AHEAD = 14
BATCH = 200


@transaction.atomic
def set_hours(*, page, osm, note="", confirmed_on=None, closures=()) -> OpeningHours:
    """Stores a profile's hours with these closures, live at once. Takes the value as it is; forms check it before."""
    hours, _created = OpeningHours.objects.update_or_create(
        page_id=page.pk, defaults={"osm": osm, "note": note, "confirmed_on": confirmed_on}
    )
    hours.closures = list(closures)
    return save_hours(hours=hours)


@transaction.atomic
def save_hours(*, hours) -> OpeningHours:
    """Stores an edited row with its closures, live at once."""
    hours.save()
    rebuild_spans(hours=[hours])
    return hours


@transaction.atomic
def rebuild_spans(*, hours, now=None):
    """Calculates the coming 14 days anew for these rows."""
    start = (now or timezone.now()) - timedelta(days=1)
    end = start + timedelta(days=1 + DAYS_AHEAD)
    spans = []
    for row in hours:
        schedule = row.schedule
        row.readable = schedule is not None
        row.by_appointment = bool(schedule and schedule.by_appointment)
        row.always_open = bool(schedule and schedule.always_open)
        row.spans_until = end if schedule else None
        if schedule:
            spans += [_span(row, span) for span in schedule.spans(start, end, row.closures.all())]
    OpeningSpan.objects.filter(page__in=[row.page_id for row in hours]).delete()
    OpeningSpan.objects.bulk_create(spans, batch_size=500)
    OpeningHours.objects.bulk_update(
        hours, ["readable", "by_appointment", "always_open", "spans_until"], batch_size=100
    )


def rebuild_all_spans(*, now=None) -> int:
    """The nightly run, in batches so that no long lock stands in anybody's way. Returns the number of rows."""
    ids = list(OpeningHours.objects.exclude(osm="").order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = OpeningHours.objects.filter(pk__in=ids[start : start + BATCH]).prefetch_related("closures")
        rebuild_spans(hours=list(batch), now=now)
    return len(ids)


def _span(row, span) -> OpeningSpan:
    return OpeningSpan(
        page_id=row.page_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        open_ended=span.open_ended,
        end_assumed=span.end_assumed,
    )
