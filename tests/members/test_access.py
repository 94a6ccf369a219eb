"""The narrow door: rights on the own page and in the own collection, row by row, and nothing along with them."""

import pytest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from members.access.policies import MemberImagePolicy, MemberPagePolicy
from members.models import BusinessPage, Membership, ProfileRecord, User
from members.services.media import collection_of, shelf
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.pictures import make_image

pytestmark = pytest.mark.django_db

STAFF_ONLY = (
    "can_delete", "can_unpublish", "can_set_view_restrictions", "can_unschedule", "can_lock", "can_unlock",
    "can_publish_subpage", "can_add_subpage", "can_reorder_children", "can_move", "can_copy", "can_view_revisions",
)  # fmt: skip


def verbs_on(page, user):
    user = User.objects.get(pk=user.pk)  # rights are cached for one request
    tester = page.permissions_for_user(user)
    return {verb for verb in (*STAFF_ONLY, "can_edit", "can_publish") if getattr(tester, verb)()}


def image_policy():
    return policy_registry.get_by_type(get_image_model())


def test_our_policies_stand_in_for_wagtails_own():
    assert type(policy_registry.get_by_type(Page)) is MemberPagePolicy
    assert type(policy_registry.get_by_type(BusinessPage)) is MemberPagePolicy
    assert type(image_policy()) is MemberImagePolicy
    documents = policy_registry.get_by_type(get_document_model())
    assert documents.permission_cache_name != image_policy().permission_cache_name


@pytest.mark.parametrize("live", [True, False])
def test_members_edit_their_own_page_and_do_nothing_else_with_it(site, live):
    page = make_business(site, "Backstube", live=live)
    neighbours = make_business(site, "Nachbar", live=live)
    owner = make_member(page)
    helper = make_member(page, "helferin@example.org", role=Membership.Role.HELPER)
    assert verbs_on(page, owner) == verbs_on(page, helper) == {"can_edit"}
    assert verbs_on(neighbours, owner) == set()
    base = Page.objects.get(pk=page.pk)
    assert verbs_on(base, owner) == {"can_edit"}


def test_a_trusted_profile_is_published_by_its_people_and_still_not_unpublished(site):
    page = make_business(site, "Backstube")
    owner = make_member(page, trusted=True)
    assert verbs_on(page, owner) == {"can_edit", "can_publish"}
    ProfileRecord.objects.update(trusted=False)
    assert verbs_on(page, owner) == {"can_edit"}


def test_staff_keep_what_their_role_says(site):
    page = make_business(site, "Backstube")
    make_member(page)
    assert {"can_edit", "can_publish", "can_unpublish", "can_lock"} <= verbs_on(page, make_editor())
    assert {"can_edit", "can_publish", "can_unpublish"} <= verbs_on(page, make_coordinator())
    assert {"can_delete", "can_move", "can_copy"} <= verbs_on(page, make_superuser())


def test_a_right_ends_with_the_membership(site):
    page = make_business(site, "Backstube")
    owner = make_member(page)
    Membership.objects.all().delete()
    assert verbs_on(page, owner) == set()


def test_somebody_inactive_has_no_rights(site):
    page = make_business(site, "Backstube")
    owner = make_member(page)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    owner.refresh_from_db()
    assert not page.permissions_for_user(owner).can_edit()
    assert not image_policy().user_has_permission(owner, "add")


def test_pictures_are_added_changed_and_chosen_in_the_own_collection_only(site):
    page, neighbours = make_business(site, "Backstube"), make_business(site, "Nachbar")
    owner = make_member(page)
    own, foreign, common = make_image(), make_image(), make_image()
    own.collection, foreign.collection = collection_of(page), collection_of(neighbours)
    own.save()
    foreign.save()
    for verb in ("change", "choose"):
        may = image_policy().instances_user_has_any_permission_for(owner, [verb])
        assert list(may) == [own], verb
    assert list(image_policy().collections_user_has_permission_for(owner, "add")) == [collection_of(page)]
    assert not image_policy().user_has_permission_for_instance(owner, "change", common)


def test_staff_find_every_picture_but_not_thousands_of_collections(site):
    page = make_business(site, "Backstube")
    make_member(page)
    image = make_image()
    image.collection = collection_of(page)
    image.save()
    for person in (make_editor(), make_superuser()):
        listed = set(image_policy().collections_user_has_permission_for(person, "add"))
        assert listed == {Collection.get_first_root_node(), shelf()}
        assert image in image_policy().instances_user_has_any_permission_for(person, ["change"])


def test_each_profile_has_one_collection_below_the_shelf(site):
    page = make_business(site, "Backstube")
    first = collection_of(page)
    assert collection_of(page) == first
    assert first.get_parent() == shelf()
    assert collection_of(make_business(site, "Nachbar")) != first
