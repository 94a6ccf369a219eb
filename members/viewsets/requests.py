"""What visitors ask about entries."""

from django.contrib import messages
from django.contrib.admin.decorators import display
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.viewsets.base import ViewSet
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from members.models import ChangeRequest
from members.services.requests import handle_request, remove_entry
from members.viewsets.listing import OnlyItsFilters


class RequestPermissions(PermissionHelper):
    """Nobody writes requests in the admin: they come from visitors and are settled, not edited."""

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_inspect_obj(self, user, obj):
        return user.has_perm("members.view_changerequest")


class ChangeRequestAdmin(ModelAdmin):
    """»Eintrag ändern oder entfernen«: what visitors asked for. Requests are read and settled, never rewritten."""

    model = ChangeRequest
    base_url_path = "change-requests"
    menu_label = _("Change requests")
    menu_icon = "mail"
    menu_order = 130
    list_display = ["page_title", "wish", "sender_email", "created_at", "settled"]
    list_filter = ["wish", "handled_at"]
    search_fields = ["page_title", "message", "sender_email"]
    inspect_view_enabled = True
    inspect_view_fields = ["page_title", "wish", "message", "sender_name", "sender_email", "created_at"]
    permission_helper_class = RequestPermissions
    index_view_class = OnlyItsFilters

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
