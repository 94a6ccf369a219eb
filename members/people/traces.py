"""Where the platform and what it stands on keep something about a person. Registered in `members.registrations`.

Each part exports plain values without secrets, and erases what the deletion of the account would leave behind.
"""

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, TaskState, WorkflowState

from members.models import AddressChange, Application, BusinessPage, ChangeRequest, InitiativePage, Invitation, User
from members.sign_in.devices import KINDS, recovery_codes_left
from members.sign_in.throttle import counted_name
from site_core.registry import PersonalData
from site_core.services.mail import forget_mails

LOGS = (PageLogEntry, ModelLogEntry)
PROFILES = (BusinessPage, InitiativePage)
PORTRAIT = ("title", "claim", "who_we_are", "what_we_offer", "what_the_kiez_means", "why_we_take_part", "quote")
CONTACT = ("street", "house_number", "postcode", "phone", "email", "website")
TRIES = (AccessAttempt, AccessFailureLog, AccessLog)


def _rows(queryset, *names):
    return list(queryset.order_by("pk").values(*names))


# --- The account ---


def _export_account(user):
    profile = getattr(user, "wagtail_userprofile", None)
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "active": user.is_active,
        "joined": user.date_joined,
        "last_sign_in": user.last_login,
        "groups": list(user.groups.order_by("name").values_list("name", flat=True)),
        "language": profile.preferred_language if profile else "",
        "avatar": profile.avatar.name if profile and profile.avatar else "",
    }


def _erase_account(user):
    profile = getattr(user, "wagtail_userprofile", None)
    if profile and profile.avatar:
        profile.avatar.delete(save=False)


# --- Profiles they keep, and what they wrote and did there ---


def _export_memberships(user):
    return _rows(user.memberships, "page_id", "page__title", "role", "created_at")


def _export_profiles(user):
    return [
        {
            "id": page.pk,
            **{name: str(getattr(page, name) or "") for name in (*PORTRAIT, *CONTACT)},
            "short_texts": {each.language: each.text for each in page.short_texts.all()},
        }
        for model in PROFILES
        for page in model.objects.filter(memberships__in=user.memberships.owners()).order_by("pk")
    ]


def _erase_profiles(user):
    """The sign-in address goes where it stands as a contact too, in old versions as well."""
    for model in PROFILES:
        for page in model.objects.filter(email__iexact=user.email):
            page.email, page.email_public = "", False
            page.save()
    for page in Page.objects.filter(locked_by=user):
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.specific_deferred.save(update_fields=["locked", "locked_by", "locked_at"])


def _export_revisions(user):
    return _rows(Revision.objects.filter(user=user), "id", "object_id", "object_str", "created_at")


def _erase_revisions(user):
    named = Q(content__owner=user.pk) | Q(content__locked_by=user.pk) | Q(content__email__iexact=user.email)
    for revision in Revision.objects.filter(named).iterator():
        content = revision.content
        for name in ("owner", "locked_by"):
            if content.get(name) == user.pk:
                content[name] = None
        if str(content.get("email") or "").lower() == user.email.lower():
            content.update(email="", email_public=False)
        Revision.objects.filter(pk=revision.pk).update(content=content)


def _export_reviews(user):
    return {
        "requested": _rows(WorkflowState.objects.filter(requested_by=user), "object_id", "status", "created_at"),
        "finished": _rows(TaskState.objects.filter(finished_by=user), "status", "comment", "finished_at"),
    }


def _leave(user):
    """Goes, or loses its link, with the account."""


def _export_log(user):
    return {
        model._meta.model_name: _rows(model.objects.filter(user=user), "action", "label", "timestamp") for model in LOGS
    }


def _erase_log(user):
    about = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=about, object_id=str(user.pk)).delete()
    for model in LOGS:
        model.objects.filter(user=user).update(user=None)
        model.objects.filter(Q(label__icontains=user.email) | Q(data__icontains=user.email)).update(label="", data={})


# --- What they sent in, and what was sent to them ---


def _applications(user):
    return Application.objects.filter(Q(user=user) | Q(email__iexact=user.email))


def _export_applications(user):
    names = ("kind", "name", "contact_name", "email", "phone", "street", "house_number", "about", "language")
    return _rows(_applications(user), *names, "consent", "consent_at", "consent_words", "created_at", "state", "reason")


