import re

from django.conf import settings
from django.http.response import HttpResponseRedirectBase
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class RedirectInAnyLanguageMiddleware(RedirectMiddleware):
    """Redirects are kept for German addresses; an old address under /en/ leads to the new one under /en/."""

    def process_response(self, request, response):
        language = get_language_from_path(request.path_info)
        if response.status_code != 404 or language in (None, settings.LANGUAGE_CODE):
            return super().process_response(request, response)
        german = _Without(request, prefix=f"/{language}")
        found = super().process_response(german, response)
        # A redirect to a page has the prefix already; one to an address typed in by hand does not.
        if isinstance(found, HttpResponseRedirectBase) and re.match(rf"/(?!{language}/)", found.url):
            found["Location"] = f"/{language}{found.url}"
        return found


class _Without:
    """A request whose path lacks a prefix; everything else is the request's own."""

    def __init__(self, request, *, prefix):
        self._request, self._prefix = request, prefix

    def get_full_path(self, *args, **kwargs):
        return self._request.get_full_path(*args, **kwargs).removeprefix(self._prefix)

    def __getattr__(self, name):
        return getattr(self._request, name)
