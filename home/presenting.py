"""What the home page picks from every app."""

from django.utils import timezone

from campaigns.models import CampaignPage
from campaigns.presenting import campaign_card
from members.models import BusinessPage
from members.presenting import card_of
from news.models import NewsPage
from news.presenting import news_card

PORTRAITS, OPEN_NOW, NEWS, CAMPAIGNS = 6, 8, 4, 3


def home_context(request) -> dict:
    moment = timezone.now()
    portraits = BusinessPage.objects.for_cards(moment=moment).filter(portrait__isnull=False)
    open_now = BusinessPage.objects.for_cards(moment=moment).open_at(moment)
    shown = fair_turn(portraits, moment)
    return {
        "voice": voice(BusinessPage.objects.visible().exclude(quote=""), moment),
        "portraits": [card_of(page, request) for page in shown],
        "open_now": [card_of(page, request) for page in fair_turn(open_now, moment, size=OPEN_NOW)],
        "news": [news_card(page, request) for page in NewsPage.objects.for_cards()[:NEWS]],
        "campaigns": [
            campaign_card(page, request)
            for page in CampaignPage.objects.for_cards().not_over(timezone.localdate(moment))[:CAMPAIGNS]
        ],
    }


def fair_turn(profiles, moment, *, size=PORTRAITS):
    """`size` profiles that change by the hour, so that everybody has a turn and caches hold for an hour."""
    total = profiles.order_by().count()
    start = (int(moment.timestamp()) // 3600 * size) % total if total else 0
    chosen = list(profiles.order_by("pk")[start : start + size])
    return chosen + list(profiles.order_by("pk")[: size - len(chosen)]) if len(chosen) < min(size, total) else chosen


def voice(profiles, moment) -> dict | None:
    """One sentence from the street, another one every day."""
    total = profiles.order_by().count()
    if not total:
        return None
    day = int(moment.timestamp()) // 86_400
    page = profiles.order_by("pk")[day % total]
    return {
        "quote": page.quote,
        "name": page.title,
        "url": page.url,
        "plate": page.house_number,
        "since": page.since,
        "language": page.content_language,
    }
