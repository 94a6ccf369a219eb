"""Views that belong to no page: health, robots, and the pages shown when something is wrong."""

import re

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from health_check.views import HealthCheckView

from site_core.health import JobsOnTime, MailDelivered
from site_core.models import Kiezplan

WORD = re.compile(r"[^\W\d_]{2,}")
LONGEST_SEARCH = 60


class ReadinessView(HealthCheckView):
    """Database, files, the worker's jobs and mail; 500 and the reason where one of them is not well."""

    checks = ["health_check.checks.Database", "health_check.checks.Storage", JobsOnTime, MailDelivered]

    def render_to_response(self, context, **kwargs):
        return self.render_to_response_text(kwargs.get("status", 200))


health = ReadinessView.as_view()


@never_cache
@require_safe
def alive(request):
    """Says that the process answers; asks nothing of the database."""
    return HttpResponse("OK\n", content_type="text/plain")


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /eintrag/",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})
def kiezplan(request):
    """The drawn base of the plan. Its style stands within it, for it is a picture of its own.

    With the current version in the address it never changes again; without, it is asked for anew every five minutes.
    """
    plan = Kiezplan.objects.drawn().defer("shapes").first()
    if plan is None:
        raise Http404
    etag = quote_etag(f"kiezplan-{plan.version}")
    response = HttpResponse(plan.svg, content_type="image/svg+xml; charset=utf-8")
    response["ETag"] = etag
    response["Last-Modified"] = http_date(plan.drawn_at.timestamp())
    if request.GET.get("v") == str(plan.version):
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=300)
    return get_conditional_response(request, etag, int(plan.drawn_at.timestamp()), response)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failed(request, reason=""):
    return forbidden(request)


def not_found(request, exception=None):
    return render(request, "404.html", {"words": words_of(request.path)}, status=404)


def words_of(path: str) -> str:
    """What an address says in words, for the search: of its last part, without numbers and file endings.

    >>> words_of("/en/gewerbe/backstube-schiller_2.html")
    'backstube schiller'
    """
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return " ".join(WORD.findall(last))[:LONGEST_SEARCH]


def server_error(request):
    """Without context processors: they may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
