from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel


class MyDataPanel(BaseSettingsPanel):
    """On the account screen: the way to the own data."""

    name = "my_data"
    title = _("My data")
    order = 20
    template_name = "members/people/account_panel.html"
    form_class = Form

    def get_form(self):
        """Nothing to fill in here: an unbound form, which the account screen leaves alone."""
        return self.form_class()
