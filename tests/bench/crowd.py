"""Fills a database with any number of businesses, each with one member and everything that belongs to a membership."""

from io import BytesIO

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, Page, Revision, Workflow
from wagtail.search.backends import get_search_backend

from members.models import Application, BusinessPage, Membership, OpeningHours, ProfileRecord, Trade, User
from members.roles import MEMBERS
from members.services.media import SHELF, shelf
from members.services.profiles import Shelf, add_profile, directory_for
from site_core.images.services import store_image
from site_core.models import KiezImage
from site_core.search_index import indexing_later

#: One profile in so many waits for review.
WAITING = 50


@transaction.atomic
def gather(size):
    """Adds businesses and their members until there are `size`. In bulk, where the tree and the index allow it."""
    numbers = range(BusinessPage.objects.count(), size)
    owners = add_people(Group.objects.get(name=MEMBERS), numbers)
    places = _collections(numbers)
    pages = _pages(numbers, _pictures(owners, places))
    now = timezone.now()
    Membership.objects.bulk_create(
        Membership(user=owner, page_id=page.pk, role=Membership.Role.OWNER)
        for owner, page in zip(owners, pages, strict=True)
    )
    ProfileRecord.objects.bulk_create(
        ProfileRecord(page_id=page.pk, claimed_at=now, collection=place)
        for page, place in zip(pages, places, strict=True)
    )
    OpeningHours.objects.bulk_create(
        OpeningHours(page_id=page.pk, osm="Mo-Fr 09:00-18:00", confirmed_on=now.date()) for page in pages
    )
    Application.objects.bulk_create(
        Application(name=page.title, contact_name="Ada", email=owner.email, consent_at=now, consent_words="Ja")
        for page, owner in zip(pages, owners, strict=True)
    )
    _revisions(pages, now)
    for page, owner in list(zip(pages, owners, strict=True))[::WAITING]:
        Workflow.objects.get().start(BusinessPage.objects.get(pk=page.pk), owner)


def add_people(group, numbers) -> list[User]:
    """Users in this group with one password among them: hashing thousands would be the whole work."""
    password, now = make_password("nur-zum-Messen-2026"), timezone.now()
    users = User.objects.bulk_create(
        User(email=f"{group.name}-{number}@example.org".lower(), password=password, last_login=now)
        for number in numbers
    )
    User.groups.through.objects.bulk_create(User.groups.through(user=user, group=group) for user in users)
    return users


def a_picture(colour="#b8694d") -> bytes:
    content = BytesIO()
    Image.new("RGB", (320, 240), colour).save(content, "JPEG")
    return content.getvalue()


def _collections(numbers):
    """Below the shelf; the tree's own way reads and writes the parent for each of them."""
    parent = shelf() or Collection.get_first_root_node().add_child(name=SHELF)
    depth = parent.depth + 1
    rows = Collection.objects.bulk_create(
        Collection(name=f"Laden {number}", depth=depth, path=Collection._get_path(parent.path, depth, number + 1))
        for number in numbers
    )
    Collection.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(rows))
    return rows


def _pictures(owners, places):
    """A row and a search entry for each person; all share one file."""
    first = KiezImage.objects.order_by("pk").first() or store_image(
        title="Bild", alt="Eine rote Fläche", content=a_picture(), name="bild.jpg"
    )
    same = {name: getattr(first, name) for name in ("description", "width", "height", "file_size")}
    rows = KiezImage.objects.bulk_create(
        KiezImage(title=f"Bild {place.name}", file=first.file.name, uploaded_by_user=owner, collection=place, **same)
        for owner, place in zip(owners, places, strict=True)
    )
    get_search_backend().add_bulk(KiezImage, KiezImage.objects.filter(pk__in=[row.pk for row in rows]))
    return rows


def _pages(numbers, images):
    terms, index = Shelf(), directory_for(BusinessPage)
    trades = list(Trade.objects.crafts().values_list("slug", flat=True))
    with indexing_later():
        return [
            add_profile(
                model=BusinessPage,
                index=index,
                shelf=terms,
                values={"title": f"Laden {number}", "who_we_are": "Seit Jahren hier.", "portrait": image},
                trades=[trades[number % len(trades)]],
            )
            for number, image in zip(numbers, images, strict=True)
        ]


def _revisions(pages, now):
    """One for each page, as a page has that was edited once."""
    types = ContentType.objects.get_for_models(Page, BusinessPage)
    revisions = Revision.objects.bulk_create(
        Revision(
            base_content_type=types[Page],
            content_type=types[BusinessPage],
            object_id=str(page.pk),
            object_str=page.title,
            content=page.serializable_data(),
            created_at=now,
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        Page.objects.filter(pk=page.pk).update(
            latest_revision=revision, live_revision=revision, latest_revision_created_at=now
        )
