"""Queries, CPU time and weight of each page at 50 and at 2,000 profiles: `make bench`."""

import gzip
import statistics
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.services.setup import set_up_site
from members.models import BusinessPage
from site_core.models import Topic
from tests.bench.kiez import grow

SIZES = (50, 2_000)
REPEATS = 9


def addresses():
    profile = BusinessPage.objects.order_by("pk").first()
    topic = Topic.objects.order_by("pk").first()
    return {
        "home": "/",
        "directory": "/gewerbe/",
        "directory, three filters": "/gewerbe/?street=weisestrasse&language=tr&open=now",
        "profile": profile.url,
        "topic": reverse("topic", args=[topic.slug]),
        "news": "/aktuelles/",
        "search": "/suche/?q=laden",
        "search, filtered": f"/suche/?q=laden&kind=business&topic={topic.slug}",
    }


def measure(address):
    """(queries, median CPU milliseconds, HTML bytes gzipped) of a GET with warm caches."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    queries = len(captured)  # at once: the next request empties the log
    assert response.status_code == 200, address
    times = []
    for _round in range(REPEATS):
        started = time.process_time()
        client.get(address)
        times.append((time.process_time() - started) * 1000)
    return queries, statistics.median(times), len(gzip.compress(response.content, 9))


def main():
    set_up_site()
    table = {}
    for size in SIZES:
        grow(size, news=40)
        for name, address in addresses().items():
            table.setdefault(name, []).append(measure(address))
    print(f"{'page':<26}" + "".join(f"{f'{size} profiles: queries, CPU ms, KB':>40}" for size in SIZES))
    for name, rows in table.items():
        print(f"{name:<26}" + "".join(f"{f'{n}, {ms:.0f}, {weight / 1024:.1f}':>40}" for n, ms, weight in rows))
