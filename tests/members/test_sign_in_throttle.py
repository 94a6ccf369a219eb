"""Guessing passwords and codes ends soon, without locking out the neighbours."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.db.models import F
from django.test import RequestFactory

from members.models import SignInCode
from members.services.sign_in import forget_old_tries
from members.sign_in.throttle import client_address, counted_name
from tests.factories.people import PASSWORD, make_editor, make_user

pytestmark = pytest.mark.django_db

HOME, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def editor(site):
    return make_editor("redaktion@example.org")


@pytest.fixture
def sign_in(client):
    """A try at the sign-in; returns the answer."""

    def post(username="redaktion@example.org", password="falsch", address=HOME, **headers):
        data = {"username": username, "password": password}
        return client.post("/admin/login/", data, REMOTE_ADDR=address, **headers)

    return post


@pytest.fixture
def locked_out(editor, sign_in):
    for _try in range(8):
        answer = sign_in()
    return answer


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_the_eighth_wrong_password_locks_and_says_so_on_the_sign_in_page(locked_out, client):
    assert locked_out.status_code == 429
    assert locked_out["Retry-After"] == "1200"
    page = locked_out.content.decode()
    assert 'name="username"' in page
    assert "20" in str(locked_out.context["form"].non_field_errors())


def test_the_right_password_does_not_help_during_the_lock(locked_out, sign_in, client):
    assert sign_in(password=PASSWORD).status_code == 429
    assert not is_signed_in(client)


def test_the_same_person_signs_in_from_another_address(locked_out, sign_in, client):
    assert sign_in(password=PASSWORD, address=ELSEWHERE).status_code == 302
    assert is_signed_in(client)


def test_a_colleague_at_the_same_address_signs_in(locked_out, sign_in, client):
    make_editor("kollegin@example.org")
    assert sign_in("kollegin@example.org", PASSWORD).status_code == 302
    assert is_signed_in(client)


def test_the_lock_opens_after_twenty_minutes_whatever_is_tried_meanwhile(locked_out, sign_in):
    def let_pass(minutes):
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))

    let_pass(19)
    assert sign_in(password=PASSWORD).status_code == 429
    let_pass(2)
    assert sign_in(password=PASSWORD).status_code == 302


def test_seven_wrong_passwords_are_forgotten_after_the_right_one(editor, sign_in, client):
    for _round in range(2):
        for _try in range(7):
            assert sign_in().status_code == 200
        assert sign_in(password=PASSWORD).status_code == 302
        client.logout()


def test_other_ways_of_typing_an_address_are_no_new_tries(editor, sign_in):
    spellings = ["redaktion@example.org", " Redaktion@example.org ", "REDAKTION@EXAMPLE.ORG", "redaktıon@example.org"]
    for _round in range(2):
        for typed in spellings:
            answer = sign_in(typed)
    assert answer.status_code == 429


def test_other_browsers_are_no_new_tries(editor, sign_in):
    for number in range(8):
        answer = sign_in(HTTP_USER_AGENT=f"Browser {number}")
    assert answer.status_code == 429


def test_unknown_addresses_are_locked_like_known_ones(editor, sign_in):
    def answers(username):
        return [sign_in(username).status_code for _try in range(9)]

    assert answers("niemand@example.org") == answers("redaktion@example.org")


def test_unknown_and_known_addresses_read_the_same_refusal(editor, sign_in):
    known, unknown = sign_in(), sign_in("niemand@example.org")
    assert known.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert known.context["form"].non_field_errors()


def test_a_refused_try_keeps_neither_password_nor_name_of_the_form(editor, sign_in):
    sign_in(password="geheim-und-falsch")
    kept = AccessAttempt.objects.get()
    assert "geheim" not in kept.post_data
    assert "redaktion" not in kept.post_data


def test_somebody_inactive_cannot_sign_in(sign_in, client, site):
    user = make_user("alt@example.org")
    user.is_active = False
    user.save()
    assert sign_in("alt@example.org", PASSWORD).status_code == 200
    assert not is_signed_in(client)


def test_what_was_counted_is_forgotten(at, editor, sign_in, client):
    at("2026-11-24 10:00")
    sign_in()
    client.post("/admin/sign-in/code/", {"email": "redaktion@example.org"})
    kept = (AccessAttempt, AccessFailureLog, SignInCode)
    forget_old_tries()
    assert [model.objects.count() for model in kept] == [1, 1, 1]
    at("2026-11-24 11:01")
    forget_old_tries()
    assert [model.objects.count() for model in kept] == [0, 0, 0]


# --- where a try comes from ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "198.51.100.7", "192.0.2.9"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.1, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.1, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.9"),
        (1, "kein Rechner", "192.0.2.9"),
        (1, "", "192.0.2.9"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
    ],
)
def test_the_address_is_what_our_own_proxies_saw(settings, proxies, forwarded, seen):
    settings.PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == seen


def test_a_socket_without_an_address_is_no_address():
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None


def test_forged_headers_do_not_help(editor, sign_in, settings):
    settings.PROXY_COUNT = 1
    for number in range(8):
        answer = sign_in(HTTP_X_FORWARDED_FOR=f"203.0.113.{number}, 198.51.100.7")
    assert answer.status_code == 429


def test_names_fit_the_table():
    assert len(counted_name(RequestFactory().post("/", {"username": "ß" * 250}))) == 255


# --- the one door ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "done/", "confirm/MQ/token/", "complete/"])
def test_there_is_no_password_reset_by_link(client, site, path):
    assert client.get(f"/admin/password_reset/{path}").status_code == 404
    assert client.post(f"/admin/password_reset/{path}", {"email": "redaktion@example.org"}).status_code == 404


def test_the_form_tells_the_browser_what_its_fields_are(client, site):
    page = client.get("/admin/login/").content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "/admin/sign-in/code/" in page
    assert "password_reset" not in page


def test_the_way_on_survives_the_detour_to_the_code(client, site):
    page = client.get("/admin/login/?next=/admin/account/").content.decode()
    assert "/admin/sign-in/code/?next=/admin/account/" in page
