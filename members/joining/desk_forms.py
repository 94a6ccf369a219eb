"""What the coordination fills in about an application."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.joining.forms import JoinForm
from members.models import Application

AS_NEW = "new"


class AcceptForm(forms.Form):
    """As a new profile, or as one of the profiles that look alike; what the applicant claimed is chosen already."""

    entry = forms.ChoiceField(label=_("Take up as"), widget=forms.RadioSelect)

    def __init__(self, *args, application, likely, **kwargs):
        claimed = next((str(found.pk) for found in likely if found.pk == application.entry_id), AS_NEW)
        super().__init__(*args, initial={"entry": claimed}, **kwargs)
        self.fields["entry"].choices = [
            (AS_NEW, _("a new page, not public yet")),
            *((str(found.pk), self._label(found)) for found in likely),
        ]

    @staticmethod
    def _label(found):
        """An entry somebody keeps would be refused: it says so before it is chosen."""
        kept = _("kept by somebody already: invite the applicant there as a helper") if found.kept else ""
        return ", ".join(str(part) for part in (found.title, found.address, kept) if part)

    @property
    def chosen(self) -> int | None:
        """The id of the profile; None for a new one."""
        answer = self.cleaned_data["entry"]
        return None if answer == AS_NEW else int(answer)


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The applicant reads this."),
    )


class SpotForm(JoinForm):
    """The same questions, asked across the counter; the consent was given on paper or in person."""

    consent = forms.ChoiceField(
        label=_("Consent to the privacy notice"),
        choices=[choice for choice in Application.Consent.choices if choice[0] != Application.Consent.ONLINE],
        widget=forms.RadioSelect,
    )
    consent_on = forms.DateField(label=_("given on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    nickname = None

    def __init__(self, *args, **kwargs):
        given = {"consent_on": timezone.localdate(), **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, initial=given, **kwargs)
        for name in ("contact_name", "email", "phone", "name"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_consent_on(self):
        day = self.cleaned_data["consent_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    @property
    def values(self):
        day = self.cleaned_data["consent_on"]
        noon = timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time().replace(hour=12)))
        return {**super().values, "consent": self.cleaned_data["consent"], "consent_at": noon}
