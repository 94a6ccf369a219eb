"""Change requests: stored first, mailed by the worker until it worked."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from members.models import ChangeRequest, ProfileRecord
from site_core.mail import site_sender
from site_core.models import SiteSettings
from site_core.navigation import public_url


@transaction.atomic
def receive_request(*, page, wish, message, sender_name="", sender_email="") -> ChangeRequest:
    """Stores what somebody asks about an entry. The mail to the coordinator follows from the worker."""
    return ChangeRequest.objects.create(
        page_id=page.pk,
        page_title=page.title,
        wish=wish,
        message=message,
        sender_name=sender_name,
        sender_email=sender_email,
    )


def mail_waiting_requests() -> int:
    """Mails each request that has not been mailed; one that fails is tried again at the next round.

    Returns the number sent. Raises the last mail error after all were tried, so that the job shows as failed.
    """
    sent, problem = 0, None
    recipient = SiteSettings.load().contact_email
    if not recipient:
        return 0
    for request in ChangeRequest.objects.waiting_for_mail().select_related("page"):
        try:
            _mail(request, recipient)
        except (OSError, ValueError) as error:
            problem = error
            continue
        request.mailed_at = timezone.now()
        request.save(update_fields=["mailed_at"])
        sent += 1
    if problem:
        raise problem
    return sent


def _mail(request, recipient):
    with override("de"):
        EmailMessage(
            subject=_("Request about %(entry)s") % {"entry": " ".join(request.page_title.split())},
            body=render_to_string(
                "mails/change_request.txt",
                {"request": request, "address": public_url(request.page) if request.page else ""},
            ),
            from_email=site_sender(),
            to=[recipient],
            reply_to=[request.sender_email] if request.sender_email else [],
        ).send()


@transaction.atomic
def handle_request(*, request, by):
    """Marks a request as done."""
    request.handled_at, request.handled_by = timezone.now(), by
    request.save(update_fields=["handled_at", "handled_by"])
    return request


@transaction.atomic
def keep_record(*, record, by):
    """Stores an edited record; one that says »taken off« takes its page off the site."""
    record.save()
    if record.removed_at and record.page and record.page.live:
        record.page.specific.unpublish(user=by)
    return record


@transaction.atomic
def remove_entry(*, page, by):
    """Takes an entry off for good: unpublished now, and a tombstone for the next import."""
    record, _created = ProfileRecord.objects.get_or_create(page_id=page.pk)
    record.removed_at = timezone.now()
    return keep_record(record=record, by=by)
