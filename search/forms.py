from django import forms
from django.utils.translation import gettext_lazy as _

from search.query import SearchFilters
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

    @property
    def filters(self) -> SearchFilters:
        chosen = self.chosen
        return SearchFilters(chosen.get("kind", ""), chosen.get("trade", ""), chosen.get("topic", ""))
