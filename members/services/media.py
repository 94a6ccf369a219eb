"""The media collection of each profile, and the pictures in it."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, ReferenceIndex

from members.models import ProfileRecord

#: The collection all profiles' collections lie in.
SHELF = "Betriebe und Initiativen"


def shelf() -> Collection | None:
    """The collection that holds the profiles' own ones; None before the first."""
    return Collection.objects.filter(depth=2, name=SHELF).first()


@transaction.atomic
def collection_of(page) -> Collection:
    """The profile's own media collection; made where it has none yet."""
    record, _created = ProfileRecord.objects.select_related("collection").get_or_create(page_id=page.pk)
    if record.collection is None:
        # The tree numbers its children itself; two at once would take the same number.
        root = Collection.objects.select_for_update().get(depth=1)
        parent = shelf() or root.add_child(name=SHELF)
        record.collection = parent.add_child(name=f"{page.title} ({page.pk})"[:255])
        record.save(update_fields=["collection"])
    return record.collection


def pictures_of(page):
    """The pictures in a profile's own collection, the newest first."""
    return get_image_model().objects.filter(collection__profile_records__page=page.pk).order_by("-created_at", "-pk")


def own_pictures(user):
    """The pictures in the collections of the profiles a person keeps."""
    return get_image_model().objects.filter(collection__profile_records__page__memberships__user=user).distinct()


@dataclass(frozen=True)
class Use:
    """Where a picture is shown: on these own pages, or `elsewhere` too."""

    own: list[Page]
    elsewhere: bool


def uses_of(*, picture, user) -> Use:
    """Where a picture is shown. Pages of others are not named."""
    shown = ReferenceIndex.get_references_to(picture)
    pages = {reference.object_id for reference in shown if issubclass(reference.base_content_type.model_class(), Page)}
    own = list(Page.objects.filter(pk__in=pages, memberships__user=user).distinct())
    return Use(own, elsewhere=len(own) < len({(each.base_content_type_id, each.object_id) for each in shown}))


@transaction.atomic
def delete_picture(*, picture, user) -> bool:
    """Deletes an own picture for good; one that is shown elsewhere stays, and the answer is False."""
    if uses_of(picture=picture, user=user).elsewhere:
        return False
    picture.delete()
    return True
