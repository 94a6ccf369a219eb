"""Indexing many pages in one go.

The stock signal indexes at every save, and on SQLite each of these reads the whole index again: importing thousands of
pages would take time in the square of their number.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.search.backends import get_search_backends

CHUNK = 200
_waiting: ContextVar[dict | None] = ContextVar("pages waiting to be indexed", default=None)


def put_off(page) -> bool:
    """True where the page is noted for later; the caller then leaves the index alone."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting[type(page)].add(page.pk)
    return waiting is not None


@contextmanager
def indexing_later():
    """Pages saved inside are indexed together at the end, also when an error ends the block."""
    token = _waiting.set(defaultdict(set))
    try:
        yield
    finally:
        waiting = _waiting.get()
        _waiting.reset(token)
        for model, ids in waiting.items():
            index_pages(model, sorted(ids))


def index_pages(model, ids):
    """Indexes these pages in chunks, with what their search terms need read ahead."""
    for start in range(0, len(ids), CHUNK):
        pages = list(model.objects.for_indexing().filter(pk__in=ids[start : start + CHUNK]))
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, pages)
