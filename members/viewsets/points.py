"""The point of an address, for whoever may set it."""

from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required
from wagtail.admin.viewsets.base import ViewSet

from members.permissions import AT_DESK
from members.services.house_numbers import point_for


@require_safe
@permission_required(AT_DESK)
def look_up(request):
    """JSON: the point, and what to say about it; without a point only what to say."""
    found = point_for(street=request.GET.get("street", ""), number=request.GET.get("number", ""))
    if found is None:
        return JsonResponse({"say": _("This address is not in the list of house numbers.")})
    shown = {"street": found.street, "number": found.number}
    words = _("The point of %(street)s %(number)s.") if found.exact else _("The nearest number: %(street)s %(number)s.")
    return JsonResponse({"latitude": found.latitude, "longitude": found.longitude, "say": words % shown})


class PointViewSet(ViewSet):
    name = url_prefix = "points"

    def get_urlpatterns(self):
        return [path("look-up/", look_up, name="look_up")]
