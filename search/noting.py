"""The address a results page reports to when it has found little or nothing."""

import logging
from urllib.parse import urlsplit

from django.db import DatabaseError
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.services import note_search

logger = logging.getLogger(__name__)


# Exempt, since a token would need a cookie and visitors get none. Whoever forged the call could do no more than search:
# nothing about a person is read or kept, and what is counted is searched for again here.
@csrf_exempt
@require_POST
@never_cache
def note(request):
    """Counts the search in `q` if it is really badly answered. Says nothing either way."""
    if _is_ours(request):
        try:
            note_search(text=request.POST.get("q", ""))
        except DatabaseError:
            logger.warning("A search without result could not be counted.", exc_info=True)
    return HttpResponse(status=204)


def _is_ours(request) -> bool:
    """Whether a page of this site asks, as the browser says; what says neither is no browser on our page."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
