"""The forms of signing in; each field tells the browser what it is, so that it can fill it in."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from members.sign_in.throttle import is_locked_out, locked_out_words


class SignInForm(LoginForm):
    """Wagtail's own, with labels in the reader's language; says so when tries are used up."""

    username = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocapitalize": "none"}),
    )
    password = forms.CharField(label=_("Password"), strip=False, widget=forms.PasswordInput)

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        # The labels say it; a placeholder would vanish with the first letter.
        self.fields["username"].widget.attrs.update(autocomplete="username", placeholder="")
        self.fields["password"].widget.attrs.update(autocomplete="current-password", placeholder="")

    def get_invalid_login_error(self):
        if is_locked_out(self.request):
            return forms.ValidationError(locked_out_words(), code="locked_out")
        return super().get_invalid_login_error()


class CodeRequestForm(forms.Form):
    """Where the code shall go. Says nothing about whether anybody signs in with this address."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )


def _code_field(label, *, numeric=True):
    attrs = {"autocomplete": "one-time-code", "autofocus": True, "autocapitalize": "none", "spellcheck": "false"}
    if numeric:
        attrs["inputmode"] = "numeric"
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(attrs=attrs))


class MailedCodeForm(forms.Form):
    """The code from the mail; `get_user()` is who it belongs to."""

    code = _code_field(_("Code from the e-mail"))

    def __init__(self, *args, request, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.email, self.user = request, email, None

    def clean(self):
        code = self.cleaned_data.get("code")
        if code:
            self.user = authenticate(self.request, username=self.email, secret_code=code)
            if self.user is None:
                self.add_error("code", self._refusal())
        return self.cleaned_data

    def _refusal(self):
        if is_locked_out(self.request):
            return locked_out_words()
        return _("This code is wrong, or it is no longer valid. You can ask for a new one.")


class AppCodeForm(forms.Form):
    code = _code_field(_("Code from the app"))


class RecoveryCodeForm(forms.Form):
    code = _code_field(_("Recovery code"), numeric=False)


class NewPasswordForm(SetPasswordForm):
    """A new password without the old one; the service stores it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].widget.attrs["autofocus"] = True
