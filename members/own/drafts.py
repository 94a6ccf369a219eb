"""Versions of a profile that its people saved and have not sent."""

from django.db.models import Max
from wagtail.models import Revision, TaskState

from members.models import Membership


def unsent_draft(page, *, besides=None) -> Revision | None:
    """The newest version one of its people saved since the public one and neither sent nor published; None else.

    Versions of the person `besides` do not count: that is who is about to publish.
    """
    keepers = Membership.objects.filter(page=page.pk).values("user")
    drafts = page.revisions.filter(user__in=keepers, pk__gt=max(_published(page), _sent(page)))
    if besides is not None:
        drafts = drafts.exclude(user=besides)
    return drafts.order_by("-pk").first()


def _published(page) -> int:
    """The version that is public; where the page was taken off, the last one before it had been published."""
    if page.live_revision_id:
        return page.live_revision_id
    if page.last_published_at is None:
        return 0
    before = page.revisions.filter(created_at__lte=page.last_published_at)
    return before.aggregate(last=Max("pk"))["last"] or 0


def _sent(page) -> int:
    """The last version that was sent for review and not taken back."""
    states = TaskState.objects.for_instance(page).exclude(status=TaskState.STATUS_CANCELLED)
    return states.aggregate(last=Max("revision"))["last"] or 0
