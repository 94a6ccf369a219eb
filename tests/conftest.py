"""What every test may lean on: people, pages, shared data, a clock that stands still, query counts."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from search import dictionary, vocabulary
from site_core.settings import base
from tests.factories.pages import SiteTree, grow_site


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data beside the project; absent: skipped, absent in CI: a failure."""
    path = Path(os.environ.get("SHARED_DIR", Path(__file__).resolve().parents[2] / "shared"))
    if not path.is_dir():
        message = f"no shared data at {path} (set SHARED_DIR)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(autouse=True)
def _german():
    """Every test starts in German, whatever the one before left active."""
    with translation.override("de"):
        yield


@pytest.fixture(autouse=True)
def _outbox(settings):
    """Every mail goes through the outbox, as on a running site; Django's test runner puts its own backend in."""
    settings.EMAIL_BACKEND = base.EMAIL_BACKEND


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def _empty_memory(monkeypatch):
    """What the search keeps in memory goes by figures of its tables, and these repeat after a test is rolled back."""
    monkeypatch.setattr(dictionary, "_held", ([], dictionary.Dictionary([])))
    monkeypatch.setattr(vocabulary, "_held", ({}, vocabulary.WordList({})))


@pytest.fixture
def site(db) -> SiteTree:
    """An empty page tree: home, both directories, news, campaigns."""
    return grow_site()


@pytest.fixture
def at(monkeypatch):
    """Stops the clock: `at("2026-11-24 10:00")` in Berlin; call again to let time pass. Returns the moment."""

    def stop(text):
        moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"))
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return stop


@pytest.fixture
def count_queries(client):
    """Number of queries of one GET, with caches warm: the address is asked once before."""

    def count(path, status=200):
        assert client.get(path).status_code == status, path
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == status, path
        return len(captured)

    return count
