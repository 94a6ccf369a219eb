"""How a profile stands, in plain values for its people: what is missing, whether it is public, what waits."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from site_core.navigation import public_url

PUBLIC, NOT_PUBLIC, CHANGED, WAITING, RETURNED = "public", "not-public", "changed", "waiting", "returned"


@dataclass(frozen=True)
class Gap:
    """Something a profile does not say yet, and where to say it."""

    text: str
    url: str


@dataclass(frozen=True)
class Standing:
    """`key` is one of the words above; `since` and `reason` belong to a review."""

    key: str
    is_live: bool
    public_url: str
    since: datetime | None = None
    reason: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.key == WAITING


def standing_of(page) -> Standing:
    """Where the page stands with the public and with the editors."""
    state = page.current_workflow_state
    task = state.current_task_state if state else None
    address = public_url(page) if page.live else ""
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return Standing(WAITING, page.live, address, since=task.started_at if task else state.created_at)
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES and task:
        return Standing(RETURNED, page.live, address, since=task.finished_at, reason=task.comment)
    if not page.live:
        return Standing(NOT_PUBLIC, False, address)
    return Standing(CHANGED if page.has_unpublished_changes else PUBLIC, True, address)


def gaps_of(draft) -> list[Gap]:
    """What the newest version of a profile still leaves open, the picture first; `draft` is that version."""
    form = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    hours = getattr(draft, "hours", None)
    missing = [
        (not draft.portrait_id, _("no photo yet"), f"{form}#tab-pictures"),
        (not (hours and hours.osm), _("no opening hours yet"), reverse("hours:edit", args=[draft.pk])),
        (not draft.who_we_are, _("nothing yet about who you are"), f"{form}#tab-who"),
        (not draft.what_we_offer, _("nothing yet about what you offer"), f"{form}#tab-offer"),
        (not draft.trades.all(), _("no trade chosen yet"), f"{form}#tab-offer"),
        (not draft.what_the_kiez_means, _("nothing yet about the Kiez"), f"{form}#tab-kiez"),
        (not draft.why_we_take_part, _("not yet why you take part"), f"{form}#tab-why"),
        (not draft.address, _("no address yet"), f"{form}#tab-contact"),
        (
            not (draft.public_phone or draft.public_email or draft.public_website),
            _("no way yet to reach you"),
            f"{form}#tab-contact",
        ),
    ]
    return [Gap(text, url) for is_missing, text, url in missing if is_missing]
