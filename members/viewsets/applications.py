"""Applications for the coordinators: the list, and the addresses of what they do with each."""

from django.contrib.admin.decorators import display
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail_modeladmin.options import ModelAdmin

from members.models import Application
from members.viewsets import application_screens as screens
from members.viewsets.listing import OnlyItsFilters, written_day
from members.viewsets.memberships import CoordinatorsRead


class ApplicationIndex(OnlyItsFilters):
    """The list, with the way to write one down on the spot."""

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "add_on_the_spot": reverse("application:add")}


class ApplicationAdmin(ModelAdmin):
    """Those that wait come first; they are decided on a screen of their own, never edited."""

    model = Application
    base_url_path = "applications"
    menu_label = _("Applications")
    menu_icon = "mail"
    menu_order = 125
    list_display = ["applicant", "kind", "contact", "received", "against_machines", "state"]
    list_filter = ["state", "kind"]
    list_per_page = 50
    search_fields = ["name", "contact_name", "email", "phone"]
    ordering = ["-state", "-created_at", "-pk"]  # »waiting« is the last of the three words
    index_view_class = ApplicationIndex
    index_template_name = "modeladmin/members/application/index.html"
    permission_helper_class = CoordinatorsRead
    history_view_enabled = False

    @display(description=_("name"), ordering="name")
    def applicant(self, application):
        return format_html('<a href="{}">{}</a>', reverse("application:show", args=[application.pk]), application.name)

    @display(description=_("contact"), ordering="contact_name")
    def contact(self, application):
        return ", ".join(filter(None, [application.contact_name, application.email or application.phone]))

    @display(description=_("received"), ordering="created_at")
    def received(self, application):
        return written_day(application.created_at)

    @display(description=_("checked against machines"), ordering="checked")
    def against_machines(self, application):
        if application.entered_by_id:
            return _("entered here")
        return _("yes") if application.checked else _("no")


class ApplicationViewSet(ViewSet):
    """One application: looked at, decided, invited for."""

    name = url_prefix = "application"

    def get_urlpatterns(self):
        return [
            path("add/", screens.AddView.as_view(), name="add"),
            path("<int:pk>/", screens.ShowView.as_view(), name="show"),
            path("<int:pk>/accept/", screens.AcceptView.as_view(), name="accept"),
            path("<int:pk>/decline/", screens.DeclineView.as_view(), name="decline"),
            path("<int:pk>/invite-again/", screens.InviteAgainView.as_view(), name="invite_again"),
            path("<int:pk>/letter/", screens.LetterView.as_view(), name="letter"),
        ]
