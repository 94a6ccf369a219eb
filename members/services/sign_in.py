"""How people prove who they are: mailed codes, the devices of the second factor, recovery codes."""

import secrets
from datetime import datetime, timedelta

from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from members.models import SignInCode, User
from members.permissions import language_of
from members.sign_in.devices import KINDS, apps_of, has_second_factor, recovery_of
from members.sign_in.permissions import may_reset_second_factor
from site_core.services.mail import send_later

CODE_VALID_FOR = timedelta(minutes=10)
TRIES_A_CODE = 5
CODES_AN_HOUR = 5
REQUESTS_AN_HOUR = 20
RECOVERY_CODES = 10
# Nothing that is mistaken for something else in print: no i, l, o, 0, 1.
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
ASKED_FOR_CODE = "sign-in code"


class TooSoon(Exception):
    """Another try is refused until `until`."""

    def __init__(self, until: datetime):
        super().__init__(until)
        self.until = until


# --- Codes by mail ---------------------------------------------------------------------------------------------


@transaction.atomic
def note_request(*, address) -> bool:
    """Counts a request for a code from this address; False where there were too many within the hour.

    Kept in axes' table, which is the one place that knows where requests came from, for an hour and without a name.
    """
    asked = AccessFailureLog.objects.filter(path_info=ASKED_FOR_CODE)
    asked.filter(attempt_time__lte=timezone.now() - timedelta(hours=1)).delete()
    if asked.filter(ip_address=address).count() >= REQUESTS_AN_HOUR:
        return False
    AccessFailureLog.objects.create(path_info=ASKED_FOR_CODE, ip_address=address)
    return True


