"""A passkey from setting it up to signing in with it, with an authenticator that the browser plays."""

import pytest

from tests.factories.people import PASSWORD
from tests.factories.second_factor import make_app
from tests.journeys.looking import violations

pytestmark = pytest.mark.journey


@pytest.fixture
def desk_with_authenticator(desk, live_server, settings):
    """A visitor's browser with a built-in authenticator whose owner is always there."""
    settings.OTP_WEBAUTHN_RP_ID = "localhost"
    settings.OTP_WEBAUTHN_ALLOWED_ORIGINS = [live_server.url]
    session = desk.context.new_cdp_session(desk)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return desk


def sign_in(page, user):
    page.goto("/admin/login/?next=/admin/account/")
    page.fill("[name=username]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.click("form.sign-in__form button")


def test_a_passkey_is_set_up_and_opens_the_door_the_next_time(editor, desk_with_authenticator):
    page = desk_with_authenticator
    sign_in(page, editor)
    page.goto("/admin/sign-in/second-factor/")
    page.click("#passkey-register-button")
    page.wait_for_url("**/recovery-codes/")
    assert page.locator(".sign-in__codes code").count() == 10

    page.context.clear_cookies()
    sign_in(page, editor)
    assert "/admin/sign-in/verify/" in page.url
    page.click("#passkey-verification-button")
    page.wait_for_url("**/admin/account/")


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_no_screen_of_the_sign_in_shuts_anybody_out(editor, phone, colour_scheme):
    phone.emulate_media(color_scheme=colour_scheme, reduced_motion="reduce")
    found = {}

    def look(name):
        found[name] = violations(phone)
        if phone.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[name].append("wider than the phone")

    def submit(**fields):
        for name, value in fields.items():
            phone.fill(f"[name={name}]", value)
        phone.click("form.sign-in__form button")

    phone.goto("/admin/login/")
    submit(username=editor.email, password="falsch")
    look("refused")
    phone.goto("/admin/sign-in/code/")
    look("asking for a code")
    submit(email=editor.email)
    submit(code="1234")
    look("a wrong code")
    sign_in(phone, editor)
    phone.goto("/admin/sign-in/password/")
    look("password")
    phone.goto("/admin/sign-in/second-factor/")
    look("second factor")
    submit()
    phone.click("summary")
    look("adding an app")
    make_app(editor)
    phone.goto("/admin/sign-in/verify/")
    submit(code="000000")
    look("verifying")
    assert {name: lines for name, lines in found.items() if lines} == {}
