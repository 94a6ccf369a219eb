"""What the home page picks from every app."""

from django.utils import timezone

from campaigns.models import CampaignPage
from campaigns.presenting import campaign_card
from members.models import BusinessPage
from members.presenting import card_of
from news.models import NewsPage
from news.presenting import news_card

PORTRAITS, OPEN_NOW, NEWS, CAMPAIGNS = 6, 8, 4, 3
HOUR, DAY = 3600, 86_400


def home_context(request) -> dict:
    moment = timezone.now()
    turns = list(BusinessPage.objects.turns(moment))
    portraits = in_turn([pk for pk, portrait, _quote, _open in turns if portrait], PORTRAITS, moment, HOUR)
    open_now = in_turn([pk for pk, _portrait, _quote, is_open in turns if is_open], OPEN_NOW, moment, HOUR)
    voices = in_turn([pk for pk, _portrait, quote, _open in turns if quote], 1, moment, DAY)
    shown = BusinessPage.objects.for_cards(moment=moment).filter(pk__in={*portraits, *open_now, *voices})
    pages = {page.pk: page for page in shown}
    cards = {pk: card_of(page, request) for pk, page in pages.items()}
    return {
        "portraits": [cards[pk] for pk in portraits if pk in cards],
        "open_now": [cards[pk] for pk in open_now if pk in cards],
        "voice": next((voice(pages[pk], request) for pk in voices if pk in pages), None),
        "news": [
            news_card(page, request, with_picture=False) for page in NewsPage.objects.visible().newest_first()[:NEWS]
        ],
        "campaigns": [
            campaign_card(page, request, with_picture=False)
            for page in CampaignPage.objects.visible().not_over(timezone.localdate(moment))[:CAMPAIGNS]
        ],
    }


def in_turn(ids, size, moment, period) -> list[int]:
    """`size` of the ids, others in every period, so that everybody has a turn and caches hold for that long."""
    size = min(size, len(ids))
    start = int(moment.timestamp()) // period * size % len(ids) if ids else 0
    return (ids + ids)[start : start + size]


def voice(page, request) -> dict:
    """One sentence from the street."""
    return {
        "quote": page.quote,
        "name": page.title,
        "url": page.get_url(request),
        "plate": page.house_number,
        "since": page.since,
        "language": page.content_language,
    }
