from django import forms
from django.utils.translation import gettext_lazy as _

from search.filters import SearchFilters
from site_core.forms import SLUG
from site_core.listing import FilterForm
from site_core.registry import registry


class SearchForm(FilterForm):
    """The question and its filters, as they stand in the address."""

    q = forms.CharField(label=_("Search"), required=False, strip=True)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=lambda: [(kind.key, kind.label) for kind in registry.kinds]
    )
    trade = forms.RegexField(SLUG, label=_("Trade"), required=False, max_length=100)
    topic = forms.RegexField(SLUG, label=_("Topic"), required=False, max_length=100)
    street = forms.RegexField(SLUG, label=_("Street"), required=False, max_length=120)
    open = forms.ChoiceField(label=_("Open now"), required=False, choices=[("now", _("Open now"))])
    language = forms.RegexField(SLUG, label=_("Language"), required=False, max_length=8)
    access = forms.ChoiceField(label=_("Access"), required=False, choices=[("yes", _("without steps"))])
    day = forms.ChoiceField(label=_("Day"), required=False, choices=[(str(day), str(day)) for day in range(1, 8)])
    after = forms.RegexField(r"^([01]\d|2[0-3]):[0-5]\d\Z", label=_("Open after"), required=False)

    @property
    def filters(self) -> SearchFilters:
        return SearchFilters(**{name: value for name, value in self.chosen.items() if name != "q"})
