"""What news shows in other parts of the house."""

from django.utils.translation import gettext_lazy as _

from news.models import NewsPage
from site_core.registry import Kind, Mention, Result, registry


def results(ids):
    pages = NewsPage.objects.visible().filter(pk__in=ids)
    return [
        Result(
            pk=page.pk,
            title=page.title,
            url=page.url,
            kind="news",
            language=page.content_language,
            excerpt=page.lead,
            on=page.happened_on,
        )
        for page in pages
    ]


def mentions(profile_id):
    pages = NewsPage.objects.visible().filter(mentions__profile=profile_id).distinct().newest_first()[:10]
    return [Mention(page.title, page.url, _("News"), page.happened_on) for page in pages]


registry.add_kind(Kind("news", _("News"), _("News article"), "news.NewsPage", results, order=30))
registry.add_mentions("news", mentions)
