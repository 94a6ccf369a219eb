"""Change requests: stored together with the mail that tells the desk of them."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import ChangeRequest, ProfileRecord, User
from members.roles import COORDINATORS
from site_core.models import SiteSettings
from site_core.navigation import public_url
from site_core.services.mail import send_later


@transaction.atomic
def receive_request(*, page, wish, message, sender_name="", sender_email="") -> ChangeRequest:
    """Stores what somebody asks about an entry, and a mail about it, in German, to those who look after entries."""
    request = ChangeRequest.objects.create(
        page_id=page.pk,
        page_title=page.title,
        wish=wish,
        message=message,
        sender_name=sender_name,
        sender_email=sender_email,
    )
    for address in desk_addresses():
        send_later(
            to=address,
            subject=_("Request about %(entry)s"),
            template="mails/change_request.txt",
            context={"entry": page.title, "request": request, "address": public_url(page)},
            reply_to=sender_email,
        )
    return request


def desk_addresses() -> list[str]:
    """Where mails to the desk go: the contact address, else to each coordinator; none of both: the screen has it."""
    contact = SiteSettings.load().contact_email
    if contact:
        return [contact]
    coordinators = User.objects.filter(groups__name=COORDINATORS, is_active=True)
    return list(coordinators.order_by("pk").values_list("email", flat=True))


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