def _erase_applications(user):
    gone = list(_applications(user).values_list("pk", flat=True))
    about = ContentType.objects.get_for_model(Application)
    ModelLogEntry.objects.filter(content_type=about, object_id__in=[str(pk) for pk in gone]).delete()
    Application.objects.filter(pk__in=gone).delete()


def _requests(user):
    return ChangeRequest.objects.filter(sender_email__iexact=user.email)


def _export_requests(user):
    return _rows(_requests(user), "page_title", "wish", "message", "sender_name", "sender_email", "created_at")


def _erase_requests(user):
    """What is done goes; an open wish about an entry stays, without who asked and in which words."""
    _requests(user).filter(handled_at__isnull=False).delete()
    _requests(user).update(sender_name="", sender_email="", message="")


def _export_keys(user):
    return {
        "invitations": _rows(Invitation.objects.filter(user=user), "page_id", "created_at", "expires_at", "used_at"),
        "addresses": _rows(AddressChange.objects.filter(user=user), "new_email", "created_at", "used_at"),
    }


def _erase_keys(user):
    """With the mails to addresses that were to become theirs, unless somebody else has such an address."""
    for email in set(AddressChange.objects.filter(user=user).values_list("new_email", flat=True)):
        if not User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
            forget_mails(email=email)
    AddressChange.objects.filter(new_email__iexact=user.email).delete()


# --- Signing in ---


def _tries(model, user):
    return model.objects.filter(username__in={user.email, counted_name(None, {"username": user.email})})


def _export_sign_in(user):
    devices = {
        kind: [{"name": device.name, "since": device.created_at} for device in model.objects.filter(user=user)]
        for kind, model in KINDS.items()
    }
    tries = [row for model in TRIES for row in _rows(_tries(model, user), "attempt_time", "ip_address", "user_agent")]
    return {"devices": devices, "recovery_codes_left": recovery_codes_left(user), "tries": tries}


def _erase_sign_in(user):
    for model in TRIES:
        _tries(model, user).delete()


PARTS = (
    PersonalData(
        "account",
        _export_account,
        _erase_account,
        (
            "members.User.email",
            "members.User_groups.user",
            "members.User_user_permissions.user",
            "wagtailusers.UserProfile.user",
            "wagtailcore.APIToken.user",
            "wagtailadmin.EditingSession.user",
            "wagtailadmin.FormState.user",
            "wagtailcore.PageSubscription.user",
        ),
    ),
    PersonalData("memberships", _export_memberships, _leave, ("members.Membership.user",)),
    PersonalData(
        "profiles",
        _export_profiles,
        _erase_profiles,
        (
            "members.BusinessPage.email",
            "members.InitiativePage.email",
            "wagtailcore.Page.owner",
            "wagtailcore.Page.locked_by",
        ),
    ),
    PersonalData("revisions", _export_revisions, _erase_revisions, ("wagtailcore.Revision.user",)),
    PersonalData(
        "reviews",
        _export_reviews,
        _leave,
        (
            "wagtailcore.WorkflowState.requested_by",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.Comment.user",
            "wagtailcore.Comment.resolved_by",
            "wagtailcore.CommentReply.user",
        ),
    ),
    PersonalData(
        "applications",
        _export_applications,
        _erase_applications,
        (
            "members.Application.email",
            "members.Application.user",
            "members.Application.entered_by",
            "members.Application.decided_by",
        ),
    ),
    PersonalData(
        "change_requests",
        _export_requests,
        _erase_requests,
        ("members.ChangeRequest.sender_email", "members.ChangeRequest.handled_by"),
    ),
    PersonalData(
        "keys",
        _export_keys,
        _erase_keys,
        (
            "members.Invitation.user",
            "members.Invitation.created_by",
            "members.AddressChange.user",
            "members.AddressChange.new_email",
            "members.SignInCode.user",
        ),
    ),
    PersonalData(
        "sign_in",
        _export_sign_in,
        _erase_sign_in,
        (
            "axes.AccessAttempt.username",
            "axes.AccessFailureLog.username",
            "axes.AccessLog.username",
            "otp_totp.TOTPDevice.user",
            "otp_static.StaticDevice.user",
            "django_otp_webauthn.WebAuthnCredential.user",
            "django_otp_webauthn.WebAuthnUserHandle.user",
        ),
    ),
    # After everything that writes to the log while it erases.
    PersonalData("log", _export_log, _erase_log, ("wagtailcore.PageLogEntry.user", "wagtailcore.ModelLogEntry.user")),
)
