"""Joining: an application is stored first and decided once; a yes makes all a member needs, or nothing."""

import re

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Collection

from members.joining.likeness import is_free_entry, likely_duplicates, likely_entries, other_applications
from members.models import Application, BusinessPage, InitiativePage, Invitation, Membership, ProfileRecord, User
from members.services import applications as services
from members.services import memberships
from members.services.applications import (
    AlreadyDecided,
    AlreadyKept,
    accept_application,
    decline_application,
    submit_application,
    too_many_unchecked,
)
from members.services.invitations import (
    InvitationOver,
    NotInvited,
    accept_invitation,
    invitation_opened_by,
    invite,
    issue_invitation,
)
from site_core.models import OutgoingMail, SiteSettings
from site_core.services.mail import deliver_due
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_member, make_superuser, make_user
from tests.factories.profiles import make_unconfirmed
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db


def apply(**values):
    checked = values.pop("checked", True)
    standard = {"name": "Backstube Krume", "contact_name": "Ada Beispiel", "email": "ada@example.org"}
    return submit_application(values={**standard, "consent_words": "Ja.", **values}, checked=checked)


@pytest.fixture
def coordinator(site):
    return make_coordinator()


def mails_to(address):
    return [mail for mail in OutgoingMail.objects.order_by("pk") if address in mail.to]


def secret_in(text):
    return re.search(r"/([\w-]{30,})/", text)[1]


# --- applying --------------------------------------------------------------------------------------------------


def test_an_application_tells_the_applicant_in_their_language_and_the_desk_in_german(site, coordinator):
    application = apply(language="tr")
    assert application.is_waiting
    (received,), (notice,) = mails_to("ada@example.org"), mails_to(coordinator.email)
    assert received.language == "tr"
    assert notice.language == "de"


def test_nobody_is_written_to_who_may_be_a_stranger(site, coordinator):
    application = apply(checked=False)
    assert application.pk
    assert mails_to("ada@example.org") == []
    assert len(mails_to(coordinator.email)) == 1
    decline_application(application=application, by=coordinator, reason="Unklar.")
    assert mails_to("ada@example.org") == []


def test_an_application_stays_whatever_becomes_of_its_mails(site, coordinator, monkeypatch):
    def broken(**letter):
        raise OperationalError("disk full")

    monkeypatch.setattr(services, "send_later", broken)
    application = apply()
    assert Application.objects.get() == application
    assert not OutgoingMail.objects.exists()


def test_unchecked_applications_are_taken_up_to_a_number(site, monkeypatch):
    monkeypatch.setattr(services, "UNCHECKED_AN_HOUR", 2)
    apply(checked=False)
    apply(checked=True)
    assert not too_many_unchecked()
    apply(checked=False)
    assert too_many_unchecked()
    Application.objects.update(created_at=timezone.now() - timezone.timedelta(hours=2))
    assert not too_many_unchecked()


# --- deciding --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "model"), [("business", BusinessPage), ("initiative", InitiativePage)])
def test_a_yes_makes_account_draft_collection_record_and_membership(site, coordinator, kind, model):
    trade = make_trade()
    application = apply(
        kind=kind, trade=trade, street="Weisestraße", house_number="3", about="Wir backen.", phone="030 901820"
    )
    page = accept_application(application=application, by=coordinator)

    page = model.objects.get(pk=page.pk)
    assert not page.live
    assert (page.title, page.address, page.who_we_are) == ("Backstube Krume", "Weisestraße 3", "Wir backen.")
    assert list(page.trades.all()) == [trade]
    assert not page.public_phone
    assert not page.public_email
    user = User.objects.get(email="ada@example.org")
    assert not user.has_usable_password()
    assert user.get_full_name() == "Ada Beispiel"
    assert Membership.objects.get().is_owner
    record = ProfileRecord.objects.get(page_id=page.pk)
    assert record.claimed_at
    assert not record.kept_by_desk
    assert record.collection.get_parent().name == "Betriebe und Initiativen"
    application.refresh_from_db()
    assert (application.state, application.decided_by, application.page_id, application.user) == (
        "accepted", coordinator, page.pk, user,
    )  # fmt: skip
    assert page.permissions_for_user(user).can_edit()


