"""What people ask of profiles, by name."""

from dataclasses import dataclass, replace

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.models import Page, Task, WorkflowState

from members.models.hours import OpeningSpan
from members.models.memberships import Membership
from members.models.records import ProfileRecord
from members.nearness import InStreetsQuerySet, squared_metres
from site_core.querysets import ContentPageQuerySet
from site_core.text.folding import sort_key
from site_core.text.streets import street_key


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


def _reviews():
    """Reviews under way of the profile in the outer query."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )


def status_columns(moment) -> dict:
    """`open_until`, `open_ended`, `end_assumed` and `opens_at` of the page in the outer query, read from the spans."""
    spans = OpeningSpan.objects.filter(page=OuterRef("pk"), ends_at__gt=moment)
    current = spans.filter(starts_at__lte=moment).order_by("-ends_at")
    coming = spans.filter(starts_at__gt=moment).order_by("starts_at")
    return {
        "open_until": Subquery(current.values("ends_at")[:1]),
        "open_ended": Subquery(current.values("open_ended")[:1]),
        "end_assumed": Subquery(current.values("end_assumed")[:1]),
        "opens_at": Subquery(coming.values("starts_at")[:1]),
    }


class ProfileQuerySet(InStreetsQuerySet, ContentPageQuerySet):
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
        """Adds what `status_columns` says."""
        return self.annotate(**status_columns(moment))

    def turns(self, moment):
        """(id, has a portrait, has a quote, is open) of every profile, for choosing who is shown; in no order."""
        spans = OpeningSpan.objects.filter(page=OuterRef("pk"), starts_at__lte=moment, ends_at__gt=moment)
        return self.visible().order_by().values_list("pk", Q(portrait__isnull=False), ~Q(quote=""), Exists(spans))

    def for_cards(self, *, moment=None):
        """Everything a card shows, in a fixed number of queries."""
        return self.for_mixed_cards(moment=moment).prefetch_related("portrait__renditions")

    def for_mixed_cards(self, *, moment=None):
        """The same but for the portraits' sizes, which several kinds of profile can have read together."""
        return (
            self.visible()
            .select_related("portrait", "record", "hours")
            .prefetch_related("trades")
            .with_status(moment or timezone.now())
        )

    def for_plan(self, *, moment=None):
        """What a dot on the Kiezplan and its line beside it say."""
        return (
            self.visible()
            .select_related("hours")
            .defer("who_we_are", "what_we_offer", "what_the_kiez_means", "why_we_take_part")
            .prefetch_related("trades")
            .with_status(moment or timezone.now())
        )

    def for_results(self):
        """Everything a line in a mixed list shows."""
        return self.visible().select_related("record").prefetch_related("trades")

    def for_indexing(self):
        return super().for_indexing().prefetch_related("trades__parent", "short_texts")

    def on_the_map(self):
        return self.visible().filter(latitude__isnull=False, longitude__isnull=False)

    def in_order(self):
        """German telephone book order; the primary key settles ties, so that pages of a listing never overlap."""
        return self.order_by("sort_key", "title", "pk")

    def by_distance(self, latitude, longitude):
        """Nearest first, adds `distance_squared` in square metres; without a point last, ties in order."""
        distance = squared_metres(latitude, longitude, F("latitude"), F("longitude"))
        return self.annotate(distance_squared=distance).order_by(
            F("distance_squared").asc(nulls_last=True), "sort_key", "title", "pk"
        )

    def waiting(self, waiting=True):
        """Whose change waits for the editors' review, or whose does not."""
        return self.filter(Exists(_reviews()) if waiting else ~Exists(_reviews()))

    def with_people(self, people=True):
        """Kept by somebody, or by nobody."""
        members = Membership.objects.filter(page=OuterRef("pk"))
        return self.filter(Exists(members) if people else ~Exists(members))

    def with_record(self, wanted=True, **kept):
        """Whose record says so; a profile without a record says no."""
        records = ProfileRecord.objects.filter(page=OuterRef("pk"), **kept)
        return self.filter(Exists(records) if wanted else ~Exists(records))

    def unconfirmed(self, unconfirmed=True):
        """Taken from elsewhere and claimed by nobody, or not."""
        records = ProfileRecord.objects.unconfirmed().filter(page=OuterRef("pk"))
        return self.filter(Exists(records) if unconfirmed else ~Exists(records))

    def named(self, words):
        """Every word stands in the name, live or draft, in the address or in the e-mail of the profile."""
        found = self
        for word in words.split():
            match = Q(draft_title__icontains=word) | Q(email__icontains=word) | Q(house_number__iexact=word)
            if key := sort_key(word):
                match |= Q(sort_key__contains=key)
            if street := street_key(word):
                match |= Q(street_key__contains=street)
            found = found.filter(match)
        return found

    def for_desk(self):
        """What the desk's listing shows of a profile, in a fixed number of queries: adds `people`, `waiting_since`."""
        people = Membership.objects.filter(page=OuterRef("pk")).order_by().values("page").annotate(number=Count("pk"))
        # Whether a page is locked is asked row by row, of the specific task and of the schedule.
        task = Prefetch("current_task_state__task", Task.objects.specific())
        states = WorkflowState.objects.active().select_related("current_task_state").prefetch_related(task)
        return (
            self.select_related("record", "hours")
            .prefetch_related(
                Prefetch("_specific_workflow_states", queryset=states, to_attr="_current_workflow_states")
            )
            .annotate_site_root_state()
            .annotate_approved_schedule()
            .annotate(
                people=Coalesce(Subquery(people.values("number")), 0),
                waiting_since=Subquery(_reviews().values("current_task_state__started_at")[:1]),
            )
        )
