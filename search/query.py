"""From what somebody typed to public pages: any input is answered, never with an error."""

from dataclasses import dataclass, replace

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Q
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page
from wagtail.search.query import And, PlainText

from site_core.facets import Choice, count_all, facet, mark
from site_core.models.translated import label_expression
from site_core.querysets import visible
from site_core.registry import Kind, Result, registry
from site_core.text.analysis import analyse

MAX_WORDS = 12
MAX_WORD = 40
PROFILE_TYPES = ("businesspage", "initiativepage")


@dataclass(frozen=True)
class SearchFilters:
    kind: str = ""
    trade: str = ""
    topic: str = ""

    def without(self, name):
        return replace(self, **{name: ""})


@dataclass(frozen=True)
class Facets:
    kind: list[Choice]
    trade: list[Choice]
    topic: list[Choice]
    total: int


def terms(text: str) -> list[str]:
    """The words that are searched: analysed, each once, bounded in number and length."""
    return list(dict.fromkeys(word[:MAX_WORD] for word in analyse(text)))[:MAX_WORDS]


def matching(text: str, *, ranked=True):
    """Public pages that hold every word of `text`, best first; every public page where `text` is empty.

    Counting needs no rank, and on SQLite ranking costs time in the square of the hits.

    Input of stop words or signs alone finds nothing rather than anything.
    """
    kinds = content_types()
    pages = visible(Page.objects.filter(content_type__in=kinds.keys()))
    if not text.strip():
        return pages.order_by("-last_published_at", "-pk")
    words = [PlainText(word) for word in terms(text)]
    if not words:
        return pages.none()
    found = Page.objects.search(And(words) if len(words) > 1 else words[0], order_by_relevance=ranked)
    # Filtered after the search: the backend accepts only indexed fields in the queryset it is given.
    return visible(found.get_queryset().filter(content_type__in=kinds.keys()))


def filtered(pages, filters: SearchFilters):
    """The pages that fit every chosen filter."""
    if filters.kind:
        pages = pages.filter(content_type__in=[pk for pk, kind in content_types().items() if kind.key == filters.kind])
    if filters.topic:
        pages = pages.filter(topic_links__tag__slug=filters.topic)
    if filters.trade:
        in_trade = Q()
        for model in PROFILE_TYPES:
            in_trade |= Q(**{f"{model}__trades__slug": filters.trade})
            in_trade |= Q(**{f"{model}__trades__parent__slug": filters.trade})
        pages = pages.filter(pk__in=Page.objects.filter(in_trade).values("pk"))
    return pages


def facets(pages, filters: SearchFilters) -> Facets:
    """Counts beside each choice, in one query; each facet as if it were not filtered itself."""
    kinds = {str(pk): kind for pk, kind in content_types().items()}

    def other_than(name):
        return filtered(pages, filters.without(name))

    def either(column):
        return Coalesce(*(F(f"{model}__trades__{column}") for model in PROFILE_TYPES))

    def label(prefix=""):
        return Coalesce(*(label_expression(f"{model}__trades__{prefix}") for model in PROFILE_TYPES))

    found = count_all(
        facet("kind", other_than("kind"), Cast("content_type_id", CharField())),
        facet("branch", other_than("trade"), either("parent__slug"), label("parent__")),
        facet("trade", other_than("trade"), either("slug"), label(), either("parent__slug")),
        facet("topic", other_than("topic"), F("topic_links__tag__slug"), label_expression("topic_links__tag__")),
        facet("total", filtered(pages, filters), "total"),
    )
    counts = {kinds[choice.slug].key: choice.count for choice in found["kind"]}
    return Facets(
        kind=[
            Choice(kind.key, str(kind.label), counts[kind.key], chosen=kind.key == filters.kind)
            for kind in registry.kinds
            if kind.key in counts
        ],
        trade=mark(found["branch"], filters.trade, below=found["trade"]),
        topic=mark(found["topic"], filters.topic),
        total=sum(choice.count for choice in found["total"]),
    )


def results(pages) -> list[Result]:
    """The pages as lines of a mixed list, in their order; one reader a kind."""
    rows = [(pk, content_types().get(type_pk)) for pk, type_pk in pages.values_list("pk", "content_type_id")]
    found = {}
    for kind in registry.kinds:
        ids = [pk for pk, of_kind in rows if of_kind is kind]
        if ids:
            found |= {result.pk: replace(result, kind_label=str(kind.one)) for result in kind.results(ids)}
    return [found[pk] for pk, _kind in rows if pk in found]


def content_types() -> dict[int, Kind]:
    """Content type ids of the public kinds (Django keeps content types in memory)."""
    return {ContentType.objects.get_by_natural_key(*kind.model.lower().split(".")).pk: kind for kind in registry.kinds}
