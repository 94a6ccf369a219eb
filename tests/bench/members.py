"""Queries and CPU time of members' and staff's screens at 50 and at 5,000 businesses and members: `make bench`.

Ends with an error where a screen takes more than 1.5 times the queries or twice the CPU time it takes at 50.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection

from home.services.setup import set_up_site
from members.models import BusinessPage, User
from members.roles import COORDINATORS, EDITORS
from tests.bench.crowd import a_picture, add_people, gather

SIZES = (50, 5_000)
REPEATS = 9
MOST_QUERIES, MOST_TIME = 1.5, 2.0
CLAIMED_LAST_FIRST = "?claimed=yes&ordering=-latest_revision_created_at"


@dataclass(frozen=True)
class Screen:
    """One address as one person asks for it; `body` makes what is sent, none for a GET."""

    name: str
    user: User
    address: str
    body: Callable[[], dict] | None = None

    def ask(self, client):
        answer = client.post(self.address, self.body()) if self.body else client.get(self.address)
        assert answer.status_code == (302 if self.body else 200), (self.name, answer.status_code)


def screens() -> list[Screen]:
    page = BusinessPage.objects.order_by("pk")[1]  # the first waits for review and is locked
    member = page.memberships.get().user
    coordinator, editor = (User.objects.get(groups__name=name) for name in (COORDINATORS, EDITORS))
    boss = User.objects.get(is_superuser=True)
    root = Collection.get_first_root_node()

    def upload():
        file = BytesIO(a_picture())
        file.name = "tuer.jpg"
        return {"title": "Tür", "description": "Eine Tür", "credit": "", "file": file, "collection": root.pk}

    return [
        Screen("member: own page", member, reverse("wagtailadmin_pages:edit", args=[page.pk])),
        Screen("member: image chooser", member, reverse("wagtailimages_chooser:choose")),
        Screen("coordinator: businesses", coordinator, reverse("businesses:index")),
        Screen("coordinator: claimed, last first", coordinator, reverse("businesses:index") + CLAIMED_LAST_FIRST),
        Screen("coordinator: memberships", coordinator, reverse("memberships_modeladmin_index")),
        Screen("coordinator: applications", coordinator, reverse("applications_modeladmin_index")),
        Screen("editor: images", editor, reverse("wagtailimages:index")),
        Screen("editor: image chooser", editor, reverse("wagtailimages_chooser:choose")),
        Screen("editor: upload form", editor, reverse("wagtailimages:add")),
        Screen("editor: upload", editor, reverse("wagtailimages:add"), upload),
        Screen("editor: documents", editor, reverse("wagtaildocs:index")),
        Screen("superuser: a user", boss, reverse("wagtailusers_users:edit", args=[member.pk])),
    ]


def measure(screen):
    """(queries, median CPU milliseconds) with warm caches."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(screen.user)
    screen.ask(client)
    with CaptureQueriesContext(connection) as captured:
        screen.ask(client)
    queries = len(captured)  # at once: the next request empties the log
    # What filling the database left in memory is not the screen's: a collection would walk through all of it.
    gc.collect()
    gc.freeze()
    times = []
    for _round in range(REPEATS):
        started = time.process_time()
        screen.ask(client)
        times.append((time.process_time() - started) * 1000)
    return queries, statistics.median(times)


def main():
    set_up_site()
    for name in (COORDINATORS, EDITORS):
        add_people(Group.objects.get(name=name), [0])
    User.objects.create_superuser("admin@example.org", None)
    table = {}
    for size in SIZES:
        gather(size)
        for screen in screens():
            table.setdefault(screen.name, []).append(measure(screen))
    sys.exit(not report(table))


def report(table) -> bool:
    """Prints the table; whether every screen keeps the limits."""
    good = True
    print(f"{'screen':<34}" + "".join(f"{f'{size}: queries, CPU ms':>24}" for size in SIZES) + f"{'times':>14}")
    for name, ((few, quick), (many, slow)) in table.items():
        over = many > few * MOST_QUERIES or slow > quick * MOST_TIME
        good = good and not over
        figures = f"{f'{few}, {quick:.0f}':>24}{f'{many}, {slow:.0f}':>24}{f'{many / few:.2f}, {slow / quick:.2f}':>14}"
        print(f"{name:<34}{figures}{'  over the limit' if over else ''}")
    return good
