"""Among the people of a profile: inviting, removing, handing over, leaving, closing."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Collection

from members.models import BusinessPage, Membership, OpeningHours, OpeningSpan, ProfileRecord, User
from members.services.closing import close_business
from members.services.keeping import LastOwner, ended_accounts, invite_helper, leave, remove_person, set_active
from members.services.media import collection_of, shelf
from members.services.reviews import submit_change
from members.services.roles import apply_review
from site_core.models import OutgoingMail
from tests.factories.pages import make_business, make_news
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.pictures import make_image
from tests.factories.profiles import make_rich_business

HELPER = Membership.Role.HELPER


@pytest.fixture
def bakery(site):
    make_editor()
    apply_review(pages=[site.businesses, site.initiatives])
    return make_rich_business(site, "Backstube")


@pytest.fixture
def owner(bakery):
    return make_member(bakery, "inhaberin@example.org")


@pytest.fixture
def helper(bakery, owner):
    return make_member(bakery, "helferin@example.org", role=HELPER)


@pytest.fixture
def coordinator(bakery):
    return make_coordinator()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def refused(answer) -> bool:
    """Members before the narrow door; whoever is past it is led home by Wagtail."""
    return answer.status_code == 403 or (answer.status_code == 302 and answer.url == "/admin/")


def url(name, page, *more):
    return reverse(f"people:{name}", args=[page.pk, *more])


def of(user, page) -> Membership:
    return Membership.objects.get(user=user, page=page.pk)


def mails_to(email):
    return list(OutgoingMail.objects.concerning(email))


def roles(page):
    return dict(Membership.objects.filter(page=page.pk).values_list("user__email", "role"))


@pytest.mark.parametrize(
    ("who", "sees", "decides"),
    [
        ("owner", True, True),
        ("helper", True, False),
        ("neighbour", False, False),
        ("coordinator", True, True),
        ("editor", False, False),
        ("superuser", True, True),
    ],
)
def test_who_sees_and_who_decides_about_the_people_of_a_profile(site, bakery, owner, helper, who, sees, decides):
    people = {
        "owner": lambda: owner,
        "helper": lambda: helper,
        "neighbour": lambda: make_member(make_business(site, "Nachbar"), "nachbarin@example.org"),
        "coordinator": make_coordinator,
        "editor": lambda: User.objects.get(email="redaktion@example.org"),
        "superuser": make_superuser,
    }
    client = signed_in(people[who]())
    assert refused(client.get(url("page", bakery))) != sees
    before = roles(bakery)
    for address, data in (
        (url("invite", bakery), {"name": "Neu", "email": "neu@example.org", "language": "tr"}),
        (url("close", bakery), {"sure": "on"}),
        (url("remove", bakery, of(helper, bakery).pk), {}),
        (url("make_owner", bakery, of(helper, bakery).pk), {}),
    ):
        assert refused(client.get(address)) != decides, address
        if not decides:
            assert refused(client.post(address, data)), address
    assert roles(bakery) == before
    assert BusinessPage.objects.get(pk=bakery.pk).live


def test_a_membership_of_another_profile_is_not_reached_through_the_own_one(site, bakery, owner):
    elsewhere = make_business(site, "Nachbar")
    neighbour = make_member(elsewhere, "nachbarin@example.org")
    for name in ("remove", "make_owner"):
        answer = signed_in(owner).post(url(name, bakery, of(neighbour, elsewhere).pk))
        assert answer.status_code == 404
    assert roles(elsewhere) == {"nachbarin@example.org": "owner"}


def test_an_invited_helper_gets_a_mail_in_their_language_and_signs_in_by_code(bakery, owner):
    data = {"name": "Ayşe Yılmaz", "email": "ayse@example.org", "language": "tr"}
    assert signed_in(owner).post(url("invite", bakery), data).status_code == 302
    assert roles(bakery)["ayse@example.org"] == "helper"
    (mail,) = mails_to("ayse@example.org")
    assert mail.language == "tr"
    assert reverse("sign_in:code") in mail.text


def test_inviting_somebody_known_tells_the_owner_nothing_about_them(site, bakery, owner):
    User.objects.filter(pk=make_superuser().pk).update(first_name="Karla", last_name="Geheim")
    client = signed_in(owner)
    data = {"name": "X", "email": "ADMIN@example.org", "language": "de"}
    answer = client.post(url("invite", bakery), data, follow=True)
    assert "Geheim" not in answer.content.decode()
    assert User.objects.get(email="admin@example.org").first_name == "Karla"


def test_removing_takes_effect_in_the_running_session_and_an_open_form_is_refused(bakery, owner, helper):
    theirs = signed_in(helper)
    form = reverse("wagtailadmin_pages:edit", args=[bakery.pk])
    assert theirs.get(form).status_code == 200
    # Keeps another page too, so the account stays and the session runs on.
    other = make_business_beside(bakery)
    make_member(other, "helferin@example.org")
    assert signed_in(owner).post(url("remove", bakery, of(helper, bakery).pk)).status_code == 302
    before = bakery.revisions.count()
    assert theirs.get(form).status_code == 403
    assert theirs.post(form, {"title": "Gekapert"}).status_code == 403
    assert theirs.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).status_code == 200
    assert bakery.revisions.count() == before


def make_business_beside(page):
    parent = page.get_parent().specific
    return parent.add_child(instance=BusinessPage(title="Zweitladen"))


def test_who_keeps_nothing_any_more_is_signed_out_and_the_account_is_off(bakery, owner, helper):
    theirs = signed_in(helper)
    remove_person(membership=of(helper, bakery), by=owner)
    assert theirs.get("/admin/").status_code == 302
    helper.refresh_from_db()
    assert not helper.is_active
    assert not helper.groups.exists()
    assert list(ended_accounts()) == [helper]


def test_an_ended_account_opens_again_with_a_new_invitation_but_not_one_the_desk_switched_off(bakery, owner, helper):
    remove_person(membership=of(helper, bakery), by=owner)
    invite_helper(page=bakery, email="helferin@example.org", by=owner)
    helper.refresh_from_db()
    assert helper.is_active
    set_active(user=helper, active=False, by=owner)
    invite_helper(page=bakery, email="helferin@example.org", by=owner)
    helper.refresh_from_db()
    assert not helper.is_active
    assert not ended_accounts().exists()


def test_editors_who_lose_a_page_keep_their_account(bakery, owner):
    editor = User.objects.get(email="redaktion@example.org")
    membership = invite_helper(page=bakery, email=editor.email, by=owner)
    remove_person(membership=membership, by=owner)
    editor.refresh_from_db()
    assert editor.is_active


def test_the_last_owner_cannot_go_while_helpers_are_there(bakery, owner, helper):
    with pytest.raises(LastOwner):
        leave(membership=of(owner, bakery))
    client = signed_in(owner)
    assert client.post(url("leave", bakery)).url == url("page", bakery)
    assert roles(bakery)["inhaberin@example.org"] == "owner"


def test_the_last_person_may_go_after_a_warning_and_the_coordination_keeps_the_page(bakery, owner, coordinator):
    client = signed_in(owner)
    assert len(client.get(url("leave", bakery)).context["explained"]) == 3
    client.post(url("leave", bakery))
    assert not roles(bakery)
    record = ProfileRecord.objects.get(page=bakery.pk)
    assert record.kept_by_desk
    assert BusinessPage.objects.get(pk=bakery.pk).live
    (note,) = mails_to("koordination@example.org")
    assert "Backstube" in note.subject


@pytest.mark.parametrize(("then", "left"), [("stay", "helper"), ("leave", None)])
def test_an_owner_hands_over_to_a_helper(bakery, owner, helper, then, left):
    data = {"to": of(helper, bakery).pk, "language": "de", "then": then}
    assert signed_in(owner).post(url("hand_over", bakery), data).status_code == 302
    assert roles(bakery)["helferin@example.org"] == "owner"
    assert roles(bakery).get("inhaberin@example.org") == left
    assert mails_to("helferin@example.org")


def test_an_owner_hands_over_to_somebody_new(bakery, owner):
    data = {"to": "new", "name": "Neu", "email": "neu@example.org", "language": "de", "then": "leave"}
    signed_in(owner).post(url("hand_over", bakery), data)
    assert roles(bakery) == {"neu@example.org": "owner"}
    own = {**data, "email": "neu@EXAMPLE.org"}
    new = User.objects.get(email="neu@example.org")
    assert signed_in(new).post(url("hand_over", bakery), own).status_code == 422
    assert roles(bakery) == {"neu@example.org": "owner"}


def test_a_helper_hands_nothing_over(bakery, helper):
    assert refused(signed_in(helper).get(url("hand_over", bakery)))


def test_only_the_coordination_sends_an_invitation_again(bakery, owner, helper, coordinator):
    address = url("resend", bakery, of(helper, bakery).pk)
    assert refused(signed_in(owner).post(address))
    assert signed_in(coordinator).post(address).status_code == 302
    assert len(mails_to("helferin@example.org")) == 1


def test_a_closed_business_leaves_nothing_behind_but_a_tombstone(site, bakery, owner, helper, coordinator):
    collection = collection_of(bakery)
    alone, shown = make_image(), make_image()
    for image in (alone, shown):
        image.collection = collection
        image.save()
    news = make_news(site)
    news.picture = shown
    news.save()
    make_member(make_business(site, "Zweitladen"), "helferin@example.org")
    bakery.save_revision(user=owner)
    submit_change(page=bakery, by=owner)

    close_business(page=bakery, by=coordinator)

    page = BusinessPage.objects.get(pk=bakery.pk)
    assert not page.live
    assert not page.workflow_in_progress
    assert not roles(bakery)
    record = ProfileRecord.objects.get(page=bakery.pk)
    assert record.removed_at <= timezone.now()
    assert record.collection is None
    assert not Collection.objects.filter(pk=collection.pk).exists()
    assert Collection.find_problems() == ([], [], [], [], [])
    assert shelf().numchild == Collection.objects.get(pk=shelf().pk).get_children().count()
    images = get_image_model().objects
    assert not images.filter(pk=alone.pk).exists()
    assert images.get(pk=shown.pk).collection == Collection.get_first_root_node()
    assert not OpeningHours.objects.filter(page=bakery.pk).exists()
    assert not OpeningSpan.objects.filter(page=bakery.pk).exists()
    assert dict(User.objects.filter(memberships__isnull=True).values_list("email", "is_active")) == {
        "inhaberin@example.org": False,
        "koordination@example.org": True,
        "redaktion@example.org": True,
    }
    assert User.objects.get(email="helferin@example.org").is_active
    assert {mail.to[0] for mail in OutgoingMail.objects.filter(subject__contains="Backstube")} >= {
        "inhaberin@example.org",
        "helferin@example.org",
    }
    assert Client().get(bakery.url).status_code == 404


def test_an_owner_closes_the_own_business_only_when_sure(bakery, owner):
    client = signed_in(owner)
    assert client.post(url("close", bakery)).status_code == 422
    assert BusinessPage.objects.get(pk=bakery.pk).live
    assert client.post(url("close", bakery), {"sure": "on"}).status_code == 302
    assert not BusinessPage.objects.get(pk=bakery.pk).live
