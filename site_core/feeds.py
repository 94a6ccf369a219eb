"""Atom feeds, in German and with German addresses whoever asks."""

import re

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from site_core.navigation import public_url

# Pasted texts may hold them; XML has no way to write them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def atom(index_page, pages, *, moment) -> HttpResponse:
    """A feed of `pages`; `moment(page)` says when each came out."""
    home = public_url(index_page)
    feed = Atom1Feed(
        title=_writable(index_page.title),
        link=home,
        description=_writable(index_page.summary),
        language="de",
        feed_url=f"{home}feed/",
    )
    for page in pages:
        address = public_url(page)
        feed.add_item(
            title=_writable(page.title),
            link=address,
            description=_writable(page.summary),
            unique_id=address,
            pubdate=moment(page),
            updateddate=page.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _writable(text) -> str:
    return _CONTROL.sub(" ", text)
