"""What is near, in a Berlin of 31,000 profiles: CPU time of a profile, its neighbours and the directory by distance."""

from random import Random

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from home.services.setup import set_up_site
from members.models import BusinessPage, InitiativePage, Trade
from members.neighbours import around
from members.services.profiles import directory_for
from tests.bench.plan import median_ms

SIZE, STREETS = 31_000, 4_000
#: Berlin within its city limits, roughly.
SOUTH, NORTH, WEST, EAST = 52.40, 52.62, 13.15, 13.70
CHUNK = 500


@transaction.atomic
def fill(size):
    """Rows in bulk, past the tree's own slow way: evenly over the city, a street and a trade each."""
    chance, home = Random(7), directory_for(BusinessPage)
    trades = list(Trade.objects.crafts().values_list("pk", flat=True))
    kind = BusinessPage._meta
    first = (Page.objects.order_by("-pk").first().pk or 0) + 1
    pages = []
    for number in range(size):
        title = f"Laden {number:05}"
        street = f"Straße {chance.randrange(STREETS)}"
        pages.append(
            BusinessPage(
                pk=first + number, page_ptr_id=first + number, title=title, draft_title=title, slug=slugify(title),
                path=home._get_path(home.path, home.depth + 1, number + 1), depth=home.depth + 1,
                url_path=f"{home.url_path}{slugify(title)}/", content_type=kind_of(BusinessPage),
                locale_id=home.locale_id, sort_key=title.lower(), street=street, street_key=slugify(street),
                house_number=str(number % 90 + 1), latitude=chance.uniform(SOUTH, NORTH),
                longitude=chance.uniform(WEST, EAST),
            )
        )  # fmt: skip
    for start in range(0, size, CHUNK):
        some = pages[start : start + CHUNK]
        for model in (Page, BusinessPage):
            fields = model._meta.local_concrete_fields
            model._base_manager._insert(some, fields=fields, using=connection.alias)
    links = BusinessPage.trades.through
    links.objects.bulk_create(
        (links(businesspage_id=page.pk, trade_id=trades[place % len(trades)]) for place, page in enumerate(pages)),
        batch_size=CHUNK,
    )
    Page.objects.filter(pk=home.pk).update(numchild=size)
    assert kind.model.objects.count() == size


def kind_of(model):
    return model._meta.apps.get_model("contenttypes", "ContentType").objects.get_for_model(model)


def plan_of(work) -> list[str]:
    """How the database goes about the longest query of this work."""
    with CaptureQueriesContext(connection) as captured:
        work()
    longest = max(captured.captured_queries, key=lambda query: len(query["sql"]))["sql"]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {longest}")
        return [str(row[-1]) for row in cursor.fetchall()]


def main():
    set_up_site()
    fill(SIZE)
    profile = BusinessPage.objects.order_by("pk")[SIZE // 2]
    trade = profile.trades.first().slug
    client = Client(SERVER_NAME="127.0.0.1")

    def neighbours():
        around(profile, models=(BusinessPage, InitiativePage), trade=trade, moment=timezone.now())

    report("neighbours and same trade", neighbours)
    for name, address in (
        ("profile page", f"/gewerbe/{profile.slug}/"),
        ("directory", "/gewerbe/"),
        ("directory by distance", "/gewerbe/?near=52.4766,13.4237"),
        ("directory by distance, page 600", "/gewerbe/?near=52.4766,13.4237&page=600"),
        ("directory from a street", f"/gewerbe/?near={profile.street_key}"),
    ):
        assert client.get(address).status_code == 200, address
        report(name, lambda address=address: client.get(address))
    print("\n".join(plan_of(neighbours)))


def report(name, work):
    print(f"{name:<34}{median_ms(work):>8.0f} ms CPU", flush=True)