def test_an_entry_is_claimed_as_it_stands(site, coordinator):
    entry = make_unconfirmed(site, "Krume", who_we_are="Aus dem Netz.")
    page = accept_application(application=apply(entry=entry.page_ptr), by=coordinator, entry=entry)
    assert page.pk == entry.pk
    assert BusinessPage.objects.get().live
    assert not BusinessPage.objects.get().is_unconfirmed


def test_an_entry_that_somebody_keeps_is_not_handed_to_another(site, coordinator):
    entry = make_business(site, "Krume")
    make_member(entry, "bea@example.org")
    application = apply()
    with pytest.raises(AlreadyKept):
        accept_application(application=application, by=coordinator, entry=entry)
    assert not User.objects.filter(email="ada@example.org").exists()
    application.refresh_from_db()
    assert application.is_waiting


def test_somebody_known_gets_a_second_profile_and_no_second_account(site, coordinator):
    known = make_user("Ada@Example.org")
    accept_application(application=apply(), by=coordinator)
    assert User.objects.filter(email__iexact="ada@example.org").count() == 1
    assert Membership.objects.get().user == known
    assert not Invitation.objects.exists()
    assert "/admin/login/" in mails_to(known.email)[-1].text


def test_an_account_made_by_another_yes_in_the_same_moment_is_taken(site, monkeypatch):
    other = make_user("neu@example.org")
    look = memberships._with_address
    answers = iter([None])  # the first look comes before the other yes is stored
    monkeypatch.setattr(memberships, "_with_address", lambda email: next(answers, look(email)))

    assert memberships.person_for(email="Neu@example.org") == other


def test_without_an_address_the_coordination_keeps_the_page(site, coordinator):
    application = submit_application(
        values={"name": "Krume", "contact_name": "Ada", "phone": "030 1", "consent": "paper", "consent_words": "Ja."},
        checked=True,
        entered_by=coordinator,
    )
    page = accept_application(application=application, by=coordinator)
    assert ProfileRecord.objects.get(page_id=page.pk).kept_by_desk
    assert not Membership.objects.exists()
    assert application.consent == "paper"
    assert application.consent_at


def test_a_no_carries_its_reason(site, coordinator):
    decline_application(application=apply(), by=coordinator, reason="Sie sind nicht im Kiez.")
    assert "Sie sind nicht im Kiez." in mails_to("ada@example.org")[-1].text
    assert not User.objects.filter(email="ada@example.org").exists()


def test_an_application_is_decided_once(site, coordinator):
    application = apply()
    accept_application(application=application, by=coordinator)
    for decide in (
        lambda: accept_application(application=application, by=coordinator),
        lambda: decline_application(application=application, by=coordinator, reason="Doch nicht."),
    ):
        with pytest.raises(AlreadyDecided):
            decide()
    assert BusinessPage.objects.count() == Membership.objects.count() == 1


def test_a_yes_that_fails_halfway_leaves_nothing(site, coordinator, monkeypatch):
    def broken(**words):
        raise OperationalError("disk full")

    application = apply()
    before = Collection.objects.count()
    monkeypatch.setattr(services, "invite", broken)
    with pytest.raises(OperationalError):
        accept_application(application=application, by=coordinator)
    assert (BusinessPage.objects.count(), Membership.objects.count(), Collection.objects.count()) == (0, 0, before)
    assert not User.objects.filter(email="ada@example.org").exists()


# --- invitations -----------------------------------------------------------------------------------------------


def test_an_invitation_sets_the_first_password_once(site, coordinator):
    accept_application(application=apply(language="en"), by=coordinator)
    letter = mails_to("ada@example.org")[-1]
    assert letter.secret
    assert letter.language == "en"
    assert "/en/" in letter.text
    invitation = invitation_opened_by(secret_in(letter.text))
    user = accept_invitation(invitation=invitation, password="ein langes Wort")
    assert user.check_password("ein langes Wort")
    assert invitation_opened_by(secret_in(letter.text)) is None
    with pytest.raises(InvitationOver):
        accept_invitation(invitation=invitation, password="ein anderes Wort")


def test_a_new_invitation_closes_the_one_before(site, coordinator):
    page = accept_application(application=apply(), by=coordinator)
    first = mails_to("ada@example.org")[-1]
    user = User.objects.get(email="ada@example.org")
    invite(user=user, page=page, by=coordinator)
    second = OutgoingMail.objects.order_by("pk").last()
    assert invitation_opened_by(secret_in(first.text)) is None
    assert invitation_opened_by(secret_in(second.text)).user == user


