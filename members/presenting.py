"""Plain values for the templates: cards, the profile page, filter chips, GeoJSON."""

from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members.filing import drafted_filing, stored_filing
from members.hours import Status
from members.hours.words import WeekRow, now_in_words, status_in_words, week_in_words
from members.nearness import distance_in_words
from members.neighbours import around
from members.plan import small_plan
from site_core.listing import Chip
from site_core.mentions import Mention, mentions_of
from site_core.models import SiteSettings
from site_core.navigation import join_url
from site_core.pictures import Picture, picture
from site_core.registry import registry
from site_core.structured_data import profile_data
from site_core.text.lists import listed


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
    distance: str = ""


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
        trades=listed(trade.label for trade in trades),
        colour=trades[0].colour if trades else "",
        picture=picture(profile.portrait, "card"),
        is_open=bool(status and status.is_open),
        status=status_in_words(status, timezone.now()) if status else "",
        language=profile.content_language,
        distance=distance_in_words(getattr(profile, "distance_squared", None)),
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


@dataclass(frozen=True)
class ProfileLine:
    """A neighbour, or another of the trade; the number stands on the plate."""

    title: str
    url: str
    plate: str
    trades: str
    address: str
    is_open: bool
    status: str
    language: str


def line_of(page, moment, request=None) -> ProfileLine:
    """The line of a page read with `around()`."""
    status = stored_status(page)
    return ProfileLine(
        title=page.title,
        url=page.get_url(request),
        plate=page.of_house_number,
        trades=page.of_trade or "",
        address=page.of_street,
        is_open=bool(status and status.is_open),
        status=status_in_words(status, moment) if status else "",
        language=page.of_content_language,
    )


def profile_context(profile, request, *, kinds) -> dict:
    """What a profile page shows beside the page's own fields; `kinds`: the models of profiles."""
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
    trade = filing.trades[0].slug if filing.trades else ""
    beside = around(profile, models=kinds, trade=trade, moment=moment)
    mentions = mentions_of(profile.pk, registry.mention_sources, request)
    is_foreign = get_language() != profile.content_language
    return {
        "portrait": picture(profile.portrait, "portrait"),
        "filing": filing,
        "hours": hours,
        "status": status,
        "now": now_in_words(status, moment, week) if status else None,
        "week": today_first(week, timezone.localdate(moment), told=not is_foreign),
        "closures": [closure for closure in closures if closure.last_day >= timezone.localdate(moment)],
        "gallery": [(picture(item.image, "gallery"), item.caption) for item in items],
        "mentions": mentions,
        "mentions_by_heading": by_heading(mentions),
        "short_text": filing.short_texts.get(get_language(), "") if is_foreign else "",
        "neighbours": [line_of(page, moment, request) for page in beside.neighbours],
        "same_trade": [line_of(page, moment, request) for page in beside.same_trade],
        "is_foreign": is_foreign,
        "small_plan": small_plan(profile),
        "structured_data": profile_data(profile, trades=filing.trades, schedule=schedule, closures=closures),
        "answers": answers(profile),
        "noindex": profile.is_unconfirmed and not SiteSettings.load(request_or_site=request).index_unconfirmed,
        "join_url": join_url(request),
    }


def today_first(week, today, *, told) -> list[WeekRow]:
    """Today in a row of its own, the other days together; reasons for closing only where they can be `told`."""
    days = week if told else [replace(day, closed_reason=day.closed_reason and "") for day in week]
    return [*week_in_words(days[:1], today), *week_in_words(days[1:], today)]


def by_heading(mentions) -> list[tuple[str, list[Mention]]]:
    """Under one heading each: what they take part in, the news about them."""
    headings = dict.fromkeys(source.heading for source in registry.mention_sources)
    found = [(heading, [each for each in mentions if each.heading == heading]) for heading in headings]
    return [(heading, group) for heading, group in found if group]


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
    if form.origin:
        labels["near"] = form.origin.label
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
