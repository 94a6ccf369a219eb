"""Indexing pages when all of them is stored.

The stock signal indexes in the middle of a save: trades and topics set in the same edit are not yet stored then, and on
SQLite each entry reads the whole index again, so that thousands of pages would take time in the square of their number.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection
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
    """Pages saved inside are indexed together at the end; within another such block, at the end of that one.

    After an error what was stored is indexed too, unless the transaction is about to be rolled back.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting = defaultdict(set)
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        if not connection.needs_rollback:
            for model, ids in waiting.items():
                index_pages(model, sorted(ids))


def index_pages(model, ids):
    """Indexes these pages in chunks, with what their search terms need read ahead."""
    for start in range(0, len(ids), CHUNK):
        pages = list(model.objects.for_indexing().filter(pk__in=ids[start : start + CHUNK]))
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, pages)
