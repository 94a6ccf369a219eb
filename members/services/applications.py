"""Applications: stored first, decided once, and what follows from a yes."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import to_python
from wagtail.models import Page

from members.models import Application, BusinessPage, InitiativePage, Membership, ProfileRecord
from members.services.house_numbers import point_fields
from members.services.invitations import invite
from members.services.keeping import open_again
from members.services.media import collection_of
from members.services.memberships import join, person_for
from members.services.profiles import Shelf, add_profile, directory_for
from members.services.requests import desk_addresses
from site_core.models.pages import CONTENT_LANGUAGES
from site_core.services.mail import send_later

logger = logging.getLogger(__name__)

MODELS = {Application.Kind.BUSINESS: BusinessPage, Application.Kind.INITIATIVE: InitiativePage}
#: Applications without the puzzle that are taken within an hour.
UNCHECKED_AN_HOUR = 30


class AlreadyDecided(Exception):
    """Somebody else was faster."""

    def __str__(self):
        return str(_("This application has been decided already."))


class AlreadyKept(Exception):
    """The entry has an owner."""

    def __str__(self):
        return str(_("Somebody keeps this entry already. Invite the applicant there as a helper, or decline."))


def too_many_unchecked() -> bool:
    """Whether machines may be at work: more came without the puzzle in this hour than people would send."""
    since = timezone.now() - timedelta(hours=1)
    return Application.objects.filter(checked=False, entered_by=None, created_at__gt=since).count() >= UNCHECKED_AN_HOUR


def submit_application(*, values, checked, entered_by=None) -> Application:
    """Stores an application, then tells the desk and the applicant. It stays stored whatever becomes of the mails.

    `values` are fields of the model. Nobody is written to who did not pass the puzzle: the address may be a stranger's.
    """
    with transaction.atomic():
        values = {"consent_at": timezone.now(), **values}
        application = Application.objects.create(**values, checked=checked, entered_by=entered_by)
    try:
        with transaction.atomic():
            _tell_of(application)
    except Exception:  # whatever it is, the visitor has done their part
        logger.exception("application %s is stored, its mails are not", application.pk)
    return application


@transaction.atomic
def accept_application(*, application, by, entry=None) -> Page:
    """Makes the applicant a member, with a new draft profile or with `entry`. Raises AlreadyDecided, AlreadyKept."""
    application = _undecided(application)
    user = None
    if application.email:
        user = person_for(email=application.email, name=application.contact_name, language=application.language)
    page = _claim(entry) if entry else _new_profile(application, by)
    collection_of(page)
    record = ProfileRecord.objects.get(page_id=page.pk)
    record.claimed_at = record.claimed_at or timezone.now()
    record.removed_at = None
    record.kept_by_desk = user is None
    record.save(update_fields=["claimed_at", "removed_at", "kept_by_desk"])
    if user:
        join(user=user, page=page, role=Membership.Role.OWNER)
        open_again(user=user)
        invite(user=user, page=page, by=by)
    application.page_id, application.user = page.pk, user
    _decide(application, Application.State.ACCEPTED, by)
    return page


@transaction.atomic
def decline_application(*, application, by, reason) -> Application:
    """Says no, with a reason the applicant reads. Raises AlreadyDecided."""
    application = _undecided(application)
    application.reason = reason
    _decide(application, Application.State.DECLINED, by)
    if application.email and (application.checked or application.entered_by_id):
        _mail(application, _("Your application for »%(name)s«"), "mails/application_declined.txt")
    return application


def _undecided(application):
    application = Application.objects.select_for_update().get(pk=application.pk)
    if not application.is_waiting:
        raise AlreadyDecided
    return application


def _decide(application, state, by):
    application.state, application.decided_at, application.decided_by = state, timezone.now(), by
    application.save()


def _claim(entry):
    entry = Page.objects.select_for_update().get(pk=entry.pk)
    if Membership.objects.filter(page=entry).exists():
        raise AlreadyKept
    return entry.specific


def _new_profile(application, by):
    model = MODELS[application.kind]
    # The tree numbers children itself: two new profiles at once would take the same number.
    Page.objects.select_for_update().get(pk=directory_for(model).pk)
    languages = dict(CONTENT_LANGUAGES)
    phone = to_python(application.phone)
    page = add_profile(
        model=model,
        index=directory_for(model),
        shelf=Shelf(),
        values={
            "title": application.name,
            "street": application.street,
            "house_number": application.house_number,
            "who_we_are": application.about,
            "phone": phone if phone and phone.is_valid() else "",
            "email": application.email,
            **point_fields(street=application.street, number=application.house_number),
            "content_language": application.language if application.language in languages else "de",
        },
        trades=[application.trade.slug] if application.trade else (),
        live=False,
    )
    page.save_revision(user=by)
    return page


def _tell_of(application):
    for address in desk_addresses():
        send_later(
            to=address,
            subject=_("New application: %(name)s"),
            template="mails/desk_application.txt",
            context=_words(application),
        )
    if application.email and application.checked:
        _mail(application, _("We have received your application for »%(name)s«"), "mails/application_received.txt")


def _mail(application, subject, template):
    send_later(
        to=application.email,
        subject=subject,
        template=template,
        context=_words(application),
        language=application.language,
    )


def _words(application):
    return {
        "application": application,
        "name": " ".join(application.name.split()),
        "contact_name": application.contact_name,
        "reason": application.reason,
    }
