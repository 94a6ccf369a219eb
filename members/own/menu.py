"""The menu of a member: a few entries, no search, no tree."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem

from members.permissions import is_member_only


def own_menu(request, menu_items):
    """Puts the member's entries in place of everything else.

    The class of the first one tells the style sheet whose menu this is: Wagtail's search box has no switch a person.
    """
    if is_member_only(request.user):
        menu_items[:] = [
            MenuItem(_("My page"), reverse("own:start"), "own-page", classname="own-menu", icon_name="home", order=1),
            MenuItem(_("Opening hours"), reverse("own:hours"), "own-hours", icon_name="history", order=2),
            MenuItem(_("My pictures"), reverse("own:pictures"), "own-pictures", icon_name="image", order=3),
            MenuItem(_("People"), reverse("people:own"), "own-people", icon_name="group", order=4),
            MenuItem(_("Help"), reverse("own:help"), "own-help", icon_name="help", order=5),
        ]
