"""Where editors teach the search: what was not found, and the dictionary of the Kiez."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views import snippets

from search.desk import explain_url, teaches
from search.models import KiezWord
from search.services import KEPT_FOR, results_of, set_aside, teach, unanswered

ROWS = 20
LONGEST_PHRASE = KiezWord._meta.get_field("phrase").max_length


class Period(forms.Form):
    """How far back the list looks."""

    days = forms.TypedChoiceField(
        label=gettext_lazy("Searched for in the last"),
        choices=[(7, gettext_lazy("7 days")), (30, gettext_lazy("30 days")), (90, gettext_lazy("90 days"))],
        coerce=int,
        required=False,
        empty_value=KEPT_FOR.days,
    )

    @property
    def chosen(self) -> int:
        return self.cleaned_data["days"] if self.is_valid() else KEPT_FOR.days


class UnansweredView(WagtailAdminTemplateMixin, TemplateView):
    """What visitors searched for and did not find, most frequent first, with one click to what it means."""

    template_name = "search/admin/unanswered.html"
    page_title = gettext_lazy("Words of the Kiez")
    header_icon = "search"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not teaches(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def period(self):
        return Period({"days": self.request.GET.get("days", KEPT_FOR.days)})

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        days = self.period.chosen
        page = Paginator(unanswered(days=days), ROWS).get_page(self.request.GET.get("p"))
        rows = [{**row, "found": results_of(row["said"]), "explain_url": explain_url(row["said"])} for row in page]
        return {**super().get_context_data(**kwargs), "page": page, "rows": rows, "days": days, "period": self.period}


@require_POST
def not_important(request):
    """Takes the text with this key off the list."""
    if not teaches(request.user):
        raise PermissionDenied
    if set_aside(key=request.POST.get("key", "").replace("\x00", "")):
        messages.success(request, _("Taken off the list. It comes back if somebody searches for it again."))
    return redirect("kiez_words:index")


class UnansweredMenuItem(MenuItem):
    def is_shown(self, request):
        return teaches(request.user)


class TeachingView:
    """Saves through the service, and shows the way to the search as a visitor sees it."""

    def save_instance(self):
        return teach(word=self.form.save(commit=False), by=self.request.user)

    def get_success_url(self):
        return reverse("kiez_words:index")

    def get_success_message(self, instance=None):
        said = _("From now on “%(word)s” means: %(meaning)s.")
        return said % {"word": self.object.phrase, "meaning": self.object.meaning}

    def get_success_buttons(self):
        search = reverse("search", query={"q": self.object.phrase})
        return [messages.button(search, _("Search for it")), messages.button(self.get_edit_url(), _("Edit"))]


class ExplainView(TeachingView, snippets.CreateView):
    """A new word; the phrase is there already where it comes from the list."""

    def get_initial(self):
        return {**super().get_initial(), "phrase": self.request.GET.get("phrase", "")[:LONGEST_PHRASE]}


class ChangeWordView(TeachingView, snippets.EditView):
    """Another meaning for a known word."""


class KiezWordViewSet(snippets.SnippetViewSet):
    model = KiezWord
    icon = "openquote"
    menu_label = gettext_lazy("All words with a meaning")
    menu_order = 890
    # Beside the recommended results; without a place of its own it would bring the menu of all snippets.
    add_to_settings_menu = True
    list_display = [
        "phrase",
        Column("meaning", label=gettext_lazy("means")),
        Column("language", label=gettext_lazy("language"), accessor="get_language_display", sort_key="language"),
    ]
    list_filter = ["language"]
    search_fields = ["phrase", "same_as"]
    search_backend_name = None
    list_per_page = 100
    add_view_class = ExplainView
    edit_view_class = ChangeWordView


class UnansweredViewSet(ViewSet):
    name = "kiez_words"
    url_prefix = "kiez-words"
    icon = "search"
    menu_label = gettext_lazy("Words of the Kiez")
    menu_order = 315
    menu_item_class = UnansweredMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", UnansweredView.as_view(), name="index"),
            path("not-important/", not_important, name="set_aside"),
        ]
