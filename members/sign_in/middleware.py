from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django_otp.middleware import OTPMiddleware

from members.sign_in.devices import has_second_factor
from members.sign_in.doors import ALWAYS_OPEN, ENROLMENT
from members.sign_in.permissions import has_passed

ADMIN = "/admin/"


class SecondFactorMiddleware(OTPMiddleware):
    """Knows which device has verified the session, and lets nobody pass who has or needs a second factor and has not
    used it: in the admin they get to the verification, everywhere else they are a visitor.

    Stands after the authentication and before anything that asks what a person may do.
    """

    async_capable = False

    def _verify_user_sync(self, request, user):
        # The person itself and not the lazy wrapper: Wagtail's log does not know a person wrapped twice.
        user = super()._verify_user_sync(request, get_user(request))
        if request.path_info.startswith(ADMIN) or has_passed(user):
            return user
        visitor = AnonymousUser()
        self._init_user_fields(visitor)
        return visitor

    async def _verify_user_async_via_auser(self, request, auser):
        """The same for `request.auser()`."""
        return await sync_to_async(self._verify_user_sync)(request, None)

    def process_view(self, request, view, arguments, named_arguments):
        if not request.path_info.startswith(ADMIN):
            return None
        name = request.resolver_match.view_name
        if name in ALWAYS_OPEN or has_passed(request.user):
            return None
        enrolled = has_second_factor(request.user)
        if name in ENROLMENT and not enrolled:
            return None
        if _is_from_a_script(request):
            raise PermissionDenied
        address = reverse("sign_in:verify" if enrolled else "sign_in:second_factor")
        if request.method in ("GET", "HEAD"):
            address += "?" + urlencode({"next": request.get_full_path()})
        return redirect(address)


def _is_from_a_script(request) -> bool:
    """A browser that opens a page says it takes HTML; the editor's own requests do not."""
    accepts = request.headers.get("accept", "text/html")
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or "text/html" not in accepts
