"""The second factor: offered to all, asked of coordinators and administrators, and nothing of the admin before it."""

import re

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from members.sign_in.doors import member_views, second_factor_open_views
from members.sign_in.middleware import SecondFactorMiddleware
from site_core.models import OutgoingMail
from tests.factories.pages import make_business, make_news
from tests.factories.people import PASSWORD, make_coordinator, make_editor, make_member, make_superuser
from tests.factories.second_factor import enrol, make_app, shown_by
from tests.site_core.test_settings import manage

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
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR_REQUIRED = True


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


# --- who needs it ----------------------------------------------------------------------------------------------


@pytest.mark.db_specific
@pytest.mark.parametrize("make", [make_coordinator, make_superuser])
def test_coordinators_and_administrators_set_one_up_before_anything_else(client, site, required, make):
    client.force_login(make())
    answer = client.get("/admin/pages/?p=2")
    assert answer["Location"] == f"{FACTOR}?next=%2Fadmin%2Fpages%2F%3Fp%3D2"
    assert client.get(FACTOR).status_code == 200
    enrol(client)
    assert is_in(client)


def test_where_it_is_not_required_a_coordinator_works_without(client, coordinator):
    client.force_login(coordinator)
    assert is_in(client)


def test_an_editor_works_without_one(client, editor, required):
    client.force_login(editor)
    assert is_in(client)


def test_a_member_works_without_one(client, site, required):
    page = make_business(site)
    client.force_login(make_member(page))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_whoever_has_one_passes_by_it(client, enrolled):
    assert client.get("/admin/")["Location"] == f"{VERIFY}?next=%2Fadmin%2F"
    client.post(VERIFY, {"code": shown_by(enrolled.bin_key)})
    assert is_in(client)


def test_a_member_who_has_one_passes_by_it_too(client, site):
    page = make_business(site)
    member = make_member(page)
    app = make_app(member)
    client.force_login(member)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(edit)["Location"].startswith(VERIFY)
    assert client.get(VERIFY).status_code == 200
    assert client.post(VERIFY, {"code": shown_by(app.bin_key), "next": edit})["Location"] == edit
    assert client.get(edit).status_code == 200


def test_the_password_alone_leads_to_it(client, enrolled, editor):
    client.logout()
    client.post("/admin/login/", {"username": editor.email, "password": PASSWORD})
    assert client.get("/admin/")["Location"].startswith(VERIFY)


def test_a_mailed_code_leads_to_it_and_sets_no_password_before_it(client, enrolled, editor):
    client.logout()
    client.post("/admin/sign-in/code/", {"email": editor.email})
    code = re.search(r"^\d{4} \d{4}$", OutgoingMail.objects.get().text, re.M)[0]
    client.post("/admin/sign-in/code/enter/", {"code": code})
    assert client.get("/admin/")["Location"].startswith(VERIFY)
    client.post("/admin/sign-in/password/", {"new_password1": "ganz-neu-20266", "new_password2": "ganz-neu-20266"})
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_production_requires_it_and_believes_one_proxy():
    done = manage("diffsettings", "--output", "unified")
    assert "+ SECOND_FACTOR_REQUIRED = True" in done.stdout
    assert "+ PROXY_COUNT = 1" in done.stdout
    assert "+ OTP_WEBAUTHN_RP_ID = 'www.example.org'" in done.stdout
    assert "+ OTP_WEBAUTHN_ALLOWED_ORIGINS = ['https://www.example.org']" in done.stdout


# --- nothing passes by it --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/pages/",
        "/admin/images/",
        "/admin/account/",
        "/admin/reports/site-history/",
        "/admin/businesses/",
        "/admin/autocomplete/",
        "/admin/does-not-exist/",
        "/admin/sign-in/password/",
        FACTOR,
        ADD_APP,
    ],
)
def test_no_screen_of_the_admin_opens_before_it(client, enrolled, path):
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 302
        assert answer["Location"].startswith(VERIFY)


