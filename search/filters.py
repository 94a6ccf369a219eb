"""The filters of the search, as chosen beside the results or said in the text, and how much is behind each choice."""

from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from members.models import BusinessPage, InitiativePage, OpeningSpan
from site_core.facets import Choice, count_all, facet, mark
from site_core.models.translated import label_expression
from site_core.registry import Kind, registry

PROFILE_MODELS = (BusinessPage, InitiativePage)
PROFILE_TYPES = tuple(model._meta.model_name for model in PROFILE_MODELS)
#: Who closes before it closed yesterday, late: »Sonntag« is not meant by a bar that is open until two.
DAY_BEGINS = time(6)


@dataclass(frozen=True)
class SearchFilters:
    """One choice each, empty for all: `open` is "now", `access` "yes", `day` an ISO weekday, `after` a time "20:00"."""

    kind: str = ""
    trade: str = ""
    topic: str = ""
    street: str = ""
    open: str = ""
    language: str = ""
    access: str = ""
    day: str = ""
    after: str = ""

    @property
    def active(self) -> dict[str, str]:
        return {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name)}

    def without(self, name):
        return replace(self, **{name: ""})

    def merged(self, other):
        """These, and of `other` what is not chosen here."""
        return replace(other, **self.active)


@dataclass(frozen=True)
class Facets:
    """The choices of each facet, counted as if the facet itself were not filtered; how many are open, and the total."""

    kind: list[Choice]
    trade: list[Choice]
    topic: list[Choice]
    street: list[Choice]
    open_now: int
    total: int


def filtered(pages, filters: SearchFilters, *, moment=None):
    """The pages that fit every chosen filter; what only profiles have leaves only profiles."""
    moment = moment or timezone.now()
    if filters.kind:
        pages = pages.filter(content_type__in=[pk for pk, kind in content_types().items() if kind.key == filters.kind])
    if filters.topic:
        pages = pages.filter(topic_links__tag__slug=filters.topic)
    if filters.trade:
        in_trade = (_linked("trades", trade__slug=filters.trade), _linked("trades", trade__parent__slug=filters.trade))
        pages = pages.filter(in_trade[0] | in_trade[1])
    if filters.language:
        pages = pages.filter(_linked("languages", spokenlanguage__code=filters.language))
    if filters.street:
        pages = pages.filter(_either("street_key", filters.street))
    if filters.access:
        pages = pages.filter(_either("accessibility", filters.access))
    if filters.open:
        pages = pages.filter(_open(starts_at__lte=moment, ends_at__gt=moment))
    if filters.day or filters.after:
        pages = pages.filter(_open(**_hours_meant(filters, moment)))
    return pages


def _linked(relation, **condition) -> Q:
    """Profiles with a row of a many-to-many relation that fits."""
    found = Q()
    for model in PROFILE_MODELS:
        rows = getattr(model, relation).through.objects.filter(**condition)
        found |= Q(pk__in=rows.values(f"{model._meta.model_name}_id"))
    return found


def _either(field, value) -> Q:
    return Q(*((f"{model}__{field}", value) for model in PROFILE_TYPES), _connector=Q.OR)


def _open(**condition) -> Exists:
    return Exists(OpeningSpan.objects.filter(page=OuterRef("pk"), **condition))


def _hours_meant(filters, moment) -> dict:
    """Open at some time of the next such day, or of today from now on; from the hour named on.

    »After one« is in the night that follows.
    """
    local = timezone.localtime(moment)
    ahead = (int(filters.day) - local.isoweekday()) % 7 if filters.day else 0
    day = local.date() + timedelta(days=ahead)
    begins = time.fromisoformat(filters.after) if filters.after else DAY_BEGINS
    night = begins < DAY_BEGINS
    if night and (filters.day or local.time() >= DAY_BEGINS):
        day += timedelta(days=1)
    last = (day, DAY_BEGINS) if night else (day + timedelta(days=1), time())
    begin, over = (timezone.make_aware(datetime.combine(*each)) for each in ((day, begins), last))
    return {"starts_at__lt": over, "ends_at__gt": begin if filters.day else max(begin, moment)}


def facets(pages, filters: SearchFilters, *, moment=None) -> Facets:
    """Counts beside each choice, in one query; each facet as if it were not filtered itself."""
    moment = moment or timezone.now()
    kinds = {str(pk): kind for pk, kind in content_types().items()}

    def other_than(name):
        return filtered(pages, filters.without(name), moment=moment)

    def either(column):
        return Coalesce(*(F(f"{model}__{column}") for model in PROFILE_TYPES))

    def label(prefix):
        return Coalesce(*(label_expression(f"{model}__{prefix}") for model in PROFILE_TYPES))

    open_now = filtered(pages, replace(filters, open="now"), moment=moment)
    found = count_all(
        facet("kind", other_than("kind"), Cast("content_type_id", CharField())),
        facet("branch", other_than("trade"), either("trades__parent__slug"), label("trades__parent__")),
        facet("trade", other_than("trade"), either("trades__slug"), label("trades__"), either("trades__parent__slug")),
        facet("topic", other_than("topic"), F("topic_links__tag__slug"), label_expression("topic_links__tag__")),
        facet("street", other_than("street"), either("street_key"), either("street")),
        facet("open", open_now, "now"),
        facet("total", filtered(pages, filters, moment=moment), "total"),
    )
    counts = Counter()
    for choice in found["kind"]:
        counts[kinds[choice.slug].key] += choice.count
    return Facets(
        kind=[
            Choice(kind.key, str(kind.label), counts[kind.key], chosen=kind.key == filters.kind)
            for kind in registry.kinds
            if kind.key in counts
        ],
        trade=mark(found["branch"], filters.trade, below=found["trade"]),
        topic=mark(found["topic"], filters.topic),
        street=mark(found["street"], filters.street),
        open_now=sum(choice.count for choice in found["open"]),
        total=sum(choice.count for choice in found["total"]),
    )


def content_types() -> dict[int, Kind]:
    """Content type ids of the public kinds (Django keeps content types in memory)."""
    models = ((model.lower(), kind) for kind in registry.kinds for model in (kind.model, *kind.also))
    return {ContentType.objects.get_by_natural_key(*model.split(".")).pk: kind for model, kind in models}


def street_exists(key: str) -> bool:
    """Whether a public profile has its door in the street of this key."""
    return any(model.objects.visible().filter(street_key=key).exists() for model in PROFILE_MODELS)
