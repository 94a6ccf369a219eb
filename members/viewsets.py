"""Admin screens of the members app."""

from django.contrib import messages
from django.contrib.admin.decorators import display
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.panels import ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from members.models import (
    BusinessPage,
    ChangeRequest,
    InitiativePage,
    OpeningHours,
    ProfileRecord,
    SpokenLanguage,
    Trade,
)
from members.services.hours import save_hours
from members.services.requests import handle_request, keep_record, remove_entry


class BusinessListing(PageListingViewSet):
    model = BusinessPage
    icon = "home"
    menu_label = _("Businesses")
    menu_order = 110
    name = "businesses"
    add_to_admin_menu = True


class InitiativeListing(PageListingViewSet):
    model = InitiativePage
    icon = "group"
    menu_label = _("Initiatives")
    menu_order = 120
    name = "initiatives"
    add_to_admin_menu = True


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


class RequestPermissions(PermissionHelper):
    """Nobody writes requests in the admin: they come from visitors and are settled, not edited."""

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_inspect_obj(self, user, obj):
        return user.has_perm("members.view_changerequest")


class BesideProfileView(generic.EditView):
    """Edits a row that stands beside a profile; who may edit the profile may edit it, and it is made when missing."""

    pk_url_kwarg = "page_id"
    permission_required = None
    edit_url_name = ""

    def dispatch(self, request, *args, **kwargs):
        self.profile = get_object_or_404(Page.objects.type(BusinessPage, InitiativePage), pk=kwargs["page_id"])
        if not self.profile.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_panel(self):
        return ObjectList(self.model.panels).bind_to_model(self.model)

    def get_object(self, queryset=None):
        return self.model.objects.filter(page=self.profile).first() or self.model(page=self.profile)

    def get_page_subtitle(self):
        return f"{self.page_title}: {self.profile.get_admin_display_title()}"

    def get_edit_url(self):
        return reverse(self.edit_url_name, args=[self.profile.pk])

    def get_success_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.profile.pk])

    def get_last_updated_info(self):
        return None


class HoursView(BesideProfileView):
    """Hours and closures of one profile: live at once, beside the page's drafts and reviews."""

    model = OpeningHours
    page_title = _("Opening hours")
    header_icon = "history"
    edit_url_name = "hours:edit"
    success_message = _("The opening hours of %(object)s are live.")
    error_message = _("The opening hours could not be saved; please look at the marked fields.")

    def save_instance(self):
        return save_hours(hours=self.form.save(commit=False))


class RecordView(BesideProfileView):
    """What the desk keeps about one profile: confirmed, taken off, notes."""

    model = ProfileRecord
    page_title = _("Origin and notes")
    header_icon = "info-circle"
    edit_url_name = "records:edit"
    success_message = _("Saved.")
    error_message = _("This could not be saved; please look at the marked fields.")

    def save_instance(self):
        return keep_record(record=self.form.save(commit=False), by=self.request.user)


class BesideViewSet(ViewSet):
    """One address a profile for a screen beside it."""

    view_class: type[BesideProfileView]

    def get_urlpatterns(self):
        return [path("<int:page_id>/", self.view_class.as_view(), name="edit")]


class HoursViewSet(BesideViewSet):
    name = url_prefix = "hours"
    view_class = HoursView


class RecordViewSet(BesideViewSet):
    name = url_prefix = "records"
    view_class = RecordView


class ChangeRequestAdmin(ModelAdmin):
    """»Eintrag ändern oder entfernen«: what visitors asked for. Requests are read and settled, never rewritten."""

    model = ChangeRequest
    base_url_path = "change-requests"
    menu_label = _("Change requests")
    menu_icon = "mail"
    menu_order = 130
    list_display = ["page_title", "wish", "sender_email", "created_at", "mailed_at", "settled"]
    list_filter = ["wish", "handled_at"]
    search_fields = ["page_title", "message", "sender_email"]
    inspect_view_enabled = True
    inspect_view_fields = ["page_title", "wish", "message", "sender_name", "sender_email", "created_at", "mailed_at"]
    permission_helper_class = RequestPermissions

    @display(description=_("state"))
    def settled(self, request):
        return _("done") if request.handled_at else _("open")


@require_POST
def settle_request(http_request, pk):
    """Marks a request as done; with `remove` the entry is taken off for good as well."""
    request = get_object_or_404(ChangeRequest, pk=pk)
    if not http_request.user.has_perm("members.change_changerequest"):
        raise PermissionDenied
    if "remove" in http_request.POST and request.page:
        if "sure" not in http_request.POST:
            messages.error(http_request, _("Please tick the box to take an entry off for good."))
            return redirect(ChangeRequestAdmin().url_helper.get_action_url("inspect", request.pk))
        if not request.page.permissions_for_user(http_request.user).can_unpublish():
            raise PermissionDenied
        remove_entry(page=request.page, by=http_request.user)
        messages.success(http_request, _("»%(entry)s« was taken off and stays off.") % {"entry": request.page_title})
    handle_request(request=request, by=http_request.user)
    return redirect(ChangeRequestAdmin().url_helper.index_url)


class SettleViewSet(ViewSet):
    name = "settle_request"
    url_prefix = "settle-request"

    def get_urlpatterns(self):
        return [path("<int:pk>/", settle_request, name="settle")]
