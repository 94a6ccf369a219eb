"""What the home page picks from every app."""

from dataclasses import dataclass

from django.db.models import F, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from campaigns.models import CampaignPage
from campaigns.presenting import campaign_card
from members.models import BusinessPage, InitiativePage
from members.presenting import card_of
from members.street import Street, street_of
from members.street.reading import doors_in, street_facets, streets_in_order
from news.models import NewsPage
from news.presenting import news_card
from site_core.facets import Choice, count_all, facet
from site_core.models.translated import label_expression
from site_core.querysets import visible

PORTRAITS, FIRST_ROW, OPEN_NOW, NEWS, CAMPAIGNS, TOPICS = 6, 2, 8, 4, 3, 12
HOUR, DAY = 3600, 86_400
#: A street with fewer doors is walked to, not shown to whoever comes in.
DOORS_TO_START_WITH = 3


@dataclass(frozen=True)
class Walk:
    """The street shown, and the ones before and after it."""

    street: Street
    previous: Choice | None = None
    next: Choice | None = None


def home_context(request) -> dict:
    moment = timezone.now()
    turns = sorted(BusinessPage.objects.turns(moment).union(InitiativePage.objects.turns(moment), all=True))
    portraits = in_turn(
        [pk for pk, portrait, _quote, _open in turns if portrait], PORTRAITS, moment, HOUR, row=FIRST_ROW
    )
    open_now = in_turn([pk for pk, _portrait, _quote, is_open in turns if is_open], OPEN_NOW, moment, HOUR)
    voices = in_turn([pk for pk, _portrait, quote, _open in turns if quote], 1, moment, DAY)
    pages = _profiles({*portraits, *open_now, *voices}, moment)
    cards = {pk: card_of(page, request) for pk, page in pages.items()}
    found = count_all(
        facet(
            "topic", visible(Page.objects.all()), F("topic_links__tag__slug"), label_expression("topic_links__tag__")
        ),
        *street_facets(),
    )
    return {
        "walk": walk(streets_in_order(found["street"]), request, moment),
        "topics": sorted(found["topic"], key=lambda topic: -topic.count)[:TOPICS],
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


def _profiles(ids, moment) -> dict:
    """Businesses and initiatives by id, with all that their cards show."""
    kinds = (BusinessPage, InitiativePage)
    pages = [page for kind in kinds for page in kind.objects.for_mixed_cards(moment=moment).filter(pk__in=ids)]
    prefetch_related_objects([page.portrait for page in pages if page.portrait], "renditions")
    return {page.pk: page for page in pages}


def walk(streets, request, moment) -> Walk | None:
    """The street asked for, or the one whose hour it is, with its neighbours; None where nobody has an address."""
    if not streets:
        return None
    places = {street.slug: place for place, street in enumerate(streets)}
    place = places.get(request.GET.get("street", ""), places[street_of_the_hour(streets, moment)])
    here = streets[place]
    doors = doors_in(here.slug, moment=moment, request=request)
    street = street_of(here.slug, here.label, doors, turn=int(moment.timestamp()) // HOUR)
    if len(streets) == 1:
        return Walk(street)
    return Walk(street, streets[place - 1], streets[(place + 1) % len(streets)])


def street_of_the_hour(streets, moment) -> str:
    """Every street with some doors has its hour; where none has, every street."""
    busy = [street.slug for street in streets if street.count >= DOORS_TO_START_WITH]
    return in_turn(busy or [street.slug for street in streets], 1, moment, HOUR)[0]


def in_turn(ids, size, moment, period, *, row=None) -> list[int]:
    """`size` of the ids, others in every period, so that everybody has a turn and caches hold for that long.

    The first `row` of them move on by a whole row a period, so that everybody stands in the first row equally often;
    where the rows come out even, who stands first in a row changes with every round.
    """
    if not ids:
        return []
    row = min(row or size, len(ids))
    passed = int(moment.timestamp()) // period * row
    start, rounds = passed % len(ids), passed // len(ids)
    shown = (ids + ids)[start : start + min(size, len(ids))]
    first = rounds % row if len(ids) % row == 0 else 0
    return shown[first:row] + shown[:first] + shown[row:]


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
