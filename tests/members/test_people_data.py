"""What is kept about a person: a new address, the file they get, and being deleted for good."""

import json
import re

import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from members.models import AddressChange, Application, BusinessPage, ChangeRequest, Membership, ProfileRecord, User
from members.services.addresses import confirm_address, request_address_change
from members.services.keeping import remove_person
from members.services.media import collection_of
from members.services.personal_data import LastSuperuser, erase_forgotten, erase_person
from members.services.requests import receive_request
from members.services.reviews import submit_change
from members.services.roles import apply_review
from members.sign_in.fresh import PROVED_AT
from site_core.models import OutgoingMail
from site_core.registry import registry
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.pictures import make_image
from tests.factories.second_factor import make_app, sign_in_with_device

EMAIL = "zoe.unverwechselbar@example.org"


@pytest.fixture
def bakery(site):
    make_editor()
    apply_review(pages=[site.businesses, site.initiatives])
    return make_business(site, "Backstube")


@pytest.fixture
def zoe(bakery):
    """A member with everything the house can keep about one."""
    user = make_member(bakery, EMAIL)
    user.first_name, user.last_name = "Zoe", "Unverwechselbar"
    user.save()
    page = BusinessPage.objects.get(pk=bakery.pk)
    page.owner, page.email = user, EMAIL
    page.save_revision(user=user, log_action=True).publish()
    submit_change(page=page, by=user)
    Application.objects.create(
        name="Backstube", contact_name="Zoe Unverwechselbar", email=EMAIL.upper(), consent_at=timezone.now(), user=user
    )
    receive_request(page=page, wish="change", message="Ich bin Zoe", sender_name="Zoe", sender_email=EMAIL)
    request_address_change(user=user, new_email="zoe.neu@example.org")
    AccessAttempt.objects.create(username=EMAIL, ip_address="192.0.2.1", failures_since_start=1)
    make_app(user)
    return user


def signed_in(user, *, fresh=True) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session[PROVED_AT] = timezone.now().timestamp() if fresh else 0
    session.save()
    return client


def link_in(email):
    mail = OutgoingMail.objects.concerning(email).filter(secret=True).first()
    return re.search(r"/eintrag/adresse/[\w-]+/", mail.text)[0]


# --- A new address ---------------------------------------------------------------------------------------------


@pytest.fixture
def mia(bakery):
    return make_member(bakery, "mia@example.org")


def test_a_new_address_counts_once_its_link_is_pressed_and_sessions_stay(mia):
    client = signed_in(mia)
    assert client.post(reverse("people:address"), {"email": "neu@example.org"}).status_code == 302
    link = link_in("neu@example.org")
    visitor = Client()
    assert visitor.get(link).status_code == 200
    mia.refresh_from_db()
    assert mia.email == "mia@example.org"
    assert visitor.post(link).status_code == 200
    mia.refresh_from_db()
    assert mia.email == "neu@example.org"
    assert client.get(reverse("people:me")).status_code == 200
    assert len(OutgoingMail.objects.concerning("mia@example.org")) == 2
    assert visitor.post(link).status_code == 410


def test_a_link_is_over_after_a_day_and_with_the_next_one(mia, at):
    at("2026-11-23 10:00")
    request_address_change(user=mia, new_email="eins@example.org")
    first = link_in("eins@example.org").split("/")[3]
    request_address_change(user=mia, new_email="zwei@example.org")
    second = link_in("zwei@example.org").split("/")[3]
    assert not confirm_address(secret=first)
    at("2026-11-24 10:01")
    assert not confirm_address(secret=second)
    mia.refresh_from_db()
    assert mia.email == "mia@example.org"


def test_a_taken_address_gets_the_same_answer_and_its_holder_a_note_without_a_link(bakery, mia):
    make_member(bakery, "taken@example.org")
    client = signed_in(mia)
    free = client.post(reverse("people:address"), {"email": "free@example.org"}, follow=True)
    taken = client.post(reverse("people:address"), {"email": "TAKEN@example.org"}, follow=True)
    assert [str(each) for each in free.context["messages"]] == [str(each) for each in taken.context["messages"]]
    (mail,) = OutgoingMail.objects.concerning("taken@example.org")
    assert "/eintrag/" not in mail.text


def test_an_address_taken_meanwhile_is_not_confirmed(bakery, mia):
    request_address_change(user=mia, new_email="neu@example.org")
    make_member(bakery, "Neu@example.org")
    assert not confirm_address(secret=link_in("neu@example.org").split("/")[3])


