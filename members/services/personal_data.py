"""What is kept about a person: handing it out, and taking it away."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from members.models import Membership, User
from members.permissions import language_of
from members.roles import MEMBERS
from members.services.closing import close_business
from members.services.keeping import ended_accounts, step_out
from members.services.sign_in import end_sessions
from site_core.registry import registry
from site_core.services.mail import send_later

#: An account that keeps nothing any more is erased this long after.
FORGOTTEN_AFTER = timedelta(days=90)


class LastSuperuser(Exception):
    """Nobody could run the house any more."""


def export_person(*, user) -> dict:
    """All that is kept about a person, as plain values by the part that keeps it; holds no secret."""
    return {"exported_at": timezone.now(), **{part.key: part.export(user) for part in registry.personal_data}}


@transaction.atomic
def erase_person(*, user, by, close_pages=False):
    """Takes a person out of the whole house. `by` is None for the nightly job.

    Profiles the person keeps alone stay with the coordination, or are closed with `close_pages`. Raises LastSuperuser.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_superuser and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists():
        raise LastSuperuser
    address, language = user.email, language_of(user)
    # Logged first: what a person does to the own account is not to stand there under their name.
    log(Group.objects.get(name=MEMBERS), "members.erase_person", user=by)
    for membership in Membership.objects.filter(user=user).select_related("page"):
        alone = not Membership.objects.filter(page=membership.page_id).exclude(pk=membership.pk).exists()
        step_out(membership=membership)
        if alone and close_pages:
            close_business(page=membership.page, by=by)
    end_sessions(user=user)
    for part in registry.personal_data:
        part.erase(user)
    user.delete()
    send_later(
        to=address,
        subject=_("Your account is deleted"),
        template="mails/erased.txt",
        context={},
        language=language,
    )


def erase_forgotten() -> int:
    """The nightly run: erases accounts that ended long ago; returns how many."""
    forgotten = list(ended_accounts().filter(ended_at__lt=timezone.now() - FORGOTTEN_AFTER))
    for user in forgotten:
        erase_person(user=user, by=None)
    return len(forgotten)
