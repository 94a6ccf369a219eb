"""What people ask of profiles, by name."""

from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from members.models.hours import OpeningSpan
from site_core.querysets import ContentPageQuerySet


@dataclass(frozen=True)
class ProfileFilters:
    """One choice a facet; empty means all. `open_now` asks for the moment given to `matching`."""

    trade: str = ""
    topic: str = ""
    street: str = ""
    language: str = ""
    open_now: bool = False

    def without(self, name):
        return replace(self, **{name: False if name == "open_now" else ""})


class ProfileQuerySet(ContentPageQuerySet):
    def open_at(self, moment):
        """Open at that moment, as far as the calculated spans reach (14 days)."""
        spans = OpeningSpan.objects.filter(page=OuterRef("pk"), starts_at__lte=moment, ends_at__gt=moment)
        return self.filter(Exists(spans))

    def in_trade(self, slug):
        """In a Gewerk, or in any Gewerk of a Branche."""
        links = self.model.trades.through.objects.filter(**{f"{self.model._meta.model_name}_id": OuterRef("pk")})
        return self.filter(Exists(links.filter(Q(trade__slug=slug) | Q(trade__parent__slug=slug))))

    def matching(self, filters, *, moment=None):
        """Profiles that fit every chosen filter."""
        found = self
        if filters.trade:
            found = found.in_trade(filters.trade)
        if filters.topic:
            found = found.with_topic(filters.topic)
        if filters.street:
            found = found.filter(street_key=filters.street)
        if filters.language:
            found = found.filter(languages__code=filters.language)
        if filters.open_now:
            found = found.open_at(moment or timezone.now())
        return found

    def with_status(self, moment):
        """Adds `open_until`, `open_ended`, `end_assumed` and `opens_at`, read from the spans."""
        spans = OpeningSpan.objects.filter(page=OuterRef("pk"), ends_at__gt=moment)
        current = spans.filter(starts_at__lte=moment).order_by("-ends_at")
        coming = spans.filter(starts_at__gt=moment).order_by("starts_at")
        return self.annotate(
            open_until=Subquery(current.values("ends_at")[:1]),
            open_ended=Subquery(current.values("open_ended")[:1]),
            end_assumed=Subquery(current.values("end_assumed")[:1]),
            opens_at=Subquery(coming.values("starts_at")[:1]),
        )

    def turns(self, moment):
        """(id, has a portrait, has a quote, is open) of every profile, for choosing who is shown."""
        spans = OpeningSpan.objects.filter(page=OuterRef("pk"), starts_at__lte=moment, ends_at__gt=moment)
        return self.visible().order_by("pk").values_list("pk", Q(portrait__isnull=False), ~Q(quote=""), Exists(spans))

    def for_cards(self, *, moment=None):
        """Everything a card shows, in a fixed number of queries."""
        return (
            self.visible()
            .select_related("portrait", "record", "hours")
            .prefetch_related("trades", "portrait__renditions")
            .with_status(moment or timezone.now())
        )

    def for_results(self):
        """Everything a line in a mixed list shows."""
        return self.visible().select_related("record").prefetch_related("trades")

    def for_indexing(self):
        return super().for_indexing().prefetch_related("trades__parent")

    def on_the_map(self):
        return self.visible().filter(latitude__isnull=False, longitude__isnull=False)

    def in_order(self):
        """German telephone book order; the primary key settles ties, so that pages of a listing never overlap."""
        return self.order_by("sort_key", "title", "pk")
