"""Setting up the second factor, its recovery codes, and taking it away."""

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from tests.factories.people import make_coordinator, make_editor
from tests.factories.second_factor import enrol, make_app, recovery_codes, sign_in_with_device

pytestmark = pytest.mark.django_db

FACTOR, ADD_APP, VERIFY = (
    "/admin/sign-in/second-factor/",
    "/admin/sign-in/second-factor/app/",
    "/admin/sign-in/verify/",
)
RECOVERY = "/admin/sign-in/second-factor/recovery-codes/"
RECOVERY_ENTRY = f"{VERIFY}?with=recovery"
PASSKEY = "/admin/sign-in/passkey"


@pytest.fixture
def editor(site):
    return make_editor()


@pytest.fixture
def coordinator(site):
    return make_coordinator()


@pytest.fixture
def enrolled(client, editor):
    """An editor who has an app and has passed the first factor only."""
    app = make_app(editor)
    client.force_login(editor)
    return app


def is_in(client):
    return client.get("/admin/").status_code == 200


# --- setting it up ---------------------------------------------------------------------------------------------


def test_setting_up_an_app_shows_its_key_and_gives_recovery_codes(client, editor):
    client.force_login(editor)
    app, codes = enrol(client)
    assert app.user == editor
    assert len(set(codes)) == 10
    assert is_in(client)
    assert set(ModelLogEntry.objects.values_list("action", flat=True)) >= {
        "members.add_second_factor",
        "members.make_recovery_codes",
    }


def test_the_picture_of_the_key_stands_in_the_page(client, editor):
    client.force_login(editor)
    client.post(FACTOR)
    answer = client.get(ADD_APP)
    assert "<svg" in answer.content.decode()
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_a_wrong_first_code_sets_nothing_up(client, editor):
    client.force_login(editor)
    client.post(FACTOR)
    assert client.post(ADD_APP, {"code": "000000"}).status_code == 422
    assert not TOTPDevice.objects.exists()


def test_looking_at_the_screens_changes_nothing(client, editor):
    client.force_login(editor)
    for path in (FACTOR, ADD_APP, FACTOR):
        client.get(path)
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()


def test_setting_up_needs_a_fresh_sign_in(at, client, editor):
    at("2026-11-24 10:00")
    client.force_login(editor)
    at("2026-11-24 10:16")
    client.post(FACTOR)
    assert client.get(ADD_APP)["Location"] == FACTOR
    assert client.post(f"{PASSKEY}/registration/begin/").json()["code"] == "not_fresh"
    assert "/admin/sign-in/again/" in client.get(FACTOR).content.decode()


def test_a_device_that_began_in_time_is_not_set_up_too_late(at, client, editor):
    at("2026-11-24 10:00")
    client.force_login(editor)
    client.post(FACTOR)
    at("2026-11-24 10:16")
    assert client.post(ADD_APP, {"code": "123456"})["Location"] == FACTOR


def test_signing_in_again_comes_back_here(client, editor):
    client.force_login(editor)
    answer = client.post("/admin/sign-in/again/", {"next": FACTOR})
    assert answer["Location"] == "/admin/login/?next=%2Fadmin%2Fsign-in%2Fsecond-factor%2F"
    assert not client.session.get("_auth_user_id")


def test_nobody_adds_a_device_past_the_one_there_is(client, enrolled):
    for path in (FACTOR, ADD_APP, RECOVERY):
        assert client.post(path)["Location"] == VERIFY
    for step in ("begin", "complete"):
        assert client.post(f"{PASSKEY}/registration/{step}/").status_code in (302, 403)
    assert TOTPDevice.objects.count() == 1


def test_other_sessions_of_the_person_meet_it_too(client, editor):
    elsewhere = Client()
    elsewhere.force_login(editor)
    client.force_login(editor)
    enrol(client)
    assert not is_in(elsewhere)


# --- recovery codes --------------------------------------------------------------------------------------------


@pytest.fixture
def codes(client, editor):
    """The editor's recovery codes; afterwards the first factor only is passed."""
    client.force_login(editor)
    found = enrol(client)[1]
    client.logout()
    client.force_login(editor)
    return found


def test_a_recovery_code_opens_once(client, codes, editor):
    assert client.post(RECOVERY_ENTRY, {"code": codes[0].upper().replace("-", " ")}).status_code == 302
    assert is_in(client)
    client.logout()
    client.force_login(editor)
    assert client.post(RECOVERY_ENTRY, {"code": codes[0]}).status_code == 422
    assert not is_in(client)


def test_the_database_does_not_hold_recovery_codes(codes):
    stored = set(StaticToken.objects.values_list("token", flat=True))
    assert len(stored) == 10
    assert not stored & {code.replace("-", "") for code in codes}


def test_new_recovery_codes_replace_the_old_ones(client, codes, editor):
    client.post(RECOVERY_ENTRY, {"code": codes[0]})
    new = recovery_codes(client.post(RECOVERY))
    assert len(new) == 10
    assert not set(new) & set(codes)
    client.logout()
    client.force_login(editor)
    assert client.post(RECOVERY_ENTRY, {"code": codes[1]}).status_code == 422


def test_recovery_codes_without_a_device_are_not_made(client, editor):
    client.force_login(editor)
    assert client.post(RECOVERY)["Location"] == FACTOR
    assert not StaticToken.objects.exists()


# --- taking it away --------------------------------------------------------------------------------------------


def removal(device, kind="app"):
    return reverse("sign_in:remove_device", args=[kind, device.pk])


def test_with_the_last_device_the_recovery_codes_go_too(client, editor):
    client.force_login(editor)
    app, _codes = enrol(client)
    assert client.get(removal(app)).status_code == 200
    assert TOTPDevice.objects.exists()
    client.post(removal(app))
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert is_in(client)
    assert ModelLogEntry.objects.filter(action="members.remove_second_factor", user=editor).exists()


def test_only_own_devices_can_be_taken_away(client, editor, coordinator):
    theirs = make_app(coordinator)
    sign_in_with_device(client, editor)
    assert client.post(removal(theirs)).status_code == 404
    assert client.post(removal(theirs, kind="nothing")).status_code == 404
    assert TOTPDevice.objects.filter(user=coordinator).exists()


def test_a_coordinator_who_takes_away_the_last_one_sets_up_another(client, coordinator, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    app = make_app(coordinator)
    sign_in_with_device(client, coordinator, app)
    client.post(removal(app))
    assert client.get("/admin/")["Location"].startswith(FACTOR)
