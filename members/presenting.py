"""Plain values for the templates: cards, the profile page, filter chips, GeoJSON."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from members.filing import drafted_filing, stored_filing
from members.hours import Status
from members.hours.words import status_in_words, week_in_words
from site_core.listing import Chip
from site_core.models import SiteSettings
from site_core.navigation import join_url
from site_core.pictures import Picture, picture
from site_core.registry import registry
from site_core.structured_data import profile_data


@dataclass(frozen=True)
class ProfileCard:
    pk: int
    title: str
    url: str
    claim: str
    plate: str
    address: str
    trades: str
    colour: str
    picture: Picture | None
    is_open: bool
    status: str
    language: str


def card_of(profile, request=None) -> ProfileCard:
    """The card of a profile read with `for_cards()`."""
    trades = list(profile.trades.all())
    status = stored_status(profile)
    return ProfileCard(
        pk=profile.pk,
        title=profile.title,
        url=profile.get_url(request),
        claim=profile.claim,
        plate=profile.house_number,
        address=profile.address,
        trades=", ".join(trade.label for trade in trades),
        colour=trades[0].colour if trades else "",
        picture=picture(profile.portrait, "card"),
        is_open=bool(status and status.is_open),
        status=status_in_words(status, timezone.now()) if status else "",
        language=profile.content_language,
    )


def stored_status(profile) -> Status | None:
    """Open or not, from the columns `with_status()` added; None where nothing is known or the spans ran out.

    Spans that a late nightly run left behind must not read as »closed«.
    """
    hours = getattr(profile, "hours", None)
    if hours is None or not hours.readable or hours.spans_until is None or hours.spans_until < timezone.now():
        return None
    return Status(
        is_open=profile.open_until is not None,
        until=None if hours.always_open else profile.open_until,
        opens_at=profile.opens_at,
        open_ended=bool(profile.open_ended),
        by_appointment=hours.by_appointment,
        end_assumed=bool(profile.end_assumed),
    )


def profile_context(profile, request) -> dict:
    """What a profile page shows beside the page's own fields."""
    moment = timezone.now()
    hours = getattr(profile, "hours", None)
    schedule = hours.schedule if hours else None
    closures = list(hours.closures.all()) if schedule else []
    status = schedule.status(moment, closures) if schedule else None
    week = schedule.week(timezone.localdate(moment), closures=closures) if schedule else []
    filing = drafted_filing(profile) if getattr(request, "is_preview", False) else stored_filing(profile)
    items = list(profile.gallery.select_related("image"))
    images = [item.image for item in items]
    prefetch_related_objects([image for image in (profile.portrait, *images) if image], "renditions")
    return {
        "portrait": picture(profile.portrait, "portrait"),
        "filing": filing,
        "hours": hours,
        "status": status,
        "status_words": status_in_words(status, moment) if status else "",
        "week": week_in_words(week),
        "closures": [closure for closure in closures if closure.last_day >= timezone.localdate(moment)],
        "gallery": [(picture(item.image, "gallery"), item.caption) for item in items],
        "mentions": registry.mentions_of(profile.pk),
        "structured_data": profile_data(profile, trades=filing.trades, schedule=schedule, closures=closures),
        "answers": answers(profile),
        "noindex": profile.is_unconfirmed and not SiteSettings.load(request_or_site=request).index_unconfirmed,
        "join_url": join_url(request),
    }


def answers(profile) -> list[tuple[str, str, str]]:
    """(field, question, answer) of the portrait interview, as far as answered."""
    questions = {
        "who_we_are": _("Who are you?"),
        "what_we_offer": _("What do you make and offer?"),
        "what_the_kiez_means": _("What does the Schillerkiez mean to you?"),
        "why_we_take_part": _("Why do you take part?"),
    }
    return [(name, text, getattr(profile, name)) for name, text in questions.items() if getattr(profile, name)]


def chips(form, facets, request) -> list[Chip]:
    """One chip for each active filter, with the label people chose it by."""
    labels = {"open": _("Open now")}
    for name in ("trade", "topic", "street", "language"):
        flat = [c for choice in getattr(facets, name) for c in (choice, *choice.children)]
        labels[name] = next((choice.label for choice in flat if choice.chosen), form.query.get(name, ""))
    return [Chip(str(labels[name]), _without(request, name)) for name in form.query]


def _without(request, name) -> str:
    query = request.GET.copy()
    for key in (name, "page"):
        query.pop(key, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def feature_collection(profiles, request) -> dict:
    """GeoJSON (RFC 7946) of the profiles, with addresses in the reader's language."""
    found = features(profiles, lambda profile: request.build_absolute_uri(profile.get_url(request)))
    return {"type": "FeatureCollection", "features": found}


def features(profiles, address_of) -> list[dict]:
    """A point a profile, longitude first; `address_of(profile)` gives its absolute address."""
    return [
        {
            "type": "Feature",
            "id": profile.pk,
            "geometry": {"type": "Point", "coordinates": [profile.longitude, profile.latitude]},
            "properties": {
                "name": profile.title,
                "url": address_of(profile),
                "address": profile.address,
                "trades": [trade.label for trade in profile.trades.all()],
                "confirmed": not profile.is_unconfirmed,
            },
        }
        for profile in profiles
    ]
