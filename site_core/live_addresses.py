"""Links from the admin to the site lead to the German address, whatever language somebody reads the admin in.

A page's address follows the active language, and in the admin that is the language of the person's settings. So the
middleware notes that a request is the admin's, and `ContentPage` asks here for the language of its addresses. A
preview is a request of its own: its links keep the language of the address it stands for.
"""

from contextlib import nullcontext
from contextvars import ContextVar

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

_in_admin = ContextVar("in_admin", default=False)


class LiveAddressMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        token = _in_admin.set(request.path_info.startswith(self.admin))
        try:
            return self.get_response(request)
        finally:
            _in_admin.reset(token)


def language_of_addresses():
    """A context in which addresses are in German for the admin, and in the active language for everybody else."""
    return override(settings.LANGUAGE_CODE) if _in_admin.get() else nullcontext()