@pytest.mark.parametrize(
    "headers",
    [{"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}, {"HTTP_ACCEPT": "application/json"}, {"HTTP_ACCEPT": "*/*"}],
)
def test_requests_of_scripts_are_refused_plainly(client, enrolled, headers):
    assert client.get("/admin/api/main/pages/", **headers).status_code == 403
    assert client.post("/admin/dismissibles/", **headers).status_code == 403


def test_what_stays_open_tells_nothing(client, enrolled):
    assert client.get("/admin/jsi18n/").status_code == 200
    assert client.get("/admin/sprite/").status_code == 200
    assert client.get("/admin/login/")["Location"] == "/admin/"
    assert client.post("/admin/logout/").status_code == 302
    assert not client.session.get("_auth_user_id")


def test_outside_the_admin_one_is_a_visitor_until_then(client, site, enrolled):
    page = make_news(site, "Nur fuer Angemeldete")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.url).status_code == 302
    client.post(VERIFY, {"code": shown_by(enrolled.bin_key)})
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize(("path", "is_known"), [("/", False), ("/admin/", True)])
def test_views_that_ask_asynchronously_get_the_same_answer(client, enrolled, path, is_known):
    client.get("/admin/")
    request = RequestFactory().get(path)
    request.session = client.session
    seen = []

    def view(request):
        seen.append(async_to_sync(request.auser)())

    AuthenticationMiddleware(SecondFactorMiddleware(view))(request)
    assert [user.is_authenticated for user in seen] == [is_known]


def test_private_documents_wait_for_it_too(client, enrolled):
    collection = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    file = ContentFile(b"Protokoll", "protokoll.txt")
    document = get_document_model().objects.create(title="Protokoll", file=file, collection=collection)
    assert client.get(document.url).status_code == 302
    client.post(VERIFY, {"code": shown_by(enrolled.bin_key)})
    assert client.get(document.url).status_code == 200


def test_the_names_of_the_open_views_exist():
    for name in member_views() | second_factor_open_views():
        arguments = ["app", 1] if name == "sign_in:remove_device" else []
        assert reverse(name, args=arguments)


def test_a_visitor_is_sent_to_the_sign_in(client, site):
    for path in (FACTOR, ADD_APP, VERIFY, "/admin/sign-in/password/", "/admin/sign-in/reset/1/"):
        assert client.get(path)["Location"].startswith("/admin/login/")


# --- passing it ------------------------------------------------------------------------------------------------


def test_the_way_on_is_kept_where_it_is_ours(client, enrolled):
    for wanted, reached in (("https://boese.example/", "/admin/"), ("/admin/account/", "/admin/account/")):
        enrolled.refresh_from_db()
        enrolled.last_t = -1
        enrolled.save()
        browser = Client()
        browser.force_login(enrolled.user)
        answer = browser.post(VERIFY, {"code": shown_by(enrolled.bin_key), "next": wanted})
        assert answer["Location"] == reached


def test_passing_it_changes_the_session_key(client, enrolled):
    before = client.session.session_key
    client.post(VERIFY, {"code": shown_by(enrolled.bin_key)})
    assert client.session.session_key != before


def test_a_code_of_the_app_works_once(client, enrolled):
    code = shown_by(enrolled.bin_key)
    client.post(VERIFY, {"code": code})
    elsewhere = Client()
    elsewhere.force_login(enrolled.user)
    assert elsewhere.post(VERIFY, {"code": code}).status_code == 422
    assert not is_in(elsewhere)


def test_guessing_is_slowed_down(client, enrolled):
    assert client.post(VERIFY, {"code": "000000"}).status_code == 422
    answer = client.post(VERIFY, {"code": shown_by(enrolled.bin_key)})
    assert answer.status_code == 429
    assert not is_in(client)


def test_guessing_recovery_codes_is_slowed_down(client, editor):
    client.force_login(editor)
    _app, codes = enrol(client)
    client.logout()
    client.force_login(editor)
    assert client.post(RECOVERY_ENTRY, {"code": "aaaaa-aaaaa"}).status_code == 422
    assert client.post(RECOVERY_ENTRY, {"code": codes[0]}).status_code == 429


def test_of_two_apps_each_one_opens(client, enrolled):
    second = make_app(enrolled.user)
    client.post(VERIFY, {"code": shown_by(second.bin_key)})
    assert is_in(client)
    enrolled.refresh_from_db()
    assert enrolled.throttling_failure_count == 0


def test_the_app_of_somebody_else_opens_nothing(client, enrolled, coordinator):
    assert client.post(VERIFY, {"code": shown_by(make_app(coordinator).bin_key)}).status_code == 422
    assert not is_in(client)


# --- passkeys, as far as no browser is needed ------------------------------------------------------------------


def test_nobody_signs_in_by_passkey_alone(client, site):
    answer = client.post(f"{PASSKEY}/authentication/begin/")
    assert answer.status_code == 403
    assert answer.json()["code"] == "passwordless_login_disabled"


def test_a_visitor_registers_no_passkey(client, site):
    assert client.post(f"{PASSKEY}/registration/begin/").status_code == 403


def test_a_made_up_passkey_opens_nothing(client, enrolled):
    client.post(f"{PASSKEY}/authentication/begin/")
    data = {"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}
    for body in (data, {}, [], "x"):
        answer = client.post(f"{PASSKEY}/authentication/complete/", body, content_type="application/json")
        assert 400 <= answer.status_code < 500
    assert not is_in(client)
