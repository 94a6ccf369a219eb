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
    ids = list(profiles.order_by("pk").values_list("pk", flat=True))
    size = min(size, len(ids))
    start = int(moment.timestamp()) // 3600 * size % len(ids) if ids else 0
    chosen = (ids + ids)[start : start + size]
    return sorted(profiles.filter(pk__in=chosen), key=lambda profile: chosen.index(profile.pk))


def voice(profiles, moment) -> dict | None:
    """One sentence from the street, another one every day."""
    ids = list(profiles.order_by("pk").values_list("pk", flat=True))
    if not ids:
        return None
    page = profiles.get(pk=ids[int(moment.timestamp()) // 86_400 % len(ids)])
    return {
        "quote": page.quote,
        "name": page.title,
        "url": page.url,
        "plate": page.house_number,
        "since": page.since,
        "language": page.content_language,
    }
