"""Reads the doors of a street, and which streets there are."""

from collections import Counter
from types import SimpleNamespace

from django.db.models import BooleanField, F, OuterRef, Subquery, Value
from wagtail.models import Page

from members.hours.words import status_in_words
from members.models import BusinessPage, InitiativePage, Trade
from members.presenting import stored_status
from members.street.houses import Door
from site_core.facets import Choice, facet
from site_core.models.translated import label_expression
from site_core.text.folding import sort_key

PROFILES = {"businesspage": BusinessPage, "initiativepage": InitiativePage}
ABOUT = ("pk", "title", "url_path", "street", "house_number", "content_language")
HOURS = ("readable", "spans_until", "always_open", "by_appointment")
STATUS = ("open_until", "open_ended", "end_assumed", "opens_at")
TRADE = ("trades", "trade_slug", "colour")


def street_facets() -> list:
    """The streets with the number of profiles in each, for `site_core.facets.count_all`."""
    return [facet("street", model.objects.visible(), F("street_key"), F("street")) for model in PROFILES.values()]


def streets_in_order(choices) -> list[Choice]:
    """The streets one can walk through, the one with the most doors first."""
    doors = Counter()
    names = {}
    for choice in choices:
        doors[choice.slug] += choice.count
        names.setdefault(choice.slug, choice.label)
    found = [Choice(slug, names[slug], count) for slug, count in doors.items()]
    return sorted(found, key=lambda street: (-street.count, sort_key(street.label)))


def doors_in(street_key: str, *, moment, request=None) -> list[Door]:
    """Every business and initiative anybody may see in this street, in one query."""
    businesses, initiatives = (_rows(relation, street_key, moment) for relation in PROFILES)
    return [_door(row, moment, request) for row in businesses.union(initiatives, all=True)]


def _rows(relation, street_key, moment):
    """Rows of ABOUT, HOURS, STATUS, TRADE and whether it is an initiative."""
    trades = Trade.objects.filter(**{relation: OuterRef("pk")}).order_by("parent__name", "name")
    first = {
        "trades": trades.annotate(words=label_expression()).values("words"),
        "trade_slug": trades.values("slug"),
        "colour": trades.values("colour"),
    }
    return (
        PROFILES[relation]
        .objects.visible()
        .filter(street_key=street_key)
        .with_status(moment)
        .annotate(**{f"first_{name}": Subquery(rows[:1]) for name, rows in first.items()})
        .annotate(social=Value(relation == "initiativepage", BooleanField()))
        .order_by()
        .values_list(
            *ABOUT, *(F(f"hours__{name}") for name in HOURS), *STATUS, *(f"first_{name}" for name in TRADE), "social"
        )
    )


def _door(row, moment, request) -> Door:
    values = dict(zip((*ABOUT, *HOURS, *STATUS, *TRADE, "is_initiative"), row, strict=True))
    hours = SimpleNamespace(**{name: values[name] for name in HOURS})
    status = stored_status(SimpleNamespace(hours=hours, **{name: values[name] for name in STATUS}))
    return Door(
        pk=values["pk"],
        title=values["title"],
        url=Page(pk=values["pk"], url_path=values["url_path"]).get_url(request),
        plate=values["house_number"],
        street=values["street"],
        language=values["content_language"],
        is_open=bool(status and status.is_open),
        status=status_in_words(status, moment) if status else "",
        is_initiative=bool(values["is_initiative"]),
        **{name: values[name] or "" for name in TRADE},
    )
