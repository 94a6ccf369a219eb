from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm


class SignInForm(LoginForm):
    """Wagtail's own, with a label for the password in the reader's language."""

    password = forms.CharField(label=_("Password"), strip=False, widget=forms.PasswordInput)
