"""Forms about the people of a profile and about the own account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class InviteForm(forms.Form):
    """Somebody who is to keep a profile too."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    language = forms.ChoiceField(
        label=_("Language of the mails"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )


class HandOverForm(InviteForm):
    """Who takes the profile over: a helper, or somebody new; and what becomes of the owner."""

    field_order = ["to", "name", "email", "language", "then"]

    to = forms.ChoiceField(label=_("Who takes over?"), widget=forms.RadioSelect)
    then = forms.ChoiceField(
        label=_("And you?"),
        widget=forms.RadioSelect,
        initial="stay",
        choices=[("stay", _("I stay as a helper.")), ("leave", _("I leave. My access ends at once."))],
    )

    def __init__(self, *args, helpers, **kwargs):
        super().__init__(*args, **kwargs)
        self.helpers = {str(membership.pk): membership for membership in helpers}
        known = [(key, membership.user.email) for key, membership in self.helpers.items()]
        self.fields["to"].choices = [*known, ("new", _("Somebody else"))]
        self.fields["to"].initial = known[0][0] if known else "new"
        for name in ("name", "email"):
            self.fields[name].required = self.data.get("to") == "new"
            self.fields[name].help_text = _("Only for somebody else.")

    @property
    def helper(self):
        """The membership that was chosen; None for somebody else."""
        return self.helpers.get(self.cleaned_data["to"])


class AddressForm(forms.Form):
    """A new address to sign in with."""

    email = forms.EmailField(label=_("New e-mail address"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self):
        email = self.cleaned_data["email"]
        if email.lower() == self.user.email.lower():
            raise forms.ValidationError(_("This is your address already."))
        return email


class EraseForm(forms.Form):
    """What becomes of the profiles a person keeps alone."""

    pages = forms.ChoiceField(
        label=_("What shall become of the pages nobody else keeps?"),
        widget=forms.RadioSelect,
        initial="stay",
        choices=[
            ("stay", _("They stay on the site, and the coordination keeps them.")),
            ("close", _("They are taken off the site for good.")),
        ],
    )
    sure = forms.BooleanField(label=_("Yes, delete for good"))

    def __init__(self, *args, has_pages, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_pages:
            del self.fields["pages"]

    @property
    def close_pages(self) -> bool:
        return self.cleaned_data.get("pages") == "close"


class SureForm(forms.Form):
    """For what cannot be undone."""

    sure = forms.BooleanField(label=_("Yes, I am sure"))
