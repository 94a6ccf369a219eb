"""The admin views members may open; every other one, and every one a later Wagtail brings, is closed to them.

A door is a view's name and a guard that looks at the request and the view's arguments. A view that shows or changes one
object has a guard that asks whether it is their own: several of Wagtail's views answer for any object there is.
"""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from members.people.doors import OWN_ACCOUNT, OWN_PROFILE
from members.permissions import keeps
from members.sign_in.doors import member_views

Guard = Callable[[HttpRequest, dict], bool]


def anyone(request, arguments) -> bool:
    return True


def own_page(request, arguments) -> bool:
    return keeps(request.user, arguments["page_id"])


def own_image(request, arguments) -> bool:
    image = get_image_model().objects.filter(pk=arguments.get("pk") or arguments.get("image_id")).first()
    policy = policy_registry.get_by_type(get_image_model())
    return image is not None and policy.user_has_permission_for_instance(request.user, "choose", image)


def in_the_grid(request, arguments) -> bool:
    """The list layout counts where a picture is used, on drafts and other people's pages too."""
    return request.GET.get("layout", "grid") == "grid"


DOORS: dict[str, Guard] = {
    # The way in and out, and what every screen is made of.
    "wagtailadmin_home": anyone,
    "wagtailadmin_login": anyone,
    "wagtailadmin_logout": anyone,
    "wagtailadmin_account": anyone,
    "wagtailadmin_dismissibles": anyone,
    "wagtailadmin_sprite": anyone,
    "wagtailadmin_javascript_catalog": anyone,
    # The own sign-in: codes, second factor, password.
    **dict.fromkeys(member_views(), anyone),
    # The own page.
    "wagtailadmin_pages:edit": own_page,
    "wagtailadmin_pages:preview_on_edit": own_page,
    "wagtailadmin_pages:view_draft": own_page,
    "hours:edit": own_page,
    "own:start": anyone,
    "own:hours": anyone,
    "own:help": anyone,
    "reading:ease": anyone,
    "own:withdraw": own_page,
    # Who keeps it, and the own account.
    **dict.fromkeys(OWN_PROFILE, own_page),
    **dict.fromkeys(OWN_ACCOUNT, anyone),
    # Pictures of the own collection.
    "wagtailimages_chooser:choose": in_the_grid,
    "wagtailimages_chooser:choose_results": in_the_grid,
    "wagtailimages_chooser:chosen": own_image,
    "wagtailimages_chooser:create": anyone,
    "own:pictures": anyone,
    "own:picture": own_image,
    "own:picture_delete": own_image,
}


def is_open(request, match) -> bool:
    """Whether a member may go through: the view is listed and its guard lets them pass. `match` is a ResolverMatch."""
    guard = DOORS.get(match.view_name)
    return guard is not None and guard(request, match.kwargs)
