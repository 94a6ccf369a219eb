"""The second factor: passing it, setting it up, taking it away."""

import math
from base64 import b32encode
from binascii import unhexlify

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.forms import Form, Media
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_otp import login as verify_session
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key
from wagtail.admin import messages

from members.services.sign_in import (
    TooSoon,
    add_app,
    check_app_code,
    make_recovery_codes,
    remove_device,
    reset_second_factor,
    use_recovery_code,
)
from members.sign_in.devices import KINDS, apps_of, has_second_factor, passkeys_of, recovery_codes_left
from members.sign_in.forms import AppCodeForm, RecoveryCodeForm
from members.sign_in.fresh import is_fresh, note_proof
from members.sign_in.permissions import may_reset_second_factor, must_have_second_factor
from members.sign_in.views.screens import OwnScreen, onwards, wanted_address, with_next
from site_core.qr import qr_picture

APP_KEY = "app_key"


def passkeys_work_here(request) -> bool:
    """Passkeys belong to one name of the site and work under no other, nor under a bare IP address."""
    return request.get_host().partition(":")[0] == settings.OTP_WEBAUTHN_RP_ID


def pass_on(request, device):
    """Marks the session as verified by this device, under a new session key."""
    request.session.cycle_key()
    verify_session(request, device)
    note_proof(request)


class VerifyView(OwnScreen):
    """After the first factor: a code from the app, a passkey, or a recovery code."""

    template_name = "members/sign_in/verify.html"
    title = gettext_lazy("Second factor")
    button = gettext_lazy("Continue")

    def turned_away(self):
        user = self.request.user
        return onwards(self.request) if user.is_verified() or not has_second_factor(user) else None

    @cached_property
    def has_app(self):
        return apps_of(self.request.user).exists()

    @property
    def by_recovery_code(self):
        return self.request.GET.get("with") == "recovery" or not self.has_app

    def get_form_class(self):
        return RecoveryCodeForm if self.by_recovery_code else AppCodeForm

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            has_app=self.has_app,
            has_passkey=passkeys_of(user).exists(),
            passkeys_work_here=passkeys_work_here(self.request),
            by_recovery_code=self.by_recovery_code,
            **kwargs,
        )

    def form_valid(self, form):
        check = use_recovery_code if self.by_recovery_code else check_app_code
        try:
            device = check(user=self.request.user, code=form.cleaned_data["code"])
        except TooSoon as refused:
            form.add_error("code", _wait_words(refused.until))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        if device is None:
            form.add_error("code", _("This code is wrong or was used already."))
            return self.form_invalid(form)
        pass_on(self.request, device)
        if self.by_recovery_code:
            messages.warning(self.request, _codes_left_words(self.request.user))
        return onwards(self.request)


class SecondFactorView(OwnScreen):
    """What is set up, and the ways to add and to take away."""

    template_name = "members/sign_in/second_factor.html"
    title = gettext_lazy("Second factor")
    form_class = Form

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            apps=apps_of(user),
            passkeys=passkeys_of(user),
            has_one=has_second_factor(user),
            required=must_have_second_factor(user),
            codes_left=recovery_codes_left(user),
            fresh=is_fresh(self.request),
            passkeys_work_here=passkeys_work_here(self.request),
            passkeys_live_at=settings.OTP_WEBAUTHN_ALLOWED_ORIGINS[0],
            media=Media(js=["js/passkey.js"]),
            **kwargs,
        )

    def form_valid(self, form):
        """»Add an app«: chooses its key, which the session keeps until the first code has come back."""
        if not is_fresh(self.request):
            return redirect("sign_in:second_factor")
        self.request.session[APP_KEY] = default_key()
        return redirect(with_next("sign_in:add_app", wanted_address(self.request)))


class NeedsFreshSignIn:
    """For changing what one signs in with; a session somebody left open must not be enough."""

    def turned_away(self):
        return None if is_fresh(self.request) else redirect("sign_in:second_factor")


class ShowsNewCodes:
    """Recovery codes are shown once: in the answer to the POST that made them."""

    def show_new_codes(self):
        codes = make_recovery_codes(user=self.request.user)
        context = {
            "codes": codes,
            "site_address": settings.WAGTAILADMIN_BASE_URL,
            "next": wanted_address(self.request),
            "back": reverse("sign_in:second_factor"),
        }
        return TemplateResponse(self.request, "members/sign_in/recovery_codes.html", context)


