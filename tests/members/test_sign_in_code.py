"""Signing in by a code sent by mail: for whoever has no password, forgot it, or does not like them."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from members.models import SignInCode, User
from site_core.models import OutgoingMail
from tests.factories.people import PASSWORD, make_editor

pytestmark = pytest.mark.django_db

CODE, ENTER, PASSWORD_SCREEN = "/admin/sign-in/code/", "/admin/sign-in/code/enter/", "/admin/sign-in/password/"
NEW = "ein-ganz-neues-Wort-1"


@pytest.fixture
def editor(site):
    return make_editor("redaktion@example.org")


@pytest.fixture
def ask(client):
    def post(email="redaktion@example.org", *, by=None, **extra):
        return (by or client).post(CODE, {"email": email, **extra.pop("data", {})}, **extra)

    return post


@pytest.fixture
def enter(client):
    def post(code, **data):
        return client.post(ENTER, {"code": code, **data})

    return post


def mailed() -> str:
    """The code in the newest mail."""
    return re.search(r"^\d{4} \d{4}$", OutgoingMail.objects.latest("pk").text, re.M)[0]


def wrong(code) -> str:
    return code[:-1] + str((int(code[-1]) + 1) % 10)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_a_mailed_code_signs_in(client, editor, ask, enter):
    assert ask()["Location"] == ENTER
    answer = enter(mailed())
    assert answer["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_code_may_be_typed_in_any_grouping_and_script(client, editor, ask, enter):
    ask()
    arabic = mailed().replace(" ", "-").translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    enter(arabic)
    assert is_signed_in(client)


def test_somebody_without_a_password_signs_in_by_code(client, editor, ask, enter):
    editor.set_unusable_password()
    editor.save()
    ask(" Redaktion@Example.ORG")
    enter(mailed())
    assert is_signed_in(client)


def test_the_mail_is_secret_and_in_the_persons_language(editor, ask):
    UserProfile.objects.create(user=editor, preferred_language="en")
    ask()
    mail = OutgoingMail.objects.get()
    assert mail.secret
    assert mail.language == "en"
    assert mail.subject == "Your sign-in code"
    assert mailed() not in mail.subject


def test_the_database_does_not_hold_the_code(editor, ask):
    ask()
    assert mailed().replace(" ", "") not in str(SignInCode.objects.values().get())


@pytest.mark.db_specific
def test_a_code_works_once(client, editor, ask, enter):
    ask()
    code = mailed()
    enter(code)
    client.logout()
    ask()
    enter(code)
    assert not is_signed_in(client)


def test_using_one_code_closes_the_others(client, editor, ask, enter):
    ask()
    first = mailed()
    ask()
    enter(mailed())
    client.logout()
    ask()
    enter(first)
    assert not is_signed_in(client)


def test_a_code_ends_after_ten_minutes(at, client, editor, ask, enter):
    at("2026-11-24 10:00")
    ask()
    at("2026-11-24 10:10:01")
    enter(mailed())
    assert not is_signed_in(client)


def test_a_code_dies_with_the_fifth_wrong_try(client, editor, ask, enter):
    ask()
    for _try in range(5):
        assert enter(wrong(mailed())).status_code == 422
    assert enter(mailed()).status_code == 422
    assert not is_signed_in(client)


def test_wrong_codes_lock_the_person_at_this_address_like_wrong_passwords(client, editor, ask, enter):
    ask()
    for _try in range(8):
        answer = enter(wrong(mailed()))
    assert answer.status_code == 429
    assert "20" in str(answer.context["form"].errors["code"])
    ask()
    assert enter(mailed()).status_code == 429
    assert client.post("/admin/login/", {"username": editor.email, "password": PASSWORD}).status_code == 429


def test_the_code_of_somebody_else_opens_nothing(client, editor, ask, enter):
    make_editor("andere@example.org")
    ask("andere@example.org", by=Client())
    code = mailed()
    ask()
    enter(code)
    assert not is_signed_in(client)


def test_known_unknown_and_inactive_people_get_the_same_answers(client, editor, enter):
    User.objects.create_user("alt@example.org", is_active=False)

    def answers(email):
        browser = Client()
        asked = browser.post(CODE, {"email": email})
        page = re.search(r"<main.*</main>", browser.get(ENTER).content.decode(), re.S)[0].replace(email, "")
        refused = browser.post(ENTER, {"code": "0000 0000"})
        without_token = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        return asked.status_code, asked["Location"], without_token, refused.status_code, refused.context["form"].errors

    assert answers("niemand@example.org") == answers(editor.email) == answers("alt@example.org")
    assert [mail.to for mail in OutgoingMail.objects.all()] == [[editor.email]]


def test_a_sixth_code_within_the_hour_is_not_sent_and_nobody_is_told(at, client, editor, ask):
    at("2026-11-24 10:00")
    answers = {ask()["Location"] for _time in range(6)}
    assert len(answers) == 1
    assert OutgoingMail.objects.count() == 5
    at("2026-11-24 11:01")
    ask()
    assert OutgoingMail.objects.count() == 6


def test_from_one_address_twenty_codes_an_hour_can_be_asked_for(at, site, ask):
    at("2026-11-24 10:00")
    for number in range(20):
        assert ask(f"person{number}@example.org", REMOTE_ADDR="192.0.2.1").status_code == 302
    assert ask("noch-eine@example.org", REMOTE_ADDR="192.0.2.1").status_code == 429
    assert ask("noch-eine@example.org", REMOTE_ADDR="192.0.2.2").status_code == 302
    at("2026-11-24 11:01")
    assert ask("noch-eine@example.org", REMOTE_ADDR="192.0.2.1").status_code == 302


def test_without_having_asked_there_is_nothing_to_enter(client, site):
    assert client.get(ENTER)["Location"] == CODE
    assert client.post(ENTER, {"code": "1234 5678"})["Location"] == CODE


def test_whoever_is_signed_in_needs_no_code(client, editor):
    client.force_login(editor)
    assert client.get(CODE)["Location"] == "/admin/"
    assert client.get(ENTER)["Location"] == "/admin/"


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [("/admin/account/", "/admin/account/"), ("https://boese.example/", "/admin/"), ("//boese.example/", "/admin/")],
)
def test_the_way_on_is_kept_where_it_is_ours(client, editor, ask, enter, wanted, reached):
    ask(data={"next": wanted})
    assert enter(mailed(), next=wanted)["Location"] == reached


# --- a new password --------------------------------------------------------------------------------------------


@pytest.fixture
def by_code(client, editor, ask, enter):
    """The editor, signed in by a code."""
    ask()
    enter(mailed())
    return client


def set_password(client, new=NEW):
    return client.post(PASSWORD_SCREEN, {"new_password1": new, "new_password2": new})


def test_after_a_code_one_sets_a_new_password_without_the_old_one(by_code, editor):
    assert by_code.get(PASSWORD_SCREEN).status_code == 200
    assert set_password(by_code).status_code == 302
    editor.refresh_from_db()
    assert editor.check_password(NEW)
    assert by_code.get("/admin/").status_code == 200
    assert ModelLogEntry.objects.filter(action="members.set_password", user=editor).exists()


def test_a_new_password_signs_out_everywhere_else(by_code, editor):
    elsewhere = Client()
    elsewhere.force_login(editor)
    set_password(by_code)
    assert elsewhere.get("/admin/").status_code == 302


def test_a_weak_password_is_refused(by_code, editor):
    assert set_password(by_code, "kurz").status_code == 422
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_a_sign_in_by_password_does_not_allow_it(client, editor):
    client.post("/admin/login/", {"username": editor.email, "password": PASSWORD})
    assert "new_password1" not in client.get(PASSWORD_SCREEN).content.decode()
    set_password(client)
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_after_a_quarter_of_an_hour_it_is_too_late(at, client, editor, ask, enter):
    at("2026-11-24 10:00")
    ask()
    enter(mailed())
    at("2026-11-24 10:15:01")
    set_password(client)
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_one_code_sets_one_password(by_code, editor):
    set_password(by_code)
    set_password(by_code, "noch-ein-anderes-Wort-2")
    editor.refresh_from_db()
    assert editor.check_password(NEW)


def test_the_way_to_a_new_password_leads_over_a_new_code(client, editor):
    client.force_login(editor)
    answer = client.post("/admin/sign-in/again/", {"way": "code", "next": PASSWORD_SCREEN})
    assert answer["Location"] == f"{CODE}?next=%2Fadmin%2Fsign-in%2Fpassword%2F"
    assert not is_signed_in(client)


def test_the_account_screen_leads_to_the_own_sign_in(client, editor):
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert PASSWORD_SCREEN in page
    assert "/admin/sign-in/second-factor/" in page
    assert "name_email-email" not in page


def test_changing_the_password_on_the_account_screen_ends_the_other_sessions(client, editor):
    elsewhere = Client()
    elsewhere.force_login(editor)
    client.force_login(editor)
    account = reverse("wagtailadmin_account")
    form = {
        "name_email-first_name": "Ada",
        "name_email-last_name": "Lovelace",
        "locale-preferred_language": "de",
        "locale-current_time_zone": "Europe/Berlin",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        "password-old_password": PASSWORD,
        "password-new_password1": NEW,
        "password-new_password2": NEW,
    }
    assert client.post(account, form).status_code == 302
    editor.refresh_from_db()
    assert editor.check_password(NEW)
    assert client.get(account).status_code == 200
    assert elsewhere.get(account).status_code == 302
    # A person wrapped by two middlewares would be a stranger to Wagtail's log, and the entry missing.
    assert ModelLogEntry.objects.get(action="wagtail.edit").user == editor
