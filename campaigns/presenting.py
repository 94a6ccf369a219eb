"""Plain values for campaign cards."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from site_core.pictures import Picture, picture


@dataclass(frozen=True)
class CampaignCard:
    title: str
    url: str
    lead: str
    place: str
    starts_on: date
    ends_on: date | None
    is_running: bool
    is_over: bool
    picture: Picture | None
    language: str


def campaign_card(page, request=None, *, with_picture=True) -> CampaignCard:
    """The card of a campaign read with `for_cards()`; a line without picture needs none of its rows."""
    today = timezone.localdate()
    over = page.is_over(today)
    return CampaignCard(
        title=page.title,
        url=page.get_url(request),
        lead=page.lead,
        place=page.place,
        starts_on=page.starts_on,
        ends_on=page.ends_on,
        is_running=page.starts_on <= today and not over,
        is_over=over,
        picture=picture(page.picture, "card") if with_picture else None,
        language=page.content_language,
    )
