"""Where staff find profiles, and what profiles are filed under."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from members.models import BusinessPage, InitiativePage, SpokenLanguage, Trade
from members.permissions import coordinates, works_at_desk
from members.viewsets.listing import DeskMenuItem, written_day


class DayColumn(Column):
    """A day as it is written, or a word where there is none."""

    def __init__(self, *args, empty, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_value_display = empty

    def get_value(self, instance):
        return written_day(super().get_value(instance))


class PeopleColumn(Column):
    """How many keep the profile; coordinators go on from here to these people."""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        value = instance.people or gettext("no people")
        if coordinates(parent_context["request"].user):
            value = format_html('<a href="{}">{}</a>', reverse("people:page", args=[instance.pk]), value)
        return {**context, "value": value}


def state_of(page) -> str:
    """What everybody sees of the page, in plain words; whether it waits stands in a column of its own."""
    if not page.live:
        return gettext("not public")
    return gettext("public, with a newer draft") if page.has_unpublished_changes else gettext("public")


class YesOrNo(django_filters.ChoiceFilter):
    """All, yes or no; `ask` takes the profiles and what is wanted. Wagtail writes a stock boolean out as »True«."""

    def __init__(self, label, ask):
        choices = [("yes", _("Yes")), ("no", _("No"))]
        super().__init__(label=label, choices=choices, empty_label=_("All"), widget=forms.RadioSelect)
        self.ask = ask

    def filter(self, profiles, value):
        return self.ask(profiles, value == "yes") if value else profiles


class ProfileFilterSet(WagtailFilterSet):
    """What a coordinator sorts profiles by; never a list of people: there are as many as profiles."""

    waiting = YesOrNo(_("Waiting for review"), lambda profiles, wanted: profiles.waiting(wanted))
    claimed = YesOrNo(_("Claimed"), lambda profiles, wanted: profiles.with_record(wanted, claimed_at__isnull=False))
    unconfirmed = YesOrNo(_("Shown as unconfirmed"), lambda profiles, wanted: profiles.unconfirmed(wanted))
    people = YesOrNo(_("Has people"), lambda profiles, wanted: profiles.with_people(wanted))
    kept_by_desk = YesOrNo(
        _("Kept by the coordination"), lambda profiles, wanted: profiles.with_record(wanted, kept_by_desk=True)
    )
    trusted = YesOrNo(_("Publishes directly"), lambda profiles, wanted: profiles.with_record(wanted, trusted=True))
    live = YesOrNo(_("Public"), lambda profiles, wanted: profiles.filter(live=wanted))
    trade = django_filters.ModelChoiceFilter(
        label=_("Trade"), queryset=Trade.objects.order_by("parent__name", "name"), method="in_trade"
    )

    class Meta:
        model = BusinessPage
        fields: list[str] = []

    def in_trade(self, profiles, name, trade):
        return profiles.in_trade(trade.slug)


class AtDesk:
    """A view for editors and coordinators."""

    def dispatch(self, request, *args, **kwargs):
        if not works_at_desk(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ProfileListingView(AtDesk, IndexView):
    """Profiles by name, with what a coordinator looks after: whose they are, what is confirmed, what waits."""

    # Not the stock one: it ends in bulk actions, and publishing many at once would pass by the review.
    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    table_classname = "listing"
    default_ordering = "sort_key"
    base_columns = [
        PageTitleColumn("title", label=_("Name"), sort_key="sort_key", classname="title"),
        DayColumn(
            "claimed", label=_("Claimed"), accessor="record.claimed_at", sort_key="claimed_at", empty=_("not yet")
        ),
        DayColumn(
            "confirmed",
            label=_("Hours confirmed"),
            accessor="hours.confirmed_on",
            sort_key="confirmed_on",
            empty=_("never"),
        ),
        PeopleColumn("people", label=_("People"), sort_key="people"),
        DateColumn("waiting_since", label=_("Waits for review"), sort_key="waiting_since"),
        DateColumn("latest_revision_created_at", label=_("Last edit"), sort_key="latest_revision_created_at"),
        Column("state", label=_("State"), accessor=state_of, sort_key="live"),
    ]
    sort_fields = {"claimed_at": "record__claimed_at", "confirmed_on": "hours__confirmed_on"}

    def annotate_queryset(self, pages):
        return pages.for_desk()

    def get_ordering(self):
        wanted = self.request.GET.get("ordering")
        return wanted if wanted in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset):
        """What has no date counts as the oldest; the name settles ties, so that pages of the list never overlap."""
        key = self.ordering.removeprefix("-")
        field = F(self.sort_fields.get(key, key))
        by = field.desc(nulls_last=True) if self.ordering.startswith("-") else field.asc(nulls_first=True)
        return queryset.order_by(by, "sort_key", "pk")

    def search_queryset(self, queryset):
        return queryset.named(self.search_query) if self.is_searching else queryset


class ChooseDirectoryView(AtDesk, ChooseParentView):
    """On to the form for a new profile: there is one directory of each kind."""


class ProfileListing(PageListingViewSet):
    """A listing of all profiles of one kind."""

    add_to_admin_menu = True
    index_view_class = ProfileListingView
    choose_parent_view_class = ChooseDirectoryView
    filterset_class = ProfileFilterSet
    menu_item_class = DeskMenuItem


class BusinessListing(ProfileListing):
    model = BusinessPage
    icon = "home"
    menu_label = _("Businesses")
    menu_order = 110
    name = "businesses"


class InitiativeListing(ProfileListing):
    model = InitiativePage
    icon = "group"
    menu_label = _("Initiatives")
    menu_order = 120
    name = "initiatives"


class TradeViewSet(SnippetViewSet):
    model = Trade
    icon = "tag"
    menu_label = _("Trades")
    list_display = ["__str__", "slug", "colour"]
    list_filter = ["parent"]
    list_per_page = 200
    ordering = ["parent__name", "name"]


class LanguageViewSet(SnippetViewSet):
    model = SpokenLanguage
    icon = "globe"
    menu_label = _("Spoken languages")
    list_display = ["name", "code"]
    list_per_page = 100


class FilingGroup(SnippetViewSetGroup):
    menu_label = _("Filing")
    menu_icon = "folder-open-inverse"
    menu_order = 320
    items = (TradeViewSet, LanguageViewSet)
