from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from members.models import BusinessPage, InitiativePage
from members.own.menu import own_menu
from members.people.account import MyDataPanel
from members.people.log_actions import register_people_actions
from members.permissions import coordinates, works_at_desk
from members.sign_in.account import SignInPanel
from members.sign_in.log_actions import register_log_actions
from members.viewsets.applications import ApplicationAdmin, ApplicationViewSet
from members.viewsets.beside import HoursViewSet, RecordViewSet
from members.viewsets.edit import BusinessPages, InitiativePages, refuse_publishing_over_drafts, review_buttons
from members.viewsets.memberships import MembershipAdmin
from members.viewsets.own import OwnViewSet
from members.viewsets.people import PeopleViewSet
from members.viewsets.points import PointViewSet
from members.viewsets.profiles import BusinessListing, FilingGroup, InitiativeListing
from members.viewsets.requests import ChangeRequestAdmin, SettleViewSet

modeladmin_register(ChangeRequestAdmin)
modeladmin_register(MembershipAdmin)
modeladmin_register(ApplicationAdmin)
register_snippet(FilingGroup)
hooks.register("construct_main_menu", own_menu)
hooks.register("construct_page_action_menu", review_buttons)
hooks.register("before_bulk_action", refuse_publishing_over_drafts)


@hooks.register("register_admin_viewset")
def viewsets():
    return [BusinessListing(), InitiativeListing(), HoursViewSet(), RecordViewSet(), SettleViewSet(), OwnViewSet()]


@hooks.register("register_admin_viewset")
def page_screens():
    return [BusinessPages(), InitiativePages(), PointViewSet()]


@hooks.register("register_admin_viewset")
def people_screens():
    return [PeopleViewSet(), ApplicationViewSet()]


@hooks.register("insert_global_admin_css")
def members_sheet():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin_members.css"))


@hooks.register("register_page_header_buttons")
def screens_beside(page, user, view_name, next_url=None):
    if page.pk and page.specific_class in (BusinessPage, InitiativePage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Opening hours"), reverse("hours:edit", args=[page.pk]), icon_name="history", priority=5)
        if works_at_desk(user):
            yield Button(
                _("Origin and notes"), reverse("records:edit", args=[page.pk]), icon_name="info-circle", priority=6
            )
        if coordinates(user):
            yield Button(_("People"), reverse("people:page", args=[page.pk]), icon_name="group", priority=7)


@hooks.register("register_account_settings_panel")
def own_sign_in(request, user, profile):
    return SignInPanel(request, user, profile)


@hooks.register("register_account_settings_panel")
def own_data(request, user, profile):
    return MyDataPanel(request, user, profile)


hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", register_people_actions)
