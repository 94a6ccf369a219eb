"""Who keeps which profile, for the coordinators; changes are made on the screens of the person and of the profile."""

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.decorators import display
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from members.models import Membership
from members.permissions import coordinates
from members.viewsets.listing import OnlyItsFilters, written_day


class CoordinatorsRead(PermissionHelper):
    """Coordinators look; nobody adds, changes or deletes here."""

    def user_can_list(self, user):
        return coordinates(user)

    def user_can_create(self, user):
        return False

    def user_can_inspect_obj(self, user, obj):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class SignedIn(SimpleListFilter):
    """Whether the person has ever been here."""

    title = _("signed in")
    parameter_name = "signed_in"

    def lookups(self, request, model_admin):
        return [("never", _("never")), ("before", _("at least once"))]

    def queryset(self, request, queryset):
        return queryset.never_signed_in(self.value() == "never") if self.value() else queryset


class MembershipAdmin(ModelAdmin):
    model = Membership
    base_url_path = "memberships"
    menu_label = _("Memberships")
    menu_icon = "group"
    menu_order = 126
    list_display = ["profile", "person", "email", "role", "since", "last_sign_in", "password"]
    list_filter = ["role", SignedIn]
    list_per_page = 50
    search_fields = ["user__first_name", "user__last_name", "user__email", "page__title"]
    ordering = ["page__title", "page_id", "-role", "pk"]
    index_view_class = OnlyItsFilters
    permission_helper_class = CoordinatorsRead
    history_view_enabled = False

    def get_queryset(self, request):
        return super().get_queryset(request).for_desk()

    @display(description=_("profile"), ordering="page__title")
    def profile(self, membership):
        return _link("people:page", membership.page_id, membership.page.title)

    @display(description=_("person"), ordering="user__last_name")
    def person(self, membership):
        return _link("people:person", membership.user_id, membership.user)

    @display(description=_("e-mail"), ordering="user__email")
    def email(self, membership):
        return membership.user.email

    @display(description=_("since"), ordering="created_at")
    def since(self, membership):
        return written_day(membership.created_at)

    @display(description=_("last sign-in"), ordering="user__last_login")
    def last_sign_in(self, membership):
        return written_day(membership.user.last_login) or _("never")

    @display(description=_("password"))
    def password(self, membership):
        if membership.user.has_usable_password():
            return _("is set")
        if membership.invited_until:
            return _("invited until %(day)s") % {"day": written_day(membership.invited_until)}
        return _("no password, not invited")


def _link(view_name, pk, text):
    return format_html('<a href="{}">{}</a>', reverse(view_name, args=[pk]), text)
