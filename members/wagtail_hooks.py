from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from members.models import BusinessPage, InitiativePage
from members.viewsets import (
    BusinessListing,
    ChangeRequestAdmin,
    FilingGroup,
    HoursViewSet,
    InitiativeListing,
    RecordViewSet,
    SettleViewSet,
)

modeladmin_register(ChangeRequestAdmin)
register_snippet(FilingGroup)


@hooks.register("register_admin_viewset")
def viewsets():
    return [BusinessListing(), InitiativeListing(), HoursViewSet(), RecordViewSet(), SettleViewSet()]


@hooks.register("register_page_header_buttons")
def screens_beside(page, user, view_name, next_url=None):
    if page.pk and page.specific_class in (BusinessPage, InitiativePage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Opening hours"), reverse("hours:edit", args=[page.pk]), icon_name="history", priority=5)
        yield Button(
            _("Origin and notes"), reverse("records:edit", args=[page.pk]), icon_name="info-circle", priority=6
        )