def test_nobody_who_can_sign_in_gets_a_link_that_sets_a_password(site, coordinator):
    page = make_business(site, "Krume")
    editor = User.objects.create_user("neu@example.org")
    editor.groups.set(coordinator.groups.all())
    for user in (make_user("ada@example.org"), make_superuser(), editor):
        with pytest.raises(NotInvited):
            issue_invitation(user=user, page=page, by=coordinator)
        assert invite(user=user, page=page, by=coordinator) is None


@pytest.mark.parametrize("ended", ["two weeks passed", "the account is off", "nothing is known of it"])
def test_an_invitation_ends(site, coordinator, ended):
    accept_application(application=apply(), by=coordinator)
    secret = secret_in(mails_to("ada@example.org")[-1].text)
    if ended == "two weeks passed":
        Invitation.objects.update(expires_at=timezone.now())
    elif ended == "the account is off":
        User.objects.filter(email="ada@example.org").update(is_active=False)
    else:
        secret = "unbekannt"
    assert invitation_opened_by(secret) is None


# --- likeness --------------------------------------------------------------------------------------------------


def test_entries_alike_in_name_or_next_door_are_offered(site):
    bakery = make_unconfirmed(site, "Bäckerei Krume", street="Weisestr.", house_number="3")
    make_unconfirmed(site, "Nadel und Faden", street="Weisestr.", house_number="3")
    make_unconfirmed(site, "Fahrrad Kette")
    kept = make_unconfirmed(site, "Backstube Krume II")
    make_member(kept)
    for name in ("Baeckerei Krume", "bäckerei  krume gmbh", "Bäckerei Krumme"):
        assert [found.pk for found in likely_entries(name=name)] == [bakery.pk], name
    next_door = likely_entries(name="Krumes Laden", street="Weisestraße", house_number="3")
    assert [found.pk for found in next_door] == [bakery.pk]
    assert likely_entries(name="Spätkauf Ecke") == []
    assert is_free_entry(bakery.pk)
    assert not is_free_entry(kept.pk)


def test_the_desk_compares_with_every_profile_and_with_who_else_waits(site):
    draft = make_business(site, "Ganz anders", live=False, email="ada@example.org", phone="+4930901820")
    claimed = make_business(site, "Backstube Krume")
    make_member(claimed, "bea@example.org")
    named = make_business(site, "Weit weg")
    application = apply(entry=named.page_ptr, phone="030 / 90 18 20")
    other = apply(name="Etwas anderes")
    found = likely_duplicates(application)
    assert [likeness.pk for likeness in found] == [named.pk, claimed.pk, draft.pk]
    assert [len(likeness.reasons) for likeness in found] == [0, 1, 2]
    assert [likeness.claimed for likeness in found] == [False, True, False]
    assert other_applications(application) == [other]


def test_comparing_costs_the_same_for_one_and_for_thirty(site, django_assert_num_queries):
    for number in range(30):
        make_unconfirmed(site, f"Laden {number}")
    with django_assert_num_queries(2):
        likely_entries(name="Laden 7")


# --- the mail server is down -----------------------------------------------------------------------------------


class Down(BaseEmailBackend):
    def open(self):
        raise OSError("connection refused")

    def send_messages(self, messages):
        raise OSError("connection refused")


def test_with_the_mail_server_down_nothing_is_lost_and_all_arrives_when_it_is_back(site, coordinator, settings, at):
    SiteSettings.objects.update(contact_email="")
    back_again = settings.EMAIL_DELIVERY_BACKEND
    settings.EMAIL_DELIVERY_BACKEND = f"{__name__}.Down"
    at("2026-11-24 10:00")
    application = apply()
    deliver_due()
    accept_application(application=application, by=coordinator)
    deliver_due()
    assert mail.outbox == []
    assert Membership.objects.exists()

    settings.EMAIL_DELIVERY_BACKEND = back_again
    at("2026-11-25 10:00")
    deliver_due()
    assert sorted(message.to[0] for message in mail.outbox) == ["ada@example.org", "ada@example.org", coordinator.email]
    assert not OutgoingMail.objects.waiting().exists()
