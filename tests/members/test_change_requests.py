"""»Eintrag ändern oder entfernen«: stored at once together with the mail about it, settled by staff."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from members.models import ChangeRequest, ProfileRecord
from members.roles import COORDINATORS, EDITORS
from members.services.requests import receive_request, remove_entry
from members.services.roles import apply_roles
from site_core.models import OutgoingMail, SiteSettings
from site_core.services.mail import deliver_due
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_user

pytestmark = pytest.mark.django_db
WISH = {
    "wish": "change",
    "message": "Die Straße stimmt nicht.",
    "sender_name": "Ada",
    "sender_email": "ada@example.org",
}


@pytest.fixture
def shop(site):
    SiteSettings.objects.update_or_create(defaults={"contact_email": "koordination@example.org"})
    return make_business(site, "Laden")


def send(client, page, **changes):
    return client.post(f"/eintrag/{page.pk}/", {**WISH, **changes})


def test_a_request_is_stored_and_thanked_for(client, shop):
    answer = send(client, shop, wish="remove")

    assert answer["Location"] == f"/eintrag/{shop.pk}/danke/"
    assert "Ihre Nachricht ist angekommen" in client.get(answer["Location"]).content.decode()
    request = ChangeRequest.objects.get()
    assert (request.page_title, request.wish, request.message) == ("Laden", "remove", WISH["message"])
    assert mail.outbox == []


def test_a_machine_that_fills_every_field_is_thanked_and_forgotten(client, shop):
    answer = send(client, shop, nickname="http://spam.example")
    assert answer["Location"] == f"/eintrag/{shop.pk}/danke/"
    assert not ChangeRequest.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"message": ""},
        {"message": "x" * 3001},
        {"sender_email": "keine Adresse"},
        {"wish": "explode"},
        {"message": "a\x00b"},
    ],
    ids=["no message", "too long", "no address", "no such wish", "NUL"],
)
def test_what_is_missing_is_said_and_the_input_stays(client, shop, wrong):
    answer = send(client, shop, sender_name="Ada »&« Lovelace", **wrong)
    assert answer.status_code == 422
    assert 'value="Ada »&amp;« Lovelace"' in answer.content.decode()
    assert list(answer.context["form"].errors) == list(wrong)
    assert not ChangeRequest.objects.exists()


def test_the_form_answers_in_every_language(client, shop):
    for prefix in ("/en", "/tr", "/ar"):
        answer = client.post(f"{prefix}/eintrag/{shop.pk}/", WISH)
        assert answer["Location"] == f"{prefix}/eintrag/{shop.pk}/danke/"
        assert client.get(answer["Location"]).status_code == 200
    assert ChangeRequest.objects.count() == 3


def test_a_post_without_the_secret_of_the_form_is_refused_in_our_own_words(shop):
    answer = Client(enforce_csrf_checks=True).post(f"/eintrag/{shop.pk}/", WISH)
    assert answer.status_code == 403
    assert 'lang="de"' in answer.content.decode()
    assert not ChangeRequest.objects.exists()


def test_the_mail_goes_to_the_coordinator_and_is_answered_to_the_sender(shop, client):
    send(client, shop)
    assert deliver_due() == 1
    (message,) = mail.outbox
    assert message.to == ["koordination@example.org"]
    assert message.reply_to == ["ada@example.org"]
    assert "Laden" in message.subject
    assert WISH["message"] in message.body
    assert "/gewerbe/laden/" in message.body


def test_without_a_contact_address_every_active_coordinator_gets_the_mail(client, site, shop):
    SiteSettings.objects.update(contact_email="")
    make_coordinator("eins@example.org")
    make_coordinator("zwei@example.org")
    gone = make_coordinator("gegangen@example.org")
    gone.is_active = False
    gone.save()
    make_editor()

    send(client, shop)

    assert deliver_due() == 2
    assert sorted(message.to for message in mail.outbox) == [["eins@example.org"], ["zwei@example.org"]]


def test_with_nobody_to_write_to_the_request_is_kept_all_the_same(client, shop):
    SiteSettings.objects.update(contact_email="")
    answer = send(client, shop)
    assert answer["Location"] == f"/eintrag/{shop.pk}/danke/"
    assert ChangeRequest.objects.count() == 1
    assert not OutgoingMail.objects.exists()


def test_nobody_writes_mail_headers_through_names(shop):
    shop.title = "Laden\r\nBcc: opfer@example.org"
    receive_request(
        page=shop, wish="change", message="Hallo\nBcc: zwei@example.org", sender_name="A\nCc: drei@example.org"
    )
    deliver_due()
    (message,) = mail.outbox
    assert message.recipients() == ["koordination@example.org"]
    headers = message.message().items()
    assert not {"bcc", "cc"} & {name.lower() for name, _value in headers}


def test_mails_are_german_with_german_addresses_whoever_asked(client, shop):
    client.post(f"/tr/eintrag/{shop.pk}/", WISH)
    deliver_due()
    assert "/tr/" not in mail.outbox[0].body
    assert "Jemand hat zum Eintrag" in mail.outbox[0].body


def test_a_removed_entry_is_gone_and_leaves_a_tombstone(client, shop):
    remove_entry(page=shop, by=None)
    assert client.get("/gewerbe/laden/").status_code == 404
    assert ProfileRecord.objects.get(page=shop).removed_at


@pytest.mark.parametrize(
    ("who", "may"), [(EDITORS, True), (COORDINATORS, True), ("Fremde", False), (None, False)], ids=str
)
def test_staff_settle_requests_others_do_not(client, site, shop, who, may):
    apply_roles(home=site.home)
    request = receive_request(page=shop, wish="remove", message="Bitte weg.")
    if who:
        client.force_login(make_user("jemand@example.org", Group.objects.get_or_create(name=who)[0]))

    client.post(reverse("settle_request:settle", args=[request.pk]), {"remove": "1", "sure": "1"})

    request.refresh_from_db()
    shop.refresh_from_db()
    assert bool(request.handled_at) is may
    assert shop.live is not may
    assert ProfileRecord.objects.filter(page=shop, removed_at__isnull=False).exists() is may


def test_an_entry_is_not_removed_by_a_slip_of_the_hand(client, site, shop):
    apply_roles(home=site.home)
    client.force_login(make_user("redaktion@example.org", Group.objects.get(name=EDITORS)))
    request = receive_request(page=shop, wish="remove", message="Bitte weg.")
    client.post(reverse("settle_request:settle", args=[request.pk]), {"remove": "1"})
    shop.refresh_from_db()
    request.refresh_from_db()
    assert shop.live
    assert request.handled_at is None


def test_a_request_can_be_settled_without_removing_anything(client, site, shop):
    apply_roles(home=site.home)
    client.force_login(make_user("redaktion@example.org", Group.objects.get(name=EDITORS)))
    request = receive_request(page=shop, wish="change", message="Bitte ändern.")
    listing = client.get("/admin/change-requests/")
    assert "Laden" in listing.content.decode()
    assert client.get(reverse("settle_request:settle", args=[request.pk])).status_code == 405
    client.post(reverse("settle_request:settle", args=[request.pk]))
    shop.refresh_from_db()
    assert shop.live
    assert ChangeRequest.objects.get().handled_at
