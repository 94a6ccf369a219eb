"""The form to apply: short enough for a phone and three minutes."""

from itertools import groupby

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members.models.applications import Application
from members.models.profiles import InitiativePage
from members.models.trades import Trade
from site_core.navigation import OWN_NAMES
from site_core.text.folding import fold

CONSENT_WORDS = _(
    "I agree that you store what I enter here, and use it to answer me and to prepare my page. I can take this back at "
    "any time."
)
#: What a form about an entry does not ask: the entry says it.
SAID_BY_ENTRY = ("kind", "name", "street", "house_number", "trade")
NONE_OF_THEM = "none"


class JoinForm(forms.ModelForm):
    """Who wants to take part, and how to reach them. With `entry`, a profile page, it is about that entry."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Application.Kind.BUSINESS, _("A business: shop, café, workshop, practice, studio …")),
            (Application.Kind.INITIATIVE, _("A social initiative or an association")),
        ],
        widget=forms.RadioSelect,
    )
    trade = forms.ModelChoiceField(
        Trade.objects.crafts(), label=_("Trade"), required=False, empty_label=_("Please choose")
    )
    language = forms.ChoiceField(
        label=_("Which language do you read best?"),
        choices=[(code, OWN_NAMES[code][1]) for code, _name in settings.LANGUAGES],
    )
    consent = forms.BooleanField(
        label=CONSENT_WORDS,
        error_messages={"required": _("Without your consent we may not store your application.")},
    )
    # People leave this one empty because they do not see it.
    nickname = forms.CharField(required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    class Meta:
        model = Application
        fields = [
            "kind", "name", "street", "house_number", "trade", "contact_name", "email", "phone", "about", "language",
        ]  # fmt: skip
        widgets = {"about": forms.Textarea(attrs={"rows": 4}), "phone": forms.TelInput}
        labels = {
            "name": _("Name of the business or initiative"),
            "street": _("Street"),
            "house_number": _("No."),
            "contact_name": _("Your name"),
            "email": _("E-mail address"),
            "phone": _("Phone"),
            "about": _("A few words about you"),
        }
        help_texts = {
            "name": _("As it stands on the door."),
            "about": _("What you make or offer. One sentence is enough."),
        }

    def __init__(self, *args, entry=None, **kwargs):
        initial = {"kind": Application.Kind.BUSINESS, "language": get_language(), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        self.entry = entry
        if entry:
            for name in SAID_BY_ENTRY:
                del self.fields[name]
        else:
            self.fields["trade"].choices = trade_choices()
            self.fields["name"].widget.attrs["autocomplete"] = "organization"
        for name, purpose in {"contact_name": "name", "email": "email", "phone": "tel"}.items():
            self.fields[name].widget.attrs["autocomplete"] = purpose

    def clean_phone(self):
        phone = " ".join(self.cleaned_data["phone"].split())
        if phone and sum(sign.isdecimal() for sign in phone) < 5:
            raise forms.ValidationError(_("This is too short for a phone number."))
        return phone

    def clean(self):
        data = super().clean()
        given = any(data.get(name) or name in self.errors for name in ("email", "phone"))
        if not given:
            self.add_error("email", _("Please give an e-mail address or a phone number, so that we can answer you."))
        return data

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("nickname"))

    @property
    def values(self) -> dict:
        """Fields of the application, with the words consented to as they were read."""
        asked = {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}
        return {**self._said_by_entry(), **asked, "entry": self.entry, "consent_words": str(CONSENT_WORDS)}

    def _said_by_entry(self):
        if not self.entry:
            return {}
        kind = Application.Kind.INITIATIVE if isinstance(self.entry, InitiativePage) else Application.Kind.BUSINESS
        page = self.entry
        return {"kind": kind, "name": page.title, "street": page.street, "house_number": page.house_number}


class MatchForm(forms.Form):
    """»Is one of these yours?«, asked once about entries that look alike."""

    match = forms.ChoiceField(
        label=_("Is one of these entries yours?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the answers.")},
    )

    def __init__(self, *args, entries, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["match"].choices = [
            *((str(entry.pk), _title_and_address(entry)) for entry in entries),
            (NONE_OF_THEM, _("No, my entry is still missing")),
        ]

    @property
    def chosen(self) -> int | None:
        """The id of the entry that was chosen; None for none of them."""
        answer = self.cleaned_data["match"]
        return None if answer == NONE_OF_THEM else int(answer)


class EntryForm(forms.Form):
    """The entry a link or a hidden field names."""

    entry = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False)


def trade_choices():
    """Every Gewerk under its Branche, named and sorted in the reader's language."""
    trades = sorted(Trade.objects.crafts(), key=lambda trade: (fold(trade.parent.label), fold(trade.label)))
    groups = groupby(trades, key=lambda trade: trade.parent)
    return [("", _("Please choose")), *((branch.label, [(t.pk, t.label) for t in rows]) for branch, rows in groups)]


def _title_and_address(entry):
    if not entry.address:
        return format_html("<bdi>{}</bdi>", entry.title)
    return format_html("<span><bdi>{}</bdi>, <bdi>{}</bdi></span>", entry.title, entry.address)
