from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from members.models.requests import ChangeRequest
from members.near import Origin, origin_of
from members.querysets import ProfileFilters
from site_core.forms import SLUG
from site_core.listing import FilterForm


class ProfileFilterForm(FilterForm):
    """The filters of a directory, as they stand in its address."""

    trade = forms.RegexField(SLUG, label=_("Trade"), required=False, max_length=100)
    topic = forms.RegexField(SLUG, label=_("Topic"), required=False, max_length=100)
    street = forms.RegexField(SLUG, label=_("Street"), required=False, max_length=120)
    language = forms.RegexField(SLUG, label=_("Language"), required=False, max_length=8)
    open = forms.ChoiceField(choices=[("now", _("Open now"))], label=_("Open now"), required=False)
    near = forms.CharField(label=_("Near me"), required=False, max_length=120)

    def clean_near(self):
        if self.cleaned_data["near"] and self.origin is None:
            raise ValidationError(_("There is no such place."))
        return self.cleaned_data["near"]

    @cached_property
    def origin(self) -> Origin | None:
        """The place the list begins at; looked up once, though a form is cleaned each time it is asked."""
        return origin_of(self.data.get("near", ""))

    @property
    def query(self) -> dict[str, str]:
        """As in the address, a place rounded."""
        found = super().query
        return {**found, "near": self.origin.written} if "near" in found else found

    @property
    def filters(self) -> ProfileFilters:
        chosen = self.chosen
        names = ("trade", "topic", "street", "language")
        return ProfileFilters(**{name: chosen.get(name, "") for name in names}, open_now=bool(chosen.get("open")))


class ChangeRequestForm(forms.ModelForm):
    """»Eintrag ändern oder entfernen«: what is wrong, and how to reach whoever says so."""

    # People leave this one empty because they do not see it.
    nickname = forms.CharField(required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    class Meta:
        model = ChangeRequest
        fields = ["wish", "message", "sender_name", "sender_email"]
        widgets = {"wish": forms.RadioSelect, "message": forms.Textarea(attrs={"rows": 6})}
        labels = {"sender_name": _("your name"), "sender_email": _("your e-mail address")}
        help_texts = {
            "message": _("What should change? For a removal one sentence is enough."),
            "sender_email": _("Only if you would like an answer."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sender_name"].widget.attrs["autocomplete"] = "name"
        self.fields["sender_email"].widget.attrs["autocomplete"] = "email"

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("nickname"))
