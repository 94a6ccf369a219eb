"""Where a profile is mentioned, over all kinds of pages that say so, in one query."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Value
from django.utils.functional import Promise
from wagtail.models import Page

from site_core.registry import MentionSource

MOST = 20


@dataclass(frozen=True)
class Mention:
    title: str
    url: str
    kind: str | Promise
    on: date
    language: str
    heading: str | Promise


def mentions_of(page_id: int, sources: list[MentionSource], request=None) -> list[Mention]:
    """The newest of them, newest first."""
    if not sources:
        return []
    by_key = {source.key: source for source in sources}
    first, *others = [_rows(source, page_id) for source in sources]
    found = first.union(*others).order_by("-mentioned_on", "-pk")[:MOST]
    return [
        Mention(title, Page(url_path=path).get_url(request), by_key[key].kind, on, language, by_key[key].heading)
        for _pk, title, path, language, key, on in found
    ]


def _rows(source, page_id):
    said = {"mentioned_by": Value(source.key, CharField()), "mentioned_on": F(source.on)}
    pages = source.pages(page_id).order_by().annotate(**said)
    return pages.values_list("pk", "title", "url_path", "content_language", *said)
