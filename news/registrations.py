"""What news shows in other parts of the house."""

from django.utils.translation import gettext_lazy as _

from news.models import NewsPage
from site_core.registry import Kind, MentionSource, Result, registry


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
            texts=page.told,
        )
        for page in pages
    ]


def about(profile_id):
    return NewsPage.objects.visible().filter(mentions__profile=profile_id)


registry.add_kind(Kind("news", _("News"), _("News article"), "news.NewsPage", results, order=30))
registry.add_mentions(MentionSource("news", _("News"), _("In the news of the Kiez"), about, on="happened_on"))
