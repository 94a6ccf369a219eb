"""What standard pages show in other parts of the house."""

from django.utils.translation import gettext_lazy as _

from home.models import StandardPage
from site_core.registry import Kind, Result, registry


def results(ids):
    pages = StandardPage.objects.visible().filter(pk__in=ids)
    return [
        Result(
            pk=page.pk,
            title=page.title,
            url=page.url,
            kind="page",
            language=page.content_language,
            excerpt=page.summary,
        )
        for page in pages
    ]


registry.add_kind(Kind("page", _("Pages"), _("Page"), "home.StandardPage", results, order=50))
