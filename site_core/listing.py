"""One way to list pages: a filter form that forgives, pagination that survives any page number."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Chip:
    """An active filter, and the address of the same list without it."""

    label: str
    remove_url: str


class FilterForm(forms.Form):
    """Filters from the address. What cannot be understood is left out of the filter and named in `refused`."""

    @property
    def chosen(self) -> dict:
        """The valid, non-empty choices."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def refused(self) -> list[str]:
        return [str(self.fields[name].label) for name in self.errors if name in self.fields]

    @property
    def query(self) -> dict[str, str]:
        """The choices as they stand in an address."""
        return {name: str(self.data.get(name)) for name in self.chosen}


class ListingMixin:
    """For index pages: declare `filter_form_class` and `listed(filters, request)`, get the rest.

    The context holds `form`, `items` (a page of the paginator) and `page_query` (the filters, for links).
    """

    filter_form_class = FilterForm
    per_page = 24
    empty_words = _("Nothing here yet.")

    def listed(self, filters, request):
        raise TypeError(f"{type(self).__name__} must say what it lists.")

    def presented(self, pages, request):
        """The list items as the template shows them; by default the pages themselves."""
        return pages

    def get_context(self, request, *args, **kwargs):
        form = self.filter_form_class(request.GET)
        items = paginate(self.listed(form, request), request.GET.get("page"), self.per_page)
        items.object_list = self.presented(list(items.object_list), request)
        return {
            **super().get_context(request, *args, **kwargs),
            "form": form,
            "items": items,
            "filters": form.query,
            "empty_words": self.empty_words,
        }


def paginate(rows, number, per_page):
    """The asked page of `rows`; the first for nonsense, the last for numbers beyond it."""
    return Paginator(rows, per_page).get_page(str(number or 1).replace("\x00", ""))
