"""Who is next door, and who else is in the trade: read together, in one query over businesses and initiatives."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import Page

from members.models.trades import Trade
from members.nearness import metres_per_degree, squared_metres
from members.querysets import status_columns
from site_core.models.translated import label_expression

SHOWN = 3
#: Half the height of the box in which neighbours are looked for, in degrees: some 220 metres.
NEAR = 0.002
KINDS = ("businesspage", "initiativepage")
#: What a line shows and what it is put in order by; both kinds of profile have it.
COLUMNS = ("house_number", "street", "street_key", "sort_key", "content_language", "latitude", "longitude")


@dataclass(frozen=True)
class Around:
    """Pages with their columns, nearest first; none stands in both."""

    neighbours: list[Page]
    same_trade: list[Page]


def around(profile, *, models, trade, moment) -> Around:
    """The nearest profiles, or others of the street where the point is not known, and others of the trade.

    `models`: the kinds of profile; `trade`: a slug, or empty.
    """
    wanted, shared = Q(pk__in=[]), Q(pk__in=[])
    for model in models:
        others = model.objects.visible().exclude(pk=profile.pk)
        wanted |= Q(pk__in=_near(others, profile).values("pk")[:SHOWN])
        if trade:
            wanted |= Q(pk__in=_coming_after(others.filter(trades__slug=trade), profile).values("pk")[: 2 * SHOWN])
            kind = f"{model._meta.model_name}_id"
            shared |= Exists(model.trades.through.objects.filter(**{"trade__slug": trade, kind: OuterRef("pk")}))
    found = list(
        Page.objects.filter(wanted)
        .select_related("hours")
        .annotate(
            **{f"of_{name}": Coalesce(*(F(f"{kind}__{name}") for kind in KINDS)) for name in COLUMNS},
            of_trade=Coalesce(*(_first_trade(kind) for kind in KINDS)),
            shares_trade=Case(When(shared, then=True), default=False),
            **status_columns(moment),
        )
    )
    neighbours = _nearest(found, profile)[:SHOWN]
    fellows = [page for page in found if page.shares_trade and page not in neighbours]
    return Around(neighbours, sorted(fellows, key=lambda page: _turn(page, profile))[:SHOWN])


def _near(others, profile):
    if not _has_point(profile):
        street = others.filter(street_key=profile.street_key) if profile.street_key else others.none()
        return _coming_after(street, profile)
    wide = _width(profile)
    box = others.filter(
        latitude__range=(profile.latitude - NEAR, profile.latitude + NEAR),
        longitude__range=(profile.longitude - wide, profile.longitude + wide),
    )
    return box.order_by(_distance(profile, F("latitude"), F("longitude")), "pk")


def _coming_after(others, profile):
    """In telephone-book order from this profile on, so that everybody is somebody's next."""
    later = Case(When(sort_key__gt=profile.sort_key, then=Value(0)), default=Value(1))
    return others.order_by(later, "sort_key", "pk")


def _nearest(pages, profile):
    if not _has_point(profile):
        street = [page for page in pages if profile.street_key and page.of_street_key == profile.street_key]
        return sorted(street, key=lambda page: _turn(page, profile))
    wide = _width(profile)
    near = [
        page
        for page in pages
        if page.of_latitude is not None
        and page.of_longitude is not None
        and abs(page.of_latitude - profile.latitude) <= NEAR
        and abs(page.of_longitude - profile.longitude) <= wide
    ]
    return sorted(near, key=lambda page: (_distance(profile, page.of_latitude, page.of_longitude), page.pk))


def _turn(page, profile):
    return page.of_sort_key <= profile.sort_key, page.of_sort_key, page.pk


def _distance(profile, latitude, longitude):
    return squared_metres(profile.latitude, profile.longitude, latitude, longitude)


def _width(profile) -> float:
    """Half the width of the box, in degrees of longitude: as many metres as it is high."""
    north, east = metres_per_degree(profile.latitude)
    return NEAR * north / east


def _has_point(profile) -> bool:
    return profile.latitude is not None and profile.longitude is not None


def _first_trade(kind):
    trades = Trade.objects.filter(**{kind: OuterRef("pk")}).annotate(shown=label_expression())
    return Subquery(trades.values("shown")[:1])
