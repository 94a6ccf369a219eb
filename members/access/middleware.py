from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect

from members.access.doors import is_open
from members.permissions import is_member_only


class NarrowDoorMiddleware:
    """Answers 403 where a member asks for an admin view that is not on the list; stands after the second factor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, arguments, named_arguments):
        match = request.resolver_match
        if not match.route.startswith("admin/") or not is_member_only(request.user):
            return None
        if not is_open(request, match):
            raise PermissionDenied
        if match.view_name == "wagtailadmin_home":
            return redirect("own:start")
        return None
