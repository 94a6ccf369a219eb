"""Who lost the second factor gets back in: by another coordinator, or by the operator."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from members.services.sign_in import make_recovery_codes
from site_core.models import OutgoingMail
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.second_factor import make_app, sign_in_with_device

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost(site):
    """A coordinator who lost the telephone."""
    user = make_coordinator("verloren@example.org")
    make_app(user)
    make_recovery_codes(user=user)
    return user


@pytest.fixture
def helper(client, site):
    """Another coordinator, signed in with the second factor."""
    user = make_coordinator("koordination@example.org")
    sign_in_with_device(client, user)
    return user


def reset(client, user, **data):
    return client.post(reverse("sign_in:reset", args=[user.pk]), data)


def has_devices(user):
    return TOTPDevice.objects.filter(user=user).exists() or StaticDevice.objects.filter(user=user).exists()


def test_another_coordinator_asks_first_and_then_resets(client, lost, helper):
    page = client.get(reverse("sign_in:reset", args=[lost.pk])).content.decode()
    assert lost.email in page
    assert has_devices(lost)
    assert reset(client, lost, next="/admin/account/")["Location"] == "/admin/account/"
    assert not has_devices(lost)
    assert has_devices(helper)


def test_the_reset_is_logged_and_mailed(client, lost, helper):
    reset(client, lost)
    entry = ModelLogEntry.objects.get(action="members.reset_second_factor")
    assert (entry.user, entry.object_id) == (helper, str(lost.pk))
    assert entry.message
    mail = OutgoingMail.objects.get()
    assert mail.to == [lost.email]
    assert str(helper) in mail.text


def test_the_reset_ends_the_sessions_of_the_person_and_no_others(client, lost, helper):
    browser, neighbour = Client(), Client()
    browser.force_login(lost)
    neighbour.force_login(make_editor())
    reset(client, lost)
    assert browser.get("/admin/account/")["Location"].startswith("/admin/login/")
    assert neighbour.get("/admin/account/").status_code == 200
    assert client.get("/admin/account/").status_code == 200


def test_afterwards_the_person_sets_up_a_new_one(client, lost, helper, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    reset(client, lost)
    browser = Client()
    browser.force_login(lost)
    assert browser.get("/admin/")["Location"].startswith("/admin/sign-in/second-factor/")


def test_nobody_resets_the_own(client, helper):
    reset(client, helper)
    assert has_devices(helper)


@pytest.mark.parametrize("who", ["editor", "member", "visitor", "coordinator without the second factor"])
def test_nobody_else_resets(site, lost, who):
    browser = Client()
    if who == "editor":
        browser.force_login(make_editor())
    elif who == "member":
        browser.force_login(make_member(make_business(site)))
    elif who.startswith("coordinator"):
        other = make_coordinator("halb@example.org")
        make_app(other)
        browser.force_login(other)
    assert reset(browser, lost).status_code in (302, 403)
    assert has_devices(lost)


def test_a_coordinator_does_not_reset_an_administrator(client, helper):
    admin = make_superuser()
    make_app(admin)
    reset(client, admin)
    assert has_devices(admin)
    reset(client, admin)
    assert not ModelLogEntry.objects.filter(action="members.reset_second_factor").exists()


def test_an_administrator_resets_another(client, site):
    admin, other = make_superuser(), make_superuser("technik@example.org")
    make_app(other)
    sign_in_with_device(client, admin)
    reset(client, other)
    assert not has_devices(other)


def test_unknown_people_look_like_forbidden_ones(client, helper):
    admin = make_superuser()
    unknown = client.get(reverse("sign_in:reset", args=[987654]))
    forbidden = client.get(reverse("sign_in:reset", args=[admin.pk]))
    assert (unknown.status_code, unknown["Location"]) == (forbidden.status_code, forbidden["Location"])


def test_the_operator_resets_the_last_one_by_a_command(lost, capsys):
    call_command("reset_second_factor", "Verloren@example.org")
    assert "verloren@example.org" in capsys.readouterr().out
    assert not has_devices(lost)
    entry = ModelLogEntry.objects.get(action="members.reset_second_factor")
    assert entry.user is None
    assert OutgoingMail.objects.get().to == [lost.email]


def test_the_command_says_when_nobody_has_the_address(site):
    with pytest.raises(CommandError, match=r"niemand@example\.org"):
        call_command("reset_second_factor", "niemand@example.org")
