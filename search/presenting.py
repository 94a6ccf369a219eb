"""Plain values for the search pages: chips, the JSON answer, help where nothing was found."""

from dataclasses import dataclass, field

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.dates import WEEKDAYS
from django.utils.http import urlencode
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page

from members.models import BusinessPage
from search import dictionary, query
from search.filters import PROFILE_TYPES, Facets, SearchFilters, facets
from site_core.facets import Choice, count_all, facet
from site_core.listing import Chip
from site_core.models.translated import label_expression
from site_core.registry import Result, registry

#: What was understood so is repeated in the person's own words: »in der Weisestraße«, »bis 22 Uhr«.
AS_SAID = ("street", "after")
#: Filters whose choices, with what they are called, stand beside the results.
COUNTED = ("kind", "trade", "topic", "street")
TOPICS, TRADES = 12, 6


@dataclass(frozen=True)
class Help:
    """What somebody is shown who found nothing, or has not asked yet."""

    branches: list[Choice]
    topics: list[Choice]
    similar: list[Result] = field(default_factory=list)
    trades: list[Choice] = field(default_factory=list)


def address(asked) -> str:
    """The search asked so; what is empty is left out."""
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"


def chosen_chips(chosen, found: Facets) -> list[Chip]:
    """One for each filter in the address; taking it away keeps the others. `chosen` is the form's query."""
    return [
        Chip(filter_label(name, value, found), address({**chosen, name: ""}))
        for name, value in chosen.items()
        if name in SearchFilters.__dataclass_fields__
    ]


def understood_chips(said, chosen, found: Facets) -> list[Chip]:
    """One for each filter that was understood in the text; taking it away searches for the rest of the text."""
    return [
        Chip(
            each.phrase if each.name in AS_SAID else filter_label(each.name, each.value, found),
            address({**chosen, "q": each.rest}),
        )
        for each in said
        if each.name not in chosen
    ]


def filter_label(name, value, found: Facets) -> str:
    """What a filter is called on its chip."""
    if name in COUNTED:
        choices = [each for choice in getattr(found, name) for each in (choice, *choice.children)]
        return next((choice.label for choice in choices if choice.slug == value), "") or _name_of(name, value)
    if name == "language":
        return _("speaks %(language)s") % {"language": language_name(value)}
    if name == "day":
        return _("open on %(day)s") % {"day": WEEKDAYS[int(value) - 1]}
    if name == "after":
        return _("open after %(time)s") % {"time": value}
    return {"open": _("Open now"), "access": _("Accessible without steps")}[name]


def _name_of(name, value) -> str:
    """What is called so where nothing that was found is filed under it."""
    if name == "kind":
        return next((str(kind.label) for kind in registry.kinds if kind.key == value), value)
    if name == "street":
        streets = BusinessPage.objects.visible().filter(street_key=value).values_list("street", flat=True)
        return streets.first() or value
    known = (meaning for meanings in dictionary.current().begun.values() for meaning in meanings)
    return next((each.label for each in known if (each.kind, each.slug) == (name, value)), value)


def language_name(code) -> str:
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


def ways_in(found: Facets) -> Help:
    """What there is to look for, before anybody has asked."""
    return Help(branches=found.trade, topics=popular(found.topic))


def ways_on(answer) -> Help:
    """What the words come near to, and what there is at all."""
    near = query.similar(answer)
    everything = query.answer("", moment=answer.moment)
    there_is = facets(everything.matching, SearchFilters(), moment=answer.moment)
    return Help(
        there_is.trade, popular(there_is.topic), similar=near, trades=_trades_of([each for each in near if each.hit])
    )


def popular(choices) -> list[Choice]:
    return sorted(choices, key=lambda choice: -choice.count)[:TOPICS]


def _trades_of(results) -> list[Choice]:
    """The trades of these pages, those that most of them have first."""
    if not results:
        return []
    pages = Page.objects.filter(pk__in=[result.pk for result in results])
    slug = Coalesce(*(F(f"{model}__trades__slug") for model in PROFILE_TYPES))
    label = Coalesce(*(label_expression(f"{model}__trades__") for model in PROFILE_TYPES))
    found = count_all(facet("trade", pages, slug, label))["trade"]
    return sorted(found, key=lambda choice: -choice.count)[:TRADES]


def as_json(answer, total, results, request) -> dict:
    return {
        "total": total,
        "did_you_mean": answer.corrected or None,
        "results": [
            {
                "id": result.pk,
                "source_id": result.source_id,
                "title": result.title,
                "url": request.build_absolute_uri(result.url),
                "kind": result.kind,
                "excerpt": "".join(part for part, _marked in result.pieces) or result.excerpt,
            }
            for result in results
        ],
    }
