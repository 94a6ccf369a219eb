"""What standard pages, and the pages others stand below, show in other parts of the house."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_core.querysets import visible
from site_core.registry import Kind, Result, registry

#: Beside the standard pages: where one takes part, and the lists.
ALSO = (
    "members.JoinPage",
    "members.BusinessIndexPage",
    "members.InitiativeIndexPage",
    "news.NewsIndexPage",
    "campaigns.CampaignIndexPage",
)


def results(ids):
    """One query more for each type of page among them."""
    pages = visible(Page.objects.filter(pk__in=ids)).specific()
    return [
        Result(
            pk=page.pk,
            title=page.title,
            url=page.url,
            kind="page",
            language=page.content_language,
            excerpt=page.summary,
            texts=lambda page=page: [page.summary, *page.search_texts[1:]],
        )
        for page in pages
    ]


registry.add_kind(Kind("page", _("Pages"), _("Page"), "home.StandardPage", results, order=50, also=ALSO))
