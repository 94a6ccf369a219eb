"""Screens for the rows that stand beside a profile: hours, and what the desk keeps."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from members.models import BusinessPage, InitiativePage, OpeningHours, ProfileRecord
from members.permissions import is_member_only
from members.services.hours import save_hours
from members.services.requests import keep_record
from members.viewsets.own_hours import OwnHoursView


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


def hours(request, page_id):
    """The table for the profile's people, the text in the syntax of OpenStreetMap for the desk."""
    view = OwnHoursView if is_member_only(request.user) else HoursView
    return view.as_view()(request, page_id=page_id)


class HoursViewSet(BesideViewSet):
    name = url_prefix = "hours"

    def get_urlpatterns(self):
        return [path("<int:page_id>/", hours, name="edit")]


class RecordViewSet(BesideViewSet):
    name = url_prefix = "records"
    view_class = RecordView
