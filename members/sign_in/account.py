from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

from members.sign_in.devices import has_second_factor


class SignInPanel(BaseSettingsPanel):
    """On the account screen: the ways to the second factor and to a new password."""

    name = "sign_in"
    title = _("Signing in")
    order = 10
    template_name = "members/sign_in/account_panel.html"
    form_class = Form

    def get_form(self):
        """Nothing to fill in here: an unbound form, which the account screen leaves alone."""
        return self.form_class()

    def get_context_data(self):
        return {"has_one": has_second_factor(self.user)}
