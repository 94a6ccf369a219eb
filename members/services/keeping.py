"""Changes among the people who keep a profile: helpers come, owners change, people go.

A profile has an owner as long as anybody keeps it; when the last person goes, the coordination keeps it.
"""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page

from members.models import Membership, ProfileRecord, User
from members.permissions import language_of, works_at_desk
from members.roles import MEMBERS
from members.services.memberships import join, person_for
from members.services.requests import desk_addresses
from members.services.sign_in import end_sessions
from site_core.navigation import absolute
from site_core.services.mail import send_later

#: What the log of an account says; the first two decide whether and when it is erased.
ENDED = "members.end_account"
CLOSED_BY_DESK = "members.close_account"
OPENED = "members.open_account"


class LastOwner(Exception):
    """Others still keep the profile and none of them is an owner: somebody must become one first."""


@transaction.atomic
def invite_helper(*, page, email, by, name="", language="de") -> Membership:
    """Lets somebody help with a profile and tells them by mail, again if they help already."""
    membership = join(user=person_for(email=email, name=name, language=language), page=page)
    open_again(user=membership.user)
    log(page, "members.invite", user=by)
    _mail(
        membership.user,
        _("You may edit »%(title)s«"),
        "mails/helper_invited.txt",
        membership.page,
        # A code by mail needs no password, and the mail holds nothing that could run out.
        url=absolute(reverse("sign_in:code")),
    )
    return membership


@transaction.atomic
def make_owner(*, membership, by):
    """A helper becomes an owner, beside those there are."""
    _become_owner(membership)
    log(membership.page, "members.make_owner", user=by)
    _mail(membership.user, _("»%(title)s« is yours to look after"), "mails/handed_over.txt", membership.page)


@transaction.atomic
def hand_over(*, membership, to, by, stays):
    """An owner hands the profile over to another person who keeps it, and stays as a helper or leaves."""
    _lock(membership.page_id)
    make_owner(membership=to, by=by)
    if stays:
        membership.role = Membership.Role.HELPER
        membership.save(update_fields=["role"])
    else:
        _end(membership)
    log(membership.page, "members.hand_over", user=by)


@transaction.atomic
def remove_person(*, membership, by):
    """Somebody keeps a profile no longer: rights end at once, running sessions included. Raises LastOwner."""
    _lock(membership.page_id)
    _refuse_ownerless(membership)
    _end(membership)
    log(membership.page, "members.remove_person", user=by)
    _mail(membership.user, _("You no longer edit »%(title)s«"), "mails/membership_ended.txt", membership.page)


@transaction.atomic
def leave(*, membership):
    """A person gives a profile up; after the last one the coordination keeps it. Raises LastOwner."""
    remove_person(membership=membership, by=membership.user)


@transaction.atomic
def step_out(*, membership):
    """Takes a person out whose account goes: where no owner is left the helper of longest standing becomes one."""
    _lock(membership.page_id)
    others = Membership.objects.filter(page=membership.page_id).exclude(pk=membership.pk)
    if membership.is_owner and not others.owners().exists():
        heir = others.order_by("created_at", "pk").first()
        if heir:
            make_owner(membership=heir, by=None)
    _end(membership, keep_account=True)


@transaction.atomic
def end_account_without_pages(*, user):
    """Somebody who keeps nothing and is not at the desk has no business in the admin: the account is switched off.

    A nightly job erases it later, unless the person joins again, see `personal_data.erase_forgotten`.
    """
    user = User.objects.get(pk=user.pk)  # rights are cached on the one we were given
    if works_at_desk(user) or user.memberships.exists():
        return
    user.groups.remove(*Group.objects.filter(name=MEMBERS))
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user=user)
    log(user, ENDED)


@transaction.atomic
def set_active(*, user, active, by):
    """The coordination switches an account off, at once, or on again."""
    user.is_active = active
    user.save(update_fields=["is_active"])
    if not active:
        end_sessions(user=user)
    log(user, OPENED if active else CLOSED_BY_DESK, user=by)


@transaction.atomic
def open_again(*, user):
    """Opens an account that had ended with its last profile; one the coordination has switched off stays off."""
    if not user.is_active and user.pk in ended_accounts().values_list("pk", flat=True):
        user.is_active = True
        user.save(update_fields=["is_active"])
        log(user, OPENED)


def ended_accounts():
    """Accounts that are off because their person keeps nothing any more, with `ended_at`."""
    entries = (
        ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User))
        .filter(action__in=(ENDED, CLOSED_BY_DESK, OPENED), object_id=Cast(OuterRef("pk"), CharField()))
        .order_by("-timestamp", "-pk")
    )
    accounts = User.objects.filter(is_active=False).annotate(
        last_state=Subquery(entries.values("action")[:1]), ended_at=Subquery(entries.values("timestamp")[:1])
    )
    return accounts.filter(last_state=ENDED)


def _lock(page_id):
    """Two owners leaving at once would leave nobody."""
    Page.objects.select_for_update().get(pk=page_id)


def _refuse_ownerless(membership):
    others = Membership.objects.filter(page=membership.page_id).exclude(pk=membership.pk)
    if membership.is_owner and others.exists() and not others.owners().exists():
        raise LastOwner


def _become_owner(membership):
    membership.role = Membership.Role.OWNER
    membership.save(update_fields=["role"])


def _end(membership, *, keep_account=False):
    page, user = membership.page, membership.user
    Membership.objects.filter(pk=membership.pk).delete()
    if not Membership.objects.filter(page=page).exists():
        record, _created = ProfileRecord.objects.get_or_create(page_id=page.pk)
        if not record.removed_at:
            _leave_to_desk(record, page)
    if not keep_account:
        end_account_without_pages(user=user)


def _leave_to_desk(record, page):
    record.kept_by_desk = True
    record.save(update_fields=["kept_by_desk"])
    for address in desk_addresses():
        send_later(
            to=address,
            subject=_("Nobody keeps »%(title)s« any more"),
            template="mails/left_to_desk.txt",
            context={"title": page.title, "url": absolute(reverse("people:page", args=[page.pk]))},
        )


def _mail(user, subject, template, page, **context):
    send_later(
        to=user.email,
        subject=subject,
        template=template,
        context={"title": page.title, "url": absolute(reverse("wagtailadmin_home")), **context},
        language=language_of(user),
    )
