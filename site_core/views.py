"""Views that belong to no page: health, robots, and the pages shown when something is wrong."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from health_check.views import HealthCheckView

from site_core.health import JobsOnTime, MailDelivered


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


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failed(request, reason=""):
    return forbidden(request)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """Without context processors: they may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
