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


def news_card(page, request=None, *, with_picture=True) -> NewsCard:
    """The card of an article read with `for_cards()`; a line without picture needs none of its rows."""
    return NewsCard(
        title=page.title,
        url=page.get_url(request),
        lead=page.lead,
        on=page.happened_on,
        picture=picture(page.picture, "card") if with_picture else None,
        language=page.content_language,
    )
