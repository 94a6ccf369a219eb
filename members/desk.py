"""What members' matters bring to the desk's first screen."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from members.models import Application, BusinessPage, ChangeRequest, EditorialReview
from site_core.desk import WAITING_LINES, counted, edit_url
from site_core.registry import DeskLine, DeskList


def reviews(user) -> bool:
    """Whether a review ever waits for this person."""
    tasks = EditorialReview.objects.filter(active=True)
    return (tasks if user.is_superuser else tasks.filter(groups__user=user)).exists()


def to_review(user) -> DeskList:
    """Changes that wait for the editors, the longest waiting first; the line leads to the form with its two buttons."""
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=EditorialReview.objects.filter(active=True)
    )
    columns = ("workflow_state__object_id", "started_at", "workflow_state__requested_by__email", "in_all")
    rows = list(counted(states).order_by("started_at", "pk").values_list(*columns)[:WAITING_LINES])
    titles = dict(Page.objects.filter(pk__in=[row[0] for row in rows]).values_list("pk", "draft_title"))
    lines = [
        DeskLine(titles[int(pk)], edit_url(pk), on=since, note=email or "")
        for pk, since, email, _in_all in rows
        if int(pk) in titles
    ]
    return DeskList(lines, rows[0][-1] if rows else 0, reverse("wagtailadmin_reports:workflow"))


def applications(user) -> DeskList:
    waiting = counted(Application.objects.waiting()).order_by("created_at", "pk")
    found = list(waiting.only("name", "contact_name", "created_at")[:WAITING_LINES])
    lines = [
        DeskLine(
            application.name,
            reverse("application:show", args=[application.pk]),
            on=application.created_at,
            note=application.contact_name,
        )
        for application in found
    ]
    return DeskList(lines, found[0].in_all if found else 0, reverse("applications_modeladmin_index"))


def change_requests(user) -> DeskList:
    found = list(counted(ChangeRequest.objects.unsettled()).order_by("created_at", "pk")[:WAITING_LINES])
    lines = [
        DeskLine(
            request.page_title,
            reverse("change-requests_modeladmin_inspect", args=[request.pk]),
            on=request.created_at,
            note=request.get_wish_display(),
        )
        for request in found
    ]
    return DeskList(lines, found[0].in_all if found else 0, reverse("change-requests_modeladmin_index"))


def without_people(user) -> DeskList:
    """Entries from elsewhere that nobody keeps: whom to visit next. Too many for lines; the listing has them."""
    count = BusinessPage.objects.live().unconfirmed().with_people(False).count()
    listing = f"{reverse('businesses:index')}?unconfirmed=yes&people=no&live=yes"
    line = DeskLine(_("Businesses nobody keeps yet"), listing, note=_("taken from OpenStreetMap"))
    return DeskList([line] if count else [], count, listing)
