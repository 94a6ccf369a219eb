"""The coordination's desk: applications are read, compared, accepted or declined, and nobody else sees them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from members.models import Application, BusinessPage, Invitation, Membership, User
from members.services.applications import AlreadyDecided, accept_application, submit_application
from site_core.models import OutgoingMail
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.profiles import make_unconfirmed

pytestmark = pytest.mark.django_db


def apply(**values):
    standard = {"name": "Backstube Krume", "contact_name": "Ada Beispiel", "email": "ada@example.org"}
    return submit_application(values={**standard, "consent_words": "Ich stimme zu.", **values}, checked=True)


def address(name, application):
    return reverse(f"application:{name}", args=[application.pk])


@pytest.fixture
def coordinator(site, client):
    person = make_coordinator()
    client.force_login(person)
    return person


def test_the_list_begins_with_those_that_wait(client, coordinator):
    for name in ("Wartet", "Alt", "Neu"):
        apply(name=name)
    accept_application(application=Application.objects.get(name="Neu"), by=coordinator)
    Application.objects.filter(name="Alt").update(state="declined")
    page = client.get("/admin/applications/").content.decode()
    assert page.index(">Wartet<") < min(page.index(">Neu<"), page.index(">Alt<"))
    only = client.get("/admin/applications/?state__exact=waiting").content.decode()
    assert "Wartet" in only
    assert ">Neu<" not in only


def test_the_list_costs_the_same_for_one_and_for_thirty(client, coordinator, count_queries):
    apply()
    one = count_queries("/admin/applications/")
    for number in range(30):
        apply(name=f"Laden {number}")
    assert count_queries("/admin/applications/") == one


def test_everything_written_stands_beside_what_is_alike(site, client, coordinator):
    entry = make_unconfirmed(site, "Bäckerei Krume", street="Weisestr.", house_number="3")
    apply(name="Krume am Eck", contact_name="Bea")
    application = apply(
        name="Bäckerei Krume", street="Weisestraße", house_number="3", about="Wir backen nachts.", phone="030 1234567"
    )
    page = client.get(address("show", application)).content.decode()
    for words in ("Wir backen nachts.", "Ada Beispiel", "ada@example.org", "030 1234567", "Ich stimme zu.", "Bea"):
        assert words in page
    assert reverse("wagtailadmin_pages:edit", args=[entry.pk]) in page


def test_accepting_makes_a_new_page(client, coordinator):
    application = apply()
    answer = client.post(address("accept", application), {"entry": "new"})
    assert answer["Location"] == address("show", application)
    assert BusinessPage.objects.get().title == "Backstube Krume"
    assert Membership.objects.get().user.email == "ada@example.org"
    assert "ada@example.org" in client.get(address("show", application)).content.decode()


def test_the_entry_the_applicant_named_is_chosen_already(site, client, coordinator):
    entry, other = make_unconfirmed(site, "Krume"), make_unconfirmed(site, "Backstube Krume")
    application = apply(entry=entry.page_ptr)
    page = client.get(address("show", application))
    assert page.context["accept_form"].initial["entry"] == str(entry.pk)
    client.post(address("accept", application), {"entry": entry.pk})
    assert Membership.objects.get().page_id == entry.pk
    assert not Membership.objects.filter(page=other).exists()


def test_only_what_was_offered_can_be_taken(site, client, coordinator):
    far = make_unconfirmed(site, "Ganz woanders")
    application = apply()
    for entry in (far.pk, site.home.pk, "", "abc"):
        assert client.post(address("accept", application), {"entry": entry}).status_code == 422
    assert not Membership.objects.exists()


def test_who_comes_too_late_is_told(client, coordinator):
    application = apply()
    accept_application(application=application, by=coordinator)
    for name, data in (("accept", {"entry": "new"}), ("decline", {"reason": "Nein."})):
        client.post(address(name, application), data)
        page = client.get(address("show", application)).content.decode()
        assert str(AlreadyDecided()) in page
    assert BusinessPage.objects.count() == 1


def test_declining_needs_a_reason(client, coordinator):
    application = apply()
    assert client.post(address("decline", application), {"reason": " "}).status_code == 422
    application.refresh_from_db()
    assert application.is_waiting
    client.post(address("decline", application), {"reason": "Nicht im Kiez."})
    application.refresh_from_db()
    assert (application.state, application.reason) == ("declined", "Nicht im Kiez.")


def test_an_application_is_written_down_on_the_spot(client, coordinator):
    form = reverse("application:add")
    assert client.get(form).status_code == 200
    data = {
        "kind": "business", "name": "Spätkauf", "contact_name": "Cem", "phone": "030 765432", "language": "tr",
        "consent": "spoken", "consent_on": "2026-11-20",
    }  # fmt: skip
    assert client.post(form, {**data, "consent": "online"}).status_code == 422
    assert client.post(form, {**data, "consent_on": "2999-01-01"}).status_code == 422
    client.post(form, data)
    application = Application.objects.get()
    assert (application.entered_by, application.consent) == (coordinator, "spoken")
    assert timezone.localdate(application.consent_at).isoformat() == "2026-11-20"
    client.post(address("accept", application), {"entry": "new"})
    assert not User.objects.filter(first_name="Cem").exists()
    assert BusinessPage.objects.get().record.kept_by_desk


def test_an_invitation_is_mailed_again_and_printed(client, coordinator):
    application = apply()
    accept_application(application=application, by=coordinator)
    client.post(address("invite_again", application))
    assert OutgoingMail.objects.filter(secret=True).count() == 2
    letter = client.post(address("letter", application))
    assert "no-store" in letter["Cache-Control"]
    page = letter.content.decode()
    assert "<svg" in page
    assert f"{letter.context['address']}" in page
    assert Invitation.objects.usable().count() == 1
    assert client.get(address("letter", application)).status_code == 405


def test_nobody_who_can_sign_in_gets_a_letter(client, coordinator):
    make_superuser("ada@example.org")
    application = apply()
    accept_application(application=application, by=coordinator)
    for name in ("letter", "invite_again"):
        assert client.post(address(name, application)).status_code == 302
    assert not Invitation.objects.exists()


def test_before_the_decision_there_is_nobody_to_invite(client, coordinator):
    assert client.post(address("letter", apply())).status_code == 404


@pytest.mark.parametrize("who", ["editor", "member", "visitor"])
def test_applications_are_for_coordinators(site, client, who):
    application = apply()
    member = make_member(make_business(site, "Laden"))
    if who != "visitor":
        client.force_login(make_editor() if who == "editor" else member)
    for name in ("show", "accept", "decline", "invite_again", "letter"):
        for answer in (client.get(address(name, application)), client.post(address(name, application), {})):
            assert answer.status_code in (302, 403, 405), name
            assert b"ada@example.org" not in answer.content
    for path in ("/admin/applications/", reverse("application:add")):
        assert client.get(path).status_code in (302, 403)
    application.refresh_from_db()
    assert application.is_waiting