def test_a_day_brings_no_more_than_five_mails_to_new_addresses(mia):
    client = signed_in(mia)
    answers = [
        client.post(reverse("people:address"), {"email": f"neu{number}@example.org"}).status_code for number in range(6)
    ]
    assert answers == [302] * 5 + [422]
    assert AddressChange.objects.count() == 5


@pytest.mark.parametrize("name", ["address", "data", "erase_me"])
def test_an_open_screen_alone_changes_and_hands_out_nothing(mia, name):
    client = signed_in(mia, fresh=False)
    for answer in (client.get(reverse(f"people:{name}")), client.post(reverse(f"people:{name}"), {"sure": "on"})):
        assert answer.templates[0].name == "members/people/again.html"
    assert User.objects.filter(pk=mia.pk).exists()


# --- The file --------------------------------------------------------------------------------------------------


def kept_fields():
    """Every link to a person and every field that holds an address, of every model there is."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy:
            continue
        for field in model._meta.local_fields:
            names_somebody = field.name in {"recipients", "reply_to", "username"}
            if field.related_model is User or isinstance(field, models.EmailField) or names_somebody:
                yield f"{model._meta.label}.{field.name}"


def test_every_place_that_keeps_a_person_is_decided():
    decided = [field for part in registry.personal_data for field in part.fields]
    assert len(decided) == len(set(decided))
    # The office's own address is nobody's.
    assert set(kept_fields()) - {"site_core.SiteSettings.contact_email"} == set(decided)


def test_the_own_file_holds_what_is_kept_and_no_secret(zoe):
    client = Client()
    sign_in_with_device(client, zoe, zoe.totpdevice_set.get())
    session = client.session
    session[PROVED_AT] = timezone.now().timestamp()
    session.save()
    answer = client.get(reverse("people:data"))
    data = json.loads(answer.content)
    assert "no-store" in answer["Cache-Control"]
    assert data["account"]["email"] == EMAIL
    assert [each["page__title"] for each in data["memberships"]] == ["Backstube"]
    assert data["applications"][0]["contact_name"] == "Zoe Unverwechselbar"
    assert data["change_requests"][0]["message"] == "Ich bin Zoe"
    assert data["keys"]["addresses"][0]["new_email"] == "zoe.neu@example.org"
    assert data["sign_in"]["tries"][0]["ip_address"] == "192.0.2.1"
    assert data["revisions"]
    assert data["log"]["pagelogentry"]
    assert data["profiles"][0]["title"] == "Backstube"
    assert data["mails"]
    text = answer.content.decode()
    assert zoe.password not in text
    assert zoe.totpdevice_set.get().key not in text
    assert AddressChange.objects.get().digest not in text


# --- Being deleted ---------------------------------------------------------------------------------------------


def found_anywhere(needle, *, user_id) -> list[str]:
    """Where a text, or a link to this person, still stands in the database."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.all().values():
            if needle.lower() in json.dumps(row, default=str).lower():
                found.append(f"{model._meta.label}: {needle}")
        for field in model._meta.local_fields:
            if field.related_model is User and model._base_manager.filter(**{field.attname: user_id}).exists():
                found.append(f"{model._meta.label}.{field.name}")
    return found


def test_nothing_of_a_deleted_person_is_left(bakery, zoe):
    image, shown = make_image(), make_image()
    for picture in (image, shown):
        picture.uploaded_by_user, picture.collection = zoe, collection_of(bakery)
        picture.save()
    BusinessPage.objects.filter(pk=bakery.pk).update(portrait=shown)
    BusinessPage.objects.get(pk=bakery.pk).save()
    session = signed_in(zoe).session.session_key
    user_id = zoe.pk

    erase_person(user=zoe, by=make_coordinator())

    last = OutgoingMail.objects.get(recipients=EMAIL)
    assert last.sent_at is None
    last.delete()
    for needle in (EMAIL, "zoe.neu", "Unverwechselbar"):
        assert found_anywhere(needle, user_id=user_id) == []
    assert not Session.objects.filter(pk=session).exists()
    assert not Revision.objects.filter(content__owner=user_id).exists()
    assert not get_image_model().objects.filter(pk=image.pk).exists()
    assert get_image_model().objects.get(pk=shown.pk).uploaded_by_user is None
    assert ProfileRecord.objects.get(page=bakery.pk).kept_by_desk
    assert BusinessPage.objects.get(pk=bakery.pk).live
    assert ChangeRequest.objects.get().message == ""
    entry = ModelLogEntry.objects.get(action="members.erase_person")
    assert entry.user.email == "koordination@example.org"
    assert entry.data == {}
    assert PageLogEntry.objects.exists()


