"""A change on its way to the public: sent, taken back, and who hears of it."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from members.models import User
from members.permissions import language_of
from site_core.navigation import absolute, public_url
from site_core.services.mail import send_later


@transaction.atomic
def submit_change(*, page, by):
    """Sends the newest version of a page for review; one that came back goes on in the same review."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(by)
    elif state is None:
        page.get_workflow().start(page, by)


@transaction.atomic
def withdraw_change(*, page, by) -> bool:
    """Takes a change back from the review, whoever of its people sent it. False where none was waiting."""
    waiting = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_IN_PROGRESS)
    state = waiting.select_for_update().first()
    if state is None:
        return False
    state.cancel(user=by)
    return True


def tell_editors(*, task_state):
    """Mails the people who review that something waits for them."""
    page = task_state.revision.as_object()
    groups = task_state.task.specific.groups.all()
    people = User.objects.filter(groups__in=groups, is_active=True).distinct()
    for person in people:
        _mail(person, page, _("For review: %(title)s"), "mails/review_wanted.txt")


def tell_returned(*, workflow_state):
    """Mails the page's people why their change came back."""
    comment = workflow_state.current_task_state.comment
    _mail_keepers(workflow_state, _("Please change something: %(title)s"), "mails/review_returned.txt", comment=comment)


def tell_approved(*, workflow_state):
    """Mails the page's people that their change is public, and where."""
    _mail_keepers(workflow_state, _("Now public: %(title)s"), "mails/review_approved.txt")


def _mail_keepers(workflow_state, subject, template, **context):
    page = workflow_state.content_object.specific
    for person in User.objects.filter(memberships__page=page.pk, is_active=True):
        _mail(person, page, subject, template, **context)


def _mail(person, page, subject, template, **context):
    send_later(
        to=person.email,
        subject=subject,
        template=template,
        context={
            "title": page.get_admin_display_title(),
            "form_url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
            "public_url": public_url(page) if page.live else "",
            **context,
        },
        language=language_of(person),
    )
