"""The filters of a directory with the number of profiles behind each choice."""

from dataclasses import dataclass

from django.db.models import F

from site_core.facets import Choice, count_all, facet, mark
from site_core.models.translated import label_expression


@dataclass(frozen=True)
class Facets:
    """The choices of each facet, counted as if the facet itself were not filtered, and the total found."""

    trade: list[Choice]
    topic: list[Choice]
    street: list[Choice]
    language: list[Choice]
    open_now: int
    total: int


def count_facets(profiles, filters, *, moment) -> Facets:
    """Counts for all facets in one query. `profiles` are the visible ones; `filters` the choices made."""

    def other_than(name):
        return profiles.matching(filters.without(name), moment=moment)

    found = count_all(
        facet("branch", other_than("trade"), F("trades__parent__slug"), label_expression("trades__parent__")),
        facet("trade", other_than("trade"), F("trades__slug"), label_expression("trades__"), F("trades__parent__slug")),
        facet("topic", other_than("topic"), F("topic_links__tag__slug"), label_expression("topic_links__tag__")),
        facet("street", other_than("street"), F("street_key"), F("street")),
        facet("language", other_than("language"), F("languages__code"), label_expression("languages__")),
        facet("open", other_than("open_now").open_at(moment), "now"),
        facet("total", profiles.matching(filters, moment=moment), "total"),
    )
    return Facets(
        trade=mark(found["branch"], filters.trade, below=found["trade"]),
        topic=mark(found["topic"], filters.topic),
        street=mark(found["street"], filters.street),
        language=mark(found["language"], filters.language),
        open_now=sum(choice.count for choice in found["open"]),
        total=sum(choice.count for choice in found["total"]),
    )
