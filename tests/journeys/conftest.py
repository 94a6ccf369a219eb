"""A real browser on the running site: a phone, a desk, and somebody signed in."""

import os

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client

from members.roles import EDITORS
from members.services.roles import apply_review, apply_roles
from tests.factories.pages import grow_site
from tests.factories.people import make_user
from tests.journeys.kiez import Kiez, grow_kiez, lay_ground
from tests.screens.browser import FLAGS, chromium

# Playwright's sync API keeps an event loop running in the test's own thread, and Django refuses its ORM there; the
# tests ask the database between two steps of the browser, never from inside a coroutine.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium()
    if path is None:
        pytest.fail("no Chromium on this machine; tests/install_tools.sh says how to get it")
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Reduced motion, so that nothing is measured half-way through a fade."""
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """A database in a file: the browser asks for several things at once, and a database in memory has one connection
    that all threads would share."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        path = tmp_path_factory.mktemp("journeys") / "kiez.sqlite3"
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(path)


@pytest.fixture(scope="session")
def base_url(django_db_setup, live_server):
    """What `page.goto("/gewerbe/")` starts from; the database first, or the server meets one that is being made."""
    return live_server.url


@pytest.fixture
def kiez(transactional_db) -> Kiez:
    """A small Kiez with one page of each kind."""
    lay_ground()
    return grow_kiez(grow_site())


@pytest.fixture
def editor(kiez):
    """An editor with the group's rights, and the review of the directories in place."""
    apply_roles(home=kiez.site.home)
    apply_review(pages=[kiez.site.businesses, kiez.site.initiatives])
    return make_user("redaktion@example.org", Group.objects.get(name=EDITORS))


@pytest.fixture
def phone(new_context):
    """A visitor's phone."""
    return new_context(**PHONE).new_page()


@pytest.fixture
def desk(new_context):
    """A visitor's large screen."""
    return new_context(**DESK).new_page()


@pytest.fixture
def signed_in(new_context, live_server):
    """A browser in which this person has signed in: `signed_in(user)`."""

    def open_for(user, **screen):
        client = Client()
        client.force_login(user)
        context = new_context(**(screen or DESK))
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        return context.new_page()

    return open_for
