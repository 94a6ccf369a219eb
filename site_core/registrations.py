"""The ground floor's own periodic work."""

from datetime import timedelta

from django.core.management import call_command

from site_core.models import OutgoingMail
from site_core.registry import Job, PersonalData, registry
from site_core.services.mail import deliver_due, drop_old_mails, forget_mails


def publish_scheduled():
    """Publishes and unpublishes pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


registry.add_job(Job("publish_scheduled", publish_scheduled, every=timedelta(minutes=1)))
# Every round: somebody may be waiting in front of the screen for a sign-in code.
registry.add_job(Job("mail", deliver_due, every=timedelta(seconds=10)))
registry.add_job(Job("old_mail", drop_old_mails, every=timedelta(hours=24)))


def _mails_to(user):
    mails = OutgoingMail.objects.concerning(user.email).order_by("created_at", "pk")
    return [{"subject": mail.subject, "written": mail.created_at, "delivered": mail.sent_at} for mail in mails]


registry.add_personal_data(
    PersonalData(
        "mails",
        export=_mails_to,
        erase=lambda user: forget_mails(email=user.email),
        fields=("site_core.OutgoingMail.recipients", "site_core.OutgoingMail.reply_to"),
    )
)
