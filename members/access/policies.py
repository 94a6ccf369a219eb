"""Rights that follow from `Membership`, beside those a group brings: on own pages and in own collections."""

from dataclasses import dataclass

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import AbstractPage, Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from members.models import Membership
from members.permissions import works_at_desk
from members.services.media import shelf


@dataclass(frozen=True)
class Verb:
    """Stands for a row of django.contrib.auth's Permission; hashable, as the policies collect grants in sets."""

    codename: str


@dataclass(frozen=True)
class PageGrant:
    """Stands for a row of Wagtail's GroupPagePermission."""

    page: AbstractPage
    permission: Verb

    @property
    def page_id(self):
        return self.page.pk


@dataclass(frozen=True)
class CollectionGrant:
    """Stands for a row of Wagtail's GroupCollectionPermission."""

    collection: Collection
    permission: Verb

    @property
    def collection_id(self):
        return self.collection.pk


def _has_rows(user) -> bool:
    """Superusers need no grants, and nobody else without a session has any."""
    return user.is_authenticated and user.is_active and not user.is_superuser


class MemberPagePolicy(PagePermissionPolicy):
    """Adds `change` on each own page, and `publish` where the profile is trusted."""

    def get_all_permissions_for_user(self, user):
        given = super().get_all_permissions_for_user(user)
        if not _has_rows(user):
            return given
        grants = []
        for membership in Membership.objects.of(user).select_related("page__record"):
            grants.append(PageGrant(membership.page, Verb("change_page")))
            if getattr(membership.page, "record", None) and membership.page.record.trusted:
                grants.append(PageGrant(membership.page, Verb("publish_page")))
        return [*given, *grants]


class ShortCollectionLists(CollectionOwnershipPermissionPolicy):
    """Leaves the profiles' collections out of staff's lists of collections.

    Staff may do with what lies in them what their role says; thousands of collections in a drop-down help nobody.
    """

    def collections_user_has_any_permission_for(self, user, actions):
        collections = super().collections_user_has_any_permission_for(user, actions)
        if not works_at_desk(user):
            return collections
        top = shelf()
        return collections.exclude(path__startswith=top.path, depth__gt=top.depth) if top else collections


class DocumentPolicy(ShortCollectionLists):
    """Wagtail's own rights for documents, with the short lists."""


class MemberImagePolicy(ShortCollectionLists):
    """Adds `add`, `change` and `choose` in each own collection."""

    # The collection policies of images and documents would share one cache under Wagtail's own name.
    permission_cache_name = "_member_image_permission_cache"

    def get_all_permissions_for_user(self, user):
        given = super().get_all_permissions_for_user(user)
        if not _has_rows(user):
            return given
        own = Collection.objects.filter(profile_records__page__memberships__user=user)
        return [
            *given,
            *(
                CollectionGrant(collection, Verb(f"{verb}_image"))
                for collection in own
                for verb in ("add", "change", "choose")
            ),
        ]


def register_policies():
    """Puts ours in place of Wagtail's own."""
    register_permission_policy(AbstractPage, MemberPagePolicy())
    register_permission_policy(
        get_image_model(),
        MemberImagePolicy(get_image_model(), auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user"),
    )
    register_permission_policy(
        get_document_model(),
        DocumentPolicy(get_document_model(), auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"),
    )
