"""Every address of the platform. Other apps' addresses are included by string."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve

from site_core import component_library, views
from site_core.sitemaps import sitemaps

urlpatterns = [
    path("admin/sign-in/", include("members.sign_in.urls")),
    path("admin/sign-in/passkey/", include("members.sign_in.passkey_urls")),
    path("admin/", include("wagtail.admin.urls")),
    path("documents/", include("wagtail.documents.urls")),
    path("healthz/", views.health, name="health"),
    path("healthz/live/", views.alive, name="alive"),
    path("kiezplan.svg", views.kiezplan, name="kiezplan"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap_views.sitemap, {"sitemaps": sitemaps}, name="sitemap"),
    # Media pass through Django where no web server stands in front; the deployment docs let nginx serve them.
    # Pictures only: documents go through their own view, which asks who may read them.
    re_path(
        r"^media/(?P<path>(?:images|original_images|avatar_images)/.+)$", serve, {"document_root": settings.MEDIA_ROOT}
    ),
]

if settings.DEBUG:
    urlpatterns += i18n_patterns(path("komponenten/", component_library.library), prefix_default_language=False)

urlpatterns += i18n_patterns(
    path("suche/", include("search.urls")),
    path("thema/", include("search.topic_urls")),
    path("eintrag/", include("members.urls")),
    path("", include("members.joining.urls")),
    # One sign-in for everybody: Wagtail's second one leads there.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
    path("", include("wagtail.urls")),
    prefix_default_language=False,
)

handler403 = "site_core.views.forbidden"
handler404 = "site_core.views.not_found"
handler500 = "site_core.views.server_error"
