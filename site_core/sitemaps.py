from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.translation import override
from wagtail.models import Page

from site_core.querysets import visible
from site_core.registry import registry


class PageSitemap(Sitemap):
    """Every public page under its German address, without those that search engines are asked to leave out."""

    limit = 10_000

    def items(self):
        pages = visible(Page.objects.filter(depth__gt=1)).exclude(pk__in=registry.kept_from_engines())
        return pages.only("path", "depth", "url_path", "last_published_at", "live").order_by("path")

    def location(self, page):
        with override(settings.LANGUAGE_CODE):
            return page.url

    def lastmod(self, page):
        return page.last_published_at


sitemaps = {"pages": PageSitemap}