@transaction.atomic
def send_code(*, email):
    """Mails a code to the person with this address, if there is one who may sign in and has not had too many."""
    user = User.objects.select_for_update().filter(email__iexact=email, is_active=True).first()
    if user is None:
        return
    codes = SignInCode.objects.filter(user=user)
    codes.filter(created_at__lte=timezone.now() - timedelta(hours=1)).delete()
    if codes.count() >= CODES_AN_HOUR:
        return
    code = f"{secrets.randbelow(10**8):08}"
    SignInCode.objects.create(user=user, digest=_digest(user, "code", code), expires_at=timezone.now() + CODE_VALID_FOR)
    send_later(
        to=user.email,
        subject=_("Your sign-in code"),
        template="mails/sign_in_code.txt",
        context={"code": f"{code[:4]} {code[4:]}", "minutes": int(CODE_VALID_FOR.total_seconds() // 60)},
        language=language_of(user),
        secret=True,
    )


@transaction.atomic
def use_code(*, user, code) -> bool:
    """Whether this code opens the door, once; a wrong one counts as a try of each code that is still open."""
    User.objects.select_for_update().get(pk=user.pk)  # one try after the other, however many come at once
    waiting = SignInCode.objects.usable().filter(user=user, tries__lt=TRIES_A_CODE)
    used = waiting.filter(digest=_digest(user, "code", _digits(code))).update(used_at=timezone.now())
    if not used:
        waiting.update(tries=F("tries") + 1)
        return False
    # The door is open: what else was mailed is of no more use.
    waiting.update(used_at=timezone.now())
    return True


@transaction.atomic
def set_password(*, user, password):
    """A new password; every other session of the person ends with it, and mailed codes with them."""
    user.set_password(password)
    user.save(update_fields=["password"])
    SignInCode.objects.filter(user=user).usable().update(used_at=timezone.now())
    log(user, "members.set_password", user=user)


@transaction.atomic
def forget_old_tries():
    """Drops what was kept to count tries, and sessions that are over: where people signed in from is not collected."""
    now = timezone.now()
    AccessAttempt.objects.filter(attempt_time__lte=now - settings.AXES_COOLOFF_TIME).delete()
    AccessFailureLog.objects.filter(attempt_time__lte=now - timedelta(hours=1)).delete()
    SignInCode.objects.filter(created_at__lte=now - timedelta(hours=1)).delete()
    Session.objects.filter(expire_date__lte=now).delete()


# --- The second factor -----------------------------------------------------------------------------------------


@transaction.atomic
def add_app(*, user, key, code) -> TOTPDevice | None:
    """The authenticator app that was given this key (hexadecimal) and shows this code; None for a wrong code."""
    device = TOTPDevice.objects.create(user=user, key=key)
    if not device.verify_token(_digits(code)):
        device.delete()
        return None
    log(user, "members.add_second_factor", user=user, data={"kind": "app"})
    return device


@transaction.atomic
def note_passkey(*, user):
    """The package has stored a passkey of this person."""
    log(user, "members.add_second_factor", user=user, data={"kind": "passkey"})


@transaction.atomic
def make_recovery_codes(*, user) -> list[str]:
    """New codes instead of those before. They are readable in the answer only: what is stored are digests."""
    recovery_of(user).delete()
    device = StaticDevice.objects.create(user=user)
    codes = ["".join(secrets.choice(READABLE) for _sign in range(10)) for _code in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=_recovery_token(user, code))
    log(user, "members.make_recovery_codes", user=user)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def check_app_code(*, user, code):
    """The app that shows this code, or None. Raises TooSoon while tries are throttled."""
    return _check(apps_of(user), _digits(code))


@transaction.atomic
def use_recovery_code(*, user, code):
    """The device of the recovery codes, if this is one of them: it works once. Raises TooSoon as above."""
    return _check(recovery_of(user), _recovery_token(user, "".join(filter(str.isalnum, code.lower()))))


@transaction.atomic
def remove_device(*, user, kind, pk):
    """Takes a device away; with the last one the recovery codes go too."""
    KINDS[kind].objects.filter(user=user, pk=pk).delete()
    if not has_second_factor(user):
        recovery_of(user).delete()
    log(user, "members.remove_second_factor", user=user, data={"kind": kind})


@transaction.atomic
def reset_second_factor(*, user, by):
    """Takes all devices from a person who lost them, ends the sessions and says so by mail; `by` is None for the
    operator at the command line. Raises PermissionDenied where `by` may not."""
    if by is not None and not may_reset_second_factor(by, user):
        raise PermissionDenied
    for model in (*KINDS.values(), StaticDevice):
        model.objects.filter(user=user).delete()
    end_sessions(user=user)
    log(user, "members.reset_second_factor", user=by)
    send_later(
        to=user.email,
        subject=_("Your second factor was reset"),
        template="mails/second_factor_reset.txt",
        context={
            "by": str(by) if by else "",
            "url": settings.WAGTAILADMIN_BASE_URL + reverse("sign_in:second_factor"),
        },
        language=language_of(user),
    )


@transaction.atomic
def end_sessions(*, user):
    """Signs a person out everywhere. Sessions do not know their person by column, so each is opened: rare enough."""
    running = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [
        session.pk for session in running.iterator() if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()


def _check(devices, token):
    tried, waits = [], []
    for device in devices.select_for_update():
        allowed, why_not = device.verify_is_allowed()
        if not allowed:
            waits.append(why_not["locked_until"])
        elif device.verify_token(token):
            for other in tried:
                other.throttle_reset()
            return device
        else:
            tried.append(device)
    if waits and not tried:
        raise TooSoon(min(waits))
    return None


def _digits(code):
    """As ASCII, whatever script the person types digits in and however they group them."""
    return "".join(str(int(sign)) for sign in code if sign.isdecimal())


def _digest(user, purpose, code):
    """Keyed, as codes are short: without the installation's key nobody finds them from the database."""
    return salted_hmac(f"members.sign_in.{purpose}", f"{user.pk}:{code}", algorithm="sha256").hexdigest()


def _recovery_token(user, code):
    """What stands in django-otp's column of 16 characters."""
    return _digest(user, "recovery", code)[:16]
