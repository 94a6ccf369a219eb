"""The screens of joining and keeping a page, on a phone: nobody is shut out, nothing runs off the screen."""

import pytest
from django.urls import reverse

from members.models import Application
from members.services.applications import accept_application, submit_application
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_member
from tests.journeys.conftest import PHONE
from tests.journeys.looking import overflow, violations
from tests.journeys.member_steps import edit_url, hours_url, link_in, mails_for, send_for_review

pytestmark = pytest.mark.journey

ADA = "ada@example.org"
TABS = ("who", "offer", "kiez", "why", "contact", "pictures")


def make_application(name, email) -> Application:
    words = {"name": name, "contact_name": "Ada Korn", "email": email, "street": "Okerstraße", "consent_words": "Ja."}
    return submit_application(values=words, checked=True)


@pytest.fixture
def look():
    """`look(page, name)` keeps what is wrong with the screen this browser shows, in `look.found`."""

    def at(page, name):
        # Wagtail's messages fade in, and half-way through have too little contrast.
        page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
        found = violations(page) + overflow(page, PHONE["viewport"]["width"])
        if found:
            at.found[name] = found

    at.found = {}
    return at


def test_joining_shuts_nobody_out(kiez, editor, phone, mailoutbox, look):
    phone.goto("/mitmachen/")
    look(phone, "form")
    phone.locator("main form [type=submit]").click()
    look(phone, "form with errors")
    phone.goto("/mitmachen/danke/")
    look(phone, "thanks")

    accept_application(application=make_application("Backstube Krume", ADA), by=make_coordinator())
    invitation = link_in(mails_for(ADA)[-1], "/einladung/")
    phone.goto(invitation)
    look(phone, "invitation")
    phone.locator("main form [type=submit]").click()
    look(phone, "invitation with errors")
    phone.goto("/einladung/veraltet/")
    look(phone, "invitation that is over")
    assert look.found == {}


def test_the_members_screens_shut_nobody_out(kiez, editor, signed_in, look):
    page = kiez.tailor
    member = make_member(page, ADA)
    phone = signed_in(member, **PHONE)
    phone.goto(edit_url(page))
    for tab in TABS:
        phone.locator(f"#tab-label-{tab}").click()
        look(phone, f"form, {tab}")
    screens = {
        "hours": hours_url(page),
        "pictures": reverse("own:pictures"),
        "people": reverse("people:page", args=[page.pk]),
        "inviting": reverse("people:invite", args=[page.pk]),
        "help": reverse("own:help"),
        "account": reverse("wagtailadmin_account"),
    }
    for name, address in screens.items():
        assert phone.goto(address).status == 200
        look(phone, name)
    phone.goto(edit_url(page))
    send_for_review(phone)
    look(phone, "form that waits")
    make_member(make_business(kiez.site, "Zweiter Laden", live=False), ADA)
    phone.goto(reverse("own:start"))
    look(phone, "list of own pages")
    assert look.found == {}


def test_the_coordinators_screens_shut_nobody_out(kiez, editor, signed_in, look):
    application = make_application("Backhaus an der Oker", ADA)
    make_application("Backhaus Oker", "ben@example.org")
    phone = signed_in(make_coordinator(), **PHONE)
    screens = {
        "applications": reverse("applications_modeladmin_index"),
        "application": reverse("application:show", args=[application.pk]),
        "writing one down": reverse("application:add"),
        "memberships": "/admin/memberships/",
        "mails": "/admin/mails/",
        "businesses": "/admin/businesses/",
    }
    for name, address in screens.items():
        assert phone.goto(address).status == 200
        look(phone, name)
    assert look.found == {}
