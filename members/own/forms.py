"""The form of a profile."""

from django.utils.translation import gettext_lazy as _

from members.own.widgets import TradesByBranch
from members.services.house_numbers import place_profile
from site_core.references import ContentPageForm


class ProfileForm(ContentPageForm):
    """The form of a profile page, with its trades in groups; an address without a point gets one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stored = self.instance
        self.placed = (stored.street, stored.house_number, stored.latitude, stored.longitude)
        if "trades" in self.fields:
            trades = self.fields["trades"]
            trades.iterator = TradesByBranch
            trades.widget.choices = trades.choices

    def is_valid(self):
        """Also asks that no short text is in the language of the page itself."""
        valid = super().is_valid()
        # Nothing was sent, or it could not be read at all: there is nothing to compare.
        own = getattr(self, "cleaned_data", {}).get("content_language", self.instance.content_language)
        texts = self.formsets.get("short_texts")
        repeated = [form for form in texts.forms if _is_kept(form, texts, own)] if texts is not None else []
        for form in repeated:
            form.add_error("language", _("Your whole page is written in this language. Please choose another one."))
        return valid and not repeated

    def save(self, commit=True):
        place_profile(page=self.instance, before=self.placed)
        return super().save(commit=commit)


def _is_kept(form, formset, language) -> bool:
    """Whether this short text stays and is in the language."""
    filled = getattr(form, "cleaned_data", None) or {}
    return filled.get("language") == language and form not in formset.deleted_forms
