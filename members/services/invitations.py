"""Invitations: a link that lets a new member set the first password."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from members.models import Invitation, User
from members.permissions import language_of, works_at_desk
from site_core.navigation import absolute
from site_core.services.mail import send_later

VALID_FOR = timedelta(days=14)


class InvitationOver(Exception):
    """The invitation was used, has run out, or its person may not sign in."""


class NotInvited(Exception):
    """The person has a password, works at the desk, or is off: a link that sets one would hand over the account."""

    def __str__(self):
        return str(_("This person can sign in already: with the password, or with a code by e-mail."))


@transaction.atomic
def issue_invitation(*, user, page, by) -> tuple[Invitation, str]:
    """A new invitation and its address, which is kept nowhere; earlier ones of this person open nothing any more.

    Raises NotInvited.
    """
    if not _may_be_invited(user):
        raise NotInvited
    Invitation.objects.usable().filter(user=user).update(expires_at=timezone.now())
    invitation, secret = Invitation.issue(valid_for=VALID_FOR, user=user, page_id=page.pk, created_by=by)
    with override(language_of(user)):
        return invitation, absolute(reverse("invitation", args=[secret]))


@transaction.atomic
def invite(*, user, page, by) -> Invitation | None:
    """Mails an invitation, in the person's language. Somebody who can sign in is only told of the profile."""
    context = {"title": page.title, "name": user.get_full_name()}
    if not _may_be_invited(user):
        _mail(user, _("You may now edit »%(title)s«"), "mails/joined.txt", context)
        return None
    invitation, address = issue_invitation(user=user, page=page, by=by)
    _mail(
        user,
        _("Your page in the Schillerkiez: »%(title)s«"),
        "mails/invitation.txt",
        {**context, "address": address, "until": invitation.expires_at},
        secret=True,
    )
    return invitation


def invitation_opened_by(secret) -> Invitation | None:
    """The invitation this secret opens, if it is still good and its person may sign in."""
    invitation = Invitation.objects.opened_by(secret)
    return invitation if invitation and _may_be_invited(invitation.user) else None


@transaction.atomic
def accept_invitation(*, invitation, password) -> User:
    """Sets the first password and uses the invitation up. Raises InvitationOver."""
    kept = Invitation.objects.select_for_update().usable().filter(pk=invitation.pk).first()
    if kept is None or not _may_be_invited(kept.user):
        raise InvitationOver
    kept.used_at = timezone.now()
    kept.save(update_fields=["used_at"])
    user = kept.user
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


def _may_be_invited(user) -> bool:
    return user.is_active and not user.has_usable_password() and not works_at_desk(user)


def _mail(user, subject, template, context, *, secret=False):
    send_later(
        to=user.email,
        subject=subject,
        template=template,
        context={**context, "sign_in": absolute(reverse("wagtailadmin_login"))},
        language=language_of(user),
        secret=secret,
    )
