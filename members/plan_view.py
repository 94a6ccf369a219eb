"""A directory as a plan: every profile that fits the filters, as a dot and as a line of the list that is its equal."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from members.hours.words import status_in_words
from members.nearness import distance_in_words
from members.presenting import stored_status
from site_core.plan.spreading import spread
from site_core.plan_base import PlanBase
from site_core.text.folding import sort_key
from site_core.text.lists import listed

#: The share of the plan's width that two dots stand apart.
_APART = 0.021
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHAPES = ("circle", "square", "diamond", "hexagon")


@dataclass(frozen=True)
class PlanEntry:
    """One profile. `x` and `y` are percent of the plan, empty where it has no point there; `name` says all of it."""

    title: str
    url: str
    plate: str
    address: str
    trades: str
    is_open: bool
    status: str
    language: str
    distance: str
    name: str
    x: str = ""
    y: str = ""


@dataclass(frozen=True)
class PlanGroup:
    """The profiles of one Branche. Letter and shape tell it apart as well as its colour does."""

    letter: str
    shape: str
    colour: str
    label: str
    entries: tuple[PlanEntry, ...]

    @property
    def dots(self) -> list[PlanEntry]:
        return [entry for entry in self.entries if entry.x]


@dataclass(frozen=True)
class PlanView:
    base: PlanBase
    groups: tuple[PlanGroup, ...]

    @property
    def beside(self) -> int:
        """How many stand in the list alone."""
        return sum(not entry.x for group in self.groups for entry in group.entries)


def plan_view(profiles, base, request) -> PlanView:
    """The profiles, read with `for_plan()`, on the plan and in groups; within a group in the order they came."""
    profiles = list(profiles)
    places = _places(profiles, base.frame)
    moment = timezone.now()
    branches, groups = {}, defaultdict(list)
    for profile in profiles:
        trades = list(profile.trades.all())
        branch = (trades[0].parent or trades[0]) if trades else None
        branches[branch and branch.pk] = branch
        groups[branch and branch.pk].append(_entry(profile, trades, places.get(profile.pk), moment, request))
    # Without a trade last.
    order = sorted(groups, key=lambda pk: (pk is None, pk and sort_key(branches[pk].label)))
    return PlanView(
        base,
        tuple(
            PlanGroup(
                letter=_LETTERS[number % len(_LETTERS)],
                shape=_SHAPES[number % len(_SHAPES)],
                colour=branches[pk].colour if pk else "shop",
                label=branches[pk].label if pk else _("Other"),
                entries=tuple(groups[pk]),
            )
            for number, pk in enumerate(order)
        ),
    )


def _places(profiles, frame) -> dict[int, tuple[str, str]]:
    """Page id to the place of the dot in percent; profiles beyond the plan's edge have none."""
    found = {}
    for profile in profiles:
        if profile.latitude is not None and profile.longitude is not None:
            place = frame.place(profile.longitude, profile.latitude)
            if frame.holds(*place):
                found[profile.pk] = place
    moved = spread(list(found.values()), _APART * frame.width)
    return {pk: _percent(x, y, frame) for pk, (x, y) in zip(found, moved, strict=True)}


def _percent(x, y, frame) -> tuple[str, str]:
    # A dot that was pushed over the edge comes back.
    x, y = min(max(x / frame.width, 0.01), 0.99), min(max(y / frame.height, 0.01), 0.99)
    return f"{x:.2%}", f"{y:.2%}"


def _entry(profile, trades, place, moment, request) -> PlanEntry:
    status = stored_status(profile)
    is_open = bool(status and status.is_open)
    names = listed(trade.label for trade in trades)
    said = (profile.title, names, profile.address, _("open") if is_open else "")
    x, y = place or ("", "")
    return PlanEntry(
        title=profile.title,
        url=profile.get_url(request),
        plate=profile.house_number,
        address=profile.address,
        trades=names,
        is_open=is_open,
        status=status_in_words(status, moment) if status else "",
        language=profile.content_language,
        distance=distance_in_words(getattr(profile, "distance_squared", None)),
        name=listed(filter(None, said)),
        x=x,
        y=y,
    )
