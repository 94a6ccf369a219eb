"""Fills a directory with the businesses of a file in bulk, filed as the import would file them: `make bench`.

The import itself takes minutes for all of Berlin, as it asks about each one; here nothing stands yet to ask about.
"""

from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from members.importing import BadRow, Classified, classify, read_rows
from members.models import BusinessPage, ProfileRecord, Trade
from members.services.osm_import import PAGE_FIELDS, values_of
from members.services.profiles import Shelf, directory_for
from members.services.trades import osm_index
from site_core.text.folding import sort_key
from site_core.text.streets import street_key

BATCH = 500


def add_businesses(path) -> list[int]:
    """Adds every business of the file, not yet indexed; returns their ids."""
    by_key, seen, ids = osm_index(), set(), []
    rows = (row for row in read_rows(path) if not isinstance(row, BadRow))
    filed = ((row, classify(row, by_osm_key=by_key)) for row in rows)
    wanted = ((row, found.trade_slugs) for row, found in filed if isinstance(found, Classified))
    fresh = ((row, trades) for row, trades in wanted if row.key not in seen and not seen.add(row.key))
    shelf, index, trade_ids = Shelf(), directory_for(BusinessPage), dict(Trade.objects.values_list("slug", "pk"))
    while batch := list(islice(fresh, BATCH)):
        pages = [_page(row, trades, index, shelf, len(ids) + number) for number, (row, trades) in enumerate(batch)]
        Page.objects.bulk_create(Page(**_of_page(page)) for page in pages)
        numbers = dict(Page.objects.filter(path__in=[page.path for page in pages]).values_list("path", "pk"))
        for page in pages:
            page.page_ptr_id = page.pk = numbers[page.path]
        # Django refuses bulk_create for a model with a parent table; the parent's rows stand already.
        BusinessPage._base_manager._insert(
            pages, fields=BusinessPage._meta.local_concrete_fields, using=BusinessPage.objects.db, raw=True
        )
        BusinessPage.trades.through.objects.bulk_create(
            BusinessPage.trades.through(businesspage_id=page.pk, trade_id=trade_ids[slug])
            for page, (_row, trades) in zip(pages, batch, strict=True)
            for slug in trades
        )
        ProfileRecord.objects.bulk_create(
            ProfileRecord(page_id=page.pk, source=ProfileRecord.Source.OSM, source_id=row.key)
            for page, (row, _trades) in zip(pages, batch, strict=True)
        )
        ids += [page.pk for page in pages]
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild + len(ids))
    return ids


def _page(row, trades, index, shelf, number) -> BusinessPage:
    values, now = values_of(row, trades), timezone.now()
    slug = shelf.free_slug(index, values["title"])
    return BusinessPage(
        **{name: values[name] for name in PAGE_FIELDS},
        slug=slug,
        draft_title=values["title"],
        url_path=f"{index.url_path}{slug}/",
        path=Page._get_path(index.path, index.depth + 1, index.numchild + number + 1),
        depth=index.depth + 1,
        locale_id=index.locale_id,
        first_published_at=now,
        last_published_at=now,
        street_key=street_key(values["street"]),
        sort_key=sort_key(values["title"])[:255],
    )


def _of_page(page) -> dict:
    """The values of the parent table."""
    names = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    content_type = ContentType.objects.get_for_model(BusinessPage)
    return {**{name: getattr(page, name) for name in names}, "content_type_id": content_type.pk}
