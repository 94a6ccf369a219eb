"""What campaigns show in other parts of the house."""

from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage
from site_core.registry import Kind, MentionSource, Result, registry


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
            texts=page.told,
        )
        for page in pages
    ]


def taken_part_in(profile_id):
    return CampaignPage.objects.visible().filter(participants__profile=profile_id)


registry.add_kind(Kind("campaign", _("Campaigns"), _("Campaign"), "campaigns.CampaignPage", results, order=40))
registry.add_mentions(MentionSource("campaigns", _("Campaign"), _("Takes part in"), taken_part_in, on="starts_on"))
