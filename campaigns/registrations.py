"""What campaigns show in other parts of the house."""

from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage
from site_core.registry import Kind, Mention, Result, registry


def results(ids):
    pages = CampaignPage.objects.visible().filter(pk__in=ids)
    return [
        Result(
            pk=page.pk,
            title=page.title,
            url=page.url,
            kind="campaign",
            language=page.content_language,
            excerpt=page.lead,
            meta=page.place,
            on=page.starts_on,
        )
        for page in pages
    ]


def mentions(profile_id):
    pages = CampaignPage.objects.visible().filter(participants__profile=profile_id).distinct()
    return [Mention(page.title, page.url, _("Campaign"), page.starts_on) for page in pages.order_by("-starts_on")[:10]]


registry.add_kind(Kind("campaign", _("Campaigns"), _("Campaign"), "campaigns.CampaignPage", results, order=40))
registry.add_mentions("campaigns", mentions)