def test_a_person_deletes_the_own_account_and_the_log_does_not_name_them(bakery, mia):
    client = signed_in(mia)
    address = reverse("people:erase_me")
    assert client.post(address, {"pages": "close"}).status_code == 422
    answer = client.post(address, {"pages": "close", "sure": "on"})
    assert answer.status_code == 200
    assert not User.objects.filter(pk=mia.pk).exists()
    assert not BusinessPage.objects.get(pk=bakery.pk).live
    assert ModelLogEntry.objects.get(action="members.erase_person").user is None
    assert client.get("/admin/").status_code == 302


def test_helpers_of_a_deleted_owner_are_left_with_an_owner(bakery, mia):
    helper = make_member(bakery, "helferin@example.org", role=Membership.Role.HELPER)
    erase_person(user=mia, by=None)
    assert Membership.objects.get(page=bakery.pk).user == helper
    assert Membership.objects.get(page=bakery.pk).is_owner


def test_the_last_administrator_cannot_be_deleted(site):
    make_editor()
    admin = make_superuser()
    with pytest.raises(LastSuperuser):
        erase_person(user=admin, by=admin)
    assert signed_in(admin).post(reverse("people:erase_me"), {"sure": "on"}).status_code == 422
    erase_person(user=admin, by=make_superuser("zweite@example.org"))
    assert not User.objects.filter(pk=admin.pk).exists()


def test_an_ended_account_is_deleted_after_ninety_days(bakery, mia, at):
    at("2026-08-01 10:00")
    make_member(bakery, "inhaberin@example.org")
    remove_person(membership=Membership.objects.get(user=mia), by=None)
    at("2026-10-29 10:00")
    assert erase_forgotten() == 0
    at("2026-10-31 10:00")
    assert erase_forgotten() == 1
    assert not User.objects.filter(pk=mia.pk).exists()


# --- The coordination's screen ---------------------------------------------------------------------------------

SCREENS = ("person", "export", "erase", "active")


@pytest.mark.parametrize("name", SCREENS)
def test_a_coordinator_looks_after_members_only(bakery, mia, name):
    client = signed_in(make_coordinator())
    assert client.get(reverse(f"people:{name}", args=[mia.pk])).status_code == 200
    staff = User.objects.create_user("technik@example.org", is_staff=True)
    desk = [make_superuser(), User.objects.get(email="redaktion@example.org"), staff, make_coordinator("b@example.org")]
    for person in desk:
        before = User.objects.get(pk=person.pk)
        for answer in (
            client.get(reverse(f"people:{name}", args=[person.pk])),
            client.post(reverse(f"people:{name}", args=[person.pk]), {"sure": "on"}),
        ):
            assert answer.url == "/admin/"
        assert User.objects.get(pk=person.pk).is_active == before.is_active


@pytest.mark.parametrize("name", SCREENS)
def test_neither_members_nor_editors_reach_a_person(bakery, mia, name):
    other = make_member(bakery, "andere@example.org")
    for who in (mia, User.objects.get(email="redaktion@example.org")):
        answer = signed_in(who).get(reverse(f"people:{name}", args=[other.pk]))
        assert answer.status_code == 403 or answer.url == "/admin/"


def test_an_account_switched_off_is_signed_out_at_once(bakery, mia):
    theirs, desk = signed_in(mia), signed_in(make_coordinator())
    desk.post(reverse("people:active", args=[mia.pk]))
    assert theirs.get(reverse("people:me")).status_code == 302
    desk.post(reverse("people:active", args=[mia.pk]))
    mia.refresh_from_db()
    assert mia.is_active


def test_the_coordination_hands_out_and_deletes_with_a_log_entry(bakery, mia):
    desk = signed_in(make_coordinator())
    data = json.loads(desk.post(reverse("people:export", args=[mia.pk])).content)
    assert data["account"]["email"] == "mia@example.org"
    assert ModelLogEntry.objects.filter(action="members.export_person").exists()
    desk.post(reverse("people:erase", args=[mia.pk]), {"pages": "stay", "sure": "on"})
    assert not User.objects.filter(pk=mia.pk).exists()
    assert BusinessPage.objects.get(pk=bakery.pk).live
