"""Every kind of page: nobody is shut out, nothing runs off the screen or jumps, nobody else learns of the visit."""

import json

import pytest

from tests.journeys.looking import overflow, read, shifts, violations, watch_shifts
from tests.screens.page_types import FAULTS, FIRST, LANGUAGES, SIGN_IN, addresses, in_language, pairwise

pytestmark = pytest.mark.journey

WIDTHS = (320, 360, 390, 768, 1440)


@pytest.fixture
def looking(new_context):
    """`looking(look)`: a page that looks at things this way, always the same for the same colours and width."""
    pages = {}

    def at(look):
        key = (look.colours, look.width)
        if key not in pages:
            screen = {"width": look.width, "height": 844 if look.width < 768 else 900}
            mobile = {"has_touch": True, "is_mobile": True} if look.width < 768 else {}
            pages[key] = new_context(viewport=screen, color_scheme=look.colours, **mobile).new_page()
        return pages[key]

    return at


def nothing_in(found):
    assert {name: lines for name, lines in found.items() if lines} == {}, json.dumps(found, indent=1)


def test_no_page_shuts_anybody_out(kiez, looking):
    page, found = looking(FIRST), {}
    for name, address in (addresses(kiez) | SIGN_IN).items():
        page.goto(address)
        found[name] = violations(page)
    page.goto(addresses(kiez)["change request"])
    page.locator("main form button[type=submit]").click()
    found["change request with errors"] = violations(page)
    nothing_in(found)


def test_no_page_shuts_anybody_out_in_any_language_by_night_or_on_a_desk(kiez, looking):
    found, every = {}, addresses(kiez)
    for name, look in pairwise(every):
        if look == FIRST:
            continue
        page = looking(look)
        page.goto(in_language(every[name], look.language))
        found[f"{name}: {look}"] = violations(page)
    nothing_in(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_error_page_shuts_anybody_out_or_runs_off_the_screen(kiez, settings, new_context, language):
    settings.ROOT_URLCONF = "tests.screens.library_urls"
    found = {}
    for colours in ("light", "dark"):
        page = new_context(color_scheme=colours).new_page()
        for name, address in FAULTS.items():
            for width in (WIDTHS[0], WIDTHS[-1]):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.goto(in_language(address, language)).status in (403, 500)
                found[f"{name}, {colours}, {width} px"] = violations(page) + overflow(page, width)
    nothing_in(found)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_no_page_runs_off_the_screen(kiez, new_context, language):
    page, found = new_context().new_page(), {}
    for name, address in (addresses(kiez) | SIGN_IN).items():
        page.goto(address if name in SIGN_IN else in_language(address, language))
        found[name] = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[name] += overflow(page, width)
    nothing_in(found)


def test_text_of_twice_the_size_runs_off_no_screen(kiez, new_context):
    page, found = new_context(viewport={"width": 1280, "height": 900}).new_page(), {}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    for name, address in (addresses(kiez) | SIGN_IN).items():
        page.goto(address)
        found[name] = overflow(page, 1280)
        size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        if size < 32:
            found[name].append(f"text stays at {size} px")
    nothing_in(found)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_on_a_page_moves_by_itself(kiez, new_context, width):
    context = new_context(viewport={"width": width, "height": 844})
    watch_shifts(context)
    page, found = context.new_page(), {}
    for name, address in addresses(kiez).items():
        read(page, address)
        found[name] = shifts(page)
    nothing_in(found)


def test_no_public_page_asks_anybody_else(kiez, context, live_server):
    asked, answered = [], {}
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    for name, address in addresses(kiez).items():
        answered[name] = read(page, address).status
    assert {name for name, status in answered.items() if status != 200} == {"invitation, over", "not found"}
    assert any("/media/" in url for url in asked)
    assert any("/static/" in url for url in asked)
    assert [url for url in asked if not url.startswith((f"{live_server.url}/", "data:", "blob:"))] == []
