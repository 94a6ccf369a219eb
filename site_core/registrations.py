"""The ground floor's own periodic work."""

from datetime import timedelta

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission

from site_core import desk
from site_core.models import OutgoingMail
from site_core.registry import DeskPanel, Job, PersonalData, registry
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

PANELS = (
    DeskPanel(
        "mails",
        _("E-mails that did not get through"),
        desk.stuck_mails,
        shown_to=lambda user: user.has_perm("site_core.view_outgoingmail"),
        first=True,
        order=40,
    ),
    DeskPanel(
        "scheduled",
        _("Scheduled"),
        desk.scheduled,
        shown_to=user_has_any_page_permission,
        empty=_("Nothing is scheduled."),
        order=60,
    ),
    DeskPanel(
        "mine",
        _("Last edited by you"),
        desk.edited_by_me,
        shown_to=user_has_any_page_permission,
        empty=_("You have not edited anything yet."),
        order=70,
    ),
    DeskPanel(
        "others", _("Last edited by others"), desk.edited_by_others, shown_to=user_has_any_page_permission, order=80
    ),
)
for panel in PANELS:
    registry.add_desk_panel(panel)
