"""Plain values for news cards."""

from dataclasses import dataclass
from datetime import date

from site_core.pictures import Picture, picture


@dataclass(frozen=True)
class NewsCard:
    title: str
    url: str
    lead: str
    on: date
    picture: Picture | None
    language: str


def news_card(page, request=None) -> NewsCard:
    """The card of an article read with `for_cards()`."""
    return NewsCard(
        title=page.title,
        url=page.get_url(request),
        lead=page.lead,
        on=page.happened_on,
        picture=picture(page.picture, "card"),
        language=page.content_language,
    )
