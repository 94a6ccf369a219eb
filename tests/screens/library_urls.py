"""The site's addresses, with the component library as on a developer's machine and the two error pages to look at."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from site_core.component_library import library
from site_core.urls import handler403, handler404, handler500
from site_core.urls import urlpatterns as of_the_site
from site_core.views import forbidden, server_error

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]


def sent_away(request):
    return forbidden(request, PermissionError())


urlpatterns = [
    *i18n_patterns(
        path("komponenten/", library),
        path("verboten/", sent_away),
        path("fehler/", server_error),
        prefix_default_language=False,
    ),
    *of_the_site,
]