class AddAppView(ShowsNewCodes, NeedsFreshSignIn, OwnScreen):
    """Shows the key as a picture and as text, and takes the first code."""

    template_name = "members/sign_in/add_app.html"
    form_class = AppCodeForm
    title = gettext_lazy("Add an authenticator app")
    button = gettext_lazy("Confirm")

    def turned_away(self):
        self.key = self.request.session.get(APP_KEY)
        return super().turned_away() if self.key else redirect("sign_in:second_factor")

    def get_context_data(self, **kwargs):
        device = TOTPDevice(user=self.request.user, key=self.key)
        secret = b32encode(unhexlify(self.key)).decode()
        return super().get_context_data(
            picture=qr_picture(device.config_url, css_class="sign-in__qr"),
            secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
            address=device.config_url,
            **kwargs,
        )

    def form_valid(self, form):
        user = self.request.user
        first = not has_second_factor(user)
        device = add_app(user=user, key=self.key, code=form.cleaned_data["code"])
        if device is None:
            form.add_error("code", _("This code is wrong. Please enter the one the app shows now."))
            return self.form_invalid(form)
        del self.request.session[APP_KEY]
        if not user.is_verified():
            pass_on(self.request, device)
        if first:
            return self.show_new_codes()
        messages.success(self.request, _("The app is set up."))
        return redirect("sign_in:second_factor")


class RecoveryCodesView(ShowsNewCodes, NeedsFreshSignIn, OwnScreen):
    """Makes new recovery codes; those before open nothing any more."""

    http_method_names = ["post"]
    form_class = Form

    def form_valid(self, form):
        if not has_second_factor(self.request.user):
            return redirect("sign_in:second_factor")
        return self.show_new_codes()


class RemoveDeviceView(NeedsFreshSignIn, OwnScreen):
    """Asks, then takes one of the own devices away."""

    template_name = "members/sign_in/confirm.html"
    form_class = Form
    title = gettext_lazy("Remove this device?")
    back = "sign_in:second_factor"
    intro = gettext_lazy("You can no longer sign in with it. With the last device your recovery codes go too.")
    button = gettext_lazy("Remove")

    def turned_away(self):
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        get_object_or_404(KINDS[self.kwargs["kind"]], user=self.request.user, pk=self.kwargs["device_id"])
        return super().turned_away()

    def form_valid(self, form):
        remove_device(user=self.request.user, kind=self.kwargs["kind"], pk=self.kwargs["device_id"])
        messages.success(self.request, _("The device is removed."))
        return redirect("sign_in:second_factor")


class ResetView(OwnScreen):
    """A coordinator takes the second factor from somebody who has lost it."""

    template_name = "members/sign_in/confirm.html"
    form_class = Form
    title = gettext_lazy("Reset the second factor?")
    back = "wagtailadmin_home"
    button = gettext_lazy("Reset")

    def turned_away(self):
        self.person = get_user_model().objects.filter(pk=self.kwargs["user_id"]).first()
        if self.person is None or not may_reset_second_factor(self.request.user, self.person):
            raise PermissionDenied

    @property
    def intro(self):
        return _(
            "%(person)s signs in without a second factor then, is signed out everywhere and gets a mail about it. "
            "Make sure that it is really this person who asks, for example on the telephone."
        ) % {"person": self.person}

    def form_valid(self, form):
        reset_second_factor(user=self.person, by=self.request.user)
        messages.success(self.request, _("The second factor of %(person)s is reset.") % {"person": self.person})
        return onwards(self.request)


def _wait_words(until):
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    if seconds < 120:
        return ngettext(
            "Too many failed attempts. Please wait %(count)s second.",
            "Too many failed attempts. Please wait %(count)s seconds.",
            seconds,
        ) % {"count": seconds}
    return _("Too many failed attempts. Please try again in %(minutes)s minutes.") % {
        "minutes": math.ceil(seconds / 60)
    }


def _codes_left_words(user):
    left = recovery_codes_left(user)
    return ngettext("You have %(count)s recovery code left.", "You have %(count)s recovery codes left.", left) % {
        "count": left
    }
