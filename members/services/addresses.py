"""A new address to sign in with, confirmed through a mail to it."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from members.models import AddressChange, Invitation, SignInCode, User
from members.permissions import language_of
from site_core.navigation import absolute
from site_core.services.mail import send_later

VALID_FOR = timedelta(hours=24)
REQUESTS_A_DAY = 5


class TooMany(Exception):
    """So many mails to new addresses are not sent within a day."""


@transaction.atomic
def request_address_change(*, user, new_email) -> AddressChange:
    """Mails a link to the new address, and a notice to the one in use. Raises TooMany.

    Somebody who signs in with the new address already is told that it was tried; whoever asks does not learn of it.
    """
    User.objects.select_for_update().get(pk=user.pk)
    lately = AddressChange.objects.filter(user=user, created_at__gt=timezone.now() - timedelta(days=1))
    if lately.count() >= REQUESTS_A_DAY:
        raise TooMany
    lately.usable().update(used_at=timezone.now())
    change, secret = AddressChange.issue(valid_for=VALID_FOR, user=user, new_email=new_email.strip())
    holder = User.objects.filter(email__iexact=change.new_email).first()
    send_later(
        to=change.new_email,
        subject=_("Your new e-mail address"),
        template="mails/confirm_address.txt",
        context={"taken": holder, "url": absolute(reverse("confirm_address", args=[secret]))},
        language=language_of(holder or user),
        secret=True,
    )
    _tell_old_address(user, done=False)
    return change


@transaction.atomic
def confirm_address(*, secret) -> bool:
    """Signs the person in with the new address from now on. False where the link does not hold any more.

    Running sessions stay; what was mailed to the old address opens nothing any more.
    """
    change = AddressChange.objects.opened_by(secret)
    if change is None:
        return False
    user = User.objects.select_for_update().get(pk=change.user_id)
    taken = User.objects.filter(email__iexact=change.new_email).exclude(pk=user.pk).exists()
    used = AddressChange.objects.usable().filter(pk=change.pk).update(used_at=timezone.now())
    if taken or not used or not user.is_active:
        return False
    _tell_old_address(user, done=True)
    user.email = change.new_email
    user.save(update_fields=["email"])
    for model in (SignInCode, Invitation, AddressChange):
        model.objects.usable().filter(user=user).update(used_at=timezone.now())
    log(user, "members.change_address", user=user)
    return True


def _tell_old_address(user, *, done):
    send_later(
        to=user.email,
        subject=_("Your e-mail address was changed") if done else _("Somebody wants to change your e-mail address"),
        template="mails/address_changed.txt",
        context={"done": done},
        language=language_of(user),
    )
