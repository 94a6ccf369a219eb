"""Signing in by a code sent by mail, and the new password one may set after it."""

from django.contrib.auth import login, logout, update_session_auth_hash
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages

from members.services.sign_in import note_request, send_code, set_password
from members.sign_in.forms import CodeRequestForm, MailedCodeForm, NewPasswordForm
from members.sign_in.fresh import forget_code, note_code, signed_in_by_code
from members.sign_in.throttle import client_address, steady
from members.sign_in.views.screens import OwnScreen, Screen, onwards, wanted_address, with_next

SESSION_BACKEND = "django.contrib.auth.backends.ModelBackend"
ASKED_FOR = "code_asked_for"


class AskForCodeView(Screen):
    """Takes an address and answers the same whoever has it, or nobody."""

    form_class = CodeRequestForm
    template_name = "members/sign_in/ask_for_code.html"
    title = gettext_lazy("Sign in by e-mail")
    intro = gettext_lazy("We send you a code that you sign in with. You need no password for it.")
    button = gettext_lazy("Send me a code")

    def turned_away(self):
        return onwards(self.request) if self.request.user.is_authenticated else None

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        with steady():
            if not note_request(address=client_address(self.request)):
                form.add_error(None, _("Too many codes were asked for from here. Please try again in an hour."))
                return self.render_to_response(self.get_context_data(form=form), status=429)
            send_code(email=email)
        self.request.session[ASKED_FOR] = email
        return redirect(with_next("sign_in:enter_code", wanted_address(self.request)))


class EnterCodeView(Screen):
    """Takes the code for the address asked for in this browser."""

    form_class = MailedCodeForm
    template_name = "members/sign_in/enter_code.html"
    title = gettext_lazy("Enter the code")
    button = gettext_lazy("Sign in")

    def turned_away(self):
        if self.request.user.is_authenticated:
            return onwards(self.request)
        self.email = self.request.session.get(ASKED_FOR)
        return None if self.email else redirect(with_next("sign_in:code", wanted_address(self.request)))

    def post(self, request, *args, **kwargs):
        with steady():
            return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request, "email": self.email}

    def get_context_data(self, **kwargs):
        return super().get_context_data(email=self.email, **kwargs)

    def form_valid(self, form):
        login(self.request, form.user, backend=SESSION_BACKEND)
        self.request.session.pop(ASKED_FOR, None)
        self.request.session.set_expiry(0)
        note_code(self.request)
        messages.success(
            self.request,
            _("You are signed in."),
            buttons=[messages.button(reverse("sign_in:password"), _("Set a new password"))],
        )
        return onwards(self.request)


class NewPasswordView(OwnScreen):
    """Sets a password without the old one, shortly after a sign-in by code: that proves the mailbox is one's own."""

    form_class = NewPasswordForm
    template_name = "members/sign_in/password.html"
    title = gettext_lazy("New password")
    button = gettext_lazy("Save password")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs):
        return super().get_context_data(allowed=signed_in_by_code(self.request), **kwargs)

    def turned_away(self):
        late = self.request.method == "POST" and not signed_in_by_code(self.request)
        return redirect("sign_in:password") if late else None

    def form_valid(self, form):
        user = form.user
        set_password(user=user, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(self.request, user)
        forget_code(self.request)
        messages.success(self.request, _("Your new password is set. You are signed out everywhere else."))
        return onwards(self.request)


@method_decorator(never_cache, name="dispatch")
class AgainView(View):
    """Signs out and leads back in, for what needs a fresh sign-in: by password, or with `way=code` by a code."""

    http_method_names = ["post"]

    def post(self, request):
        address = wanted_address(request)
        way = "sign_in:code" if request.POST.get("way") == "code" else "wagtailadmin_login"
        logout(request)
        return redirect(with_next(way, address))
