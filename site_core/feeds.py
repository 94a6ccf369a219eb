"""Atom feeds, in German and with German addresses whoever asks."""

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from site_core.navigation import public_url


def atom(index_page, pages, *, moment) -> HttpResponse:
    """A feed of `pages`; `moment(page)` says when each came out."""
    home = public_url(index_page)
    feed = Atom1Feed(
        title=index_page.title,
        link=home,
        description=index_page.summary,
        language="de",
        feed_url=f"{home}feed/",
    )
    for page in pages:
        address = public_url(page)
        feed.add_item(
            title=page.title,
            link=address,
            description=page.summary,
            unique_id=address,
            pubdate=moment(page),
            updateddate=page.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
