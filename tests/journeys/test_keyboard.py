"""Without a mouse: from a word to the shop's telephone, and into the network."""

import re

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from members.models import Application

pytestmark = pytest.mark.journey

#: Whether a person sees where they are: with the focus the element, a part of it or what it stands in looks different.
SEEN = """
() => {
    const it = document.activeElement, box = it.getBoundingClientRect();
    const parts = [it, it.parentElement, it.parentElement?.parentElement, ...it.querySelectorAll('*')].filter(Boolean);
    const said = ['outlineStyle', 'outlineWidth', 'boxShadow', 'stroke', 'strokeWidth', 'borderColor'];
    const looks = () => parts.flatMap(part => ['', '::before', '::after'].flatMap(
        piece => said.map(name => getComputedStyle(part, piece || null)[name])
    )).join();
    const focused = looks();
    it.blur();
    const plain = looks();
    it.focus({preventScroll: true, focusVisible: true});
    return box.bottom > 0 && box.top < innerHeight && focused !== plain;
}
"""
WHERE = "() => document.activeElement.outerHTML.slice(0, 160)"


def tab_to(page, wanted, most=150):
    """Presses Tab until this element has the focus; on the way every stop must be seen."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        assert page.evaluate(SEEN), f"nobody sees the focus on {page.evaluate(WHERE)}"
        if wanted.first.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached with the keyboard")


def test_a_shop_is_searched_found_and_called_by_keyboard_alone(kiez, desk):
    desk.goto("/")
    tab_to(desk, desk.get_by_role("combobox"))
    desk.keyboard.type("Schneider")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/suche/**")
    tab_to(desk, desk.get_by_role("main").get_by_role("link", name="Nadel und Faden"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Nadel und Faden")

    # Nobody picks up here: the call is kept instead of made.
    desk.evaluate(
        "addEventListener('click', event => { window.called = event.target.closest('a')?.href; "
        "event.preventDefault(); })"
    )
    tab_to(desk, desk.locator("a[href^='tel:']"))
    desk.keyboard.press("Enter")
    assert re.sub(r"\D", "", desk.evaluate("window.called")) == "4930901820"


def test_the_way_past_the_menu_is_the_first_stop(kiez, desk):
    desk.goto("/gewerbe/")
    tab_to(desk, desk.get_by_role("link", name=_("Skip to content")), most=1)
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_shop_joins_by_keyboard_alone(kiez, editor, desk):
    desk.goto("/mitmachen/")
    tab_to(desk, desk.locator("[name=kind]"))
    desk.keyboard.press("Space")
    said = {
        "name": "Backstube Krume",
        "street": "Okerstraße",
        "house_number": "14",
        "about": "Brot und Kuchen.",
        "contact_name": "Ada Korn",
        "email": "ada@example.org",
    }
    for name, words in said.items():
        tab_to(desk, desk.locator(f"[name={name}]"))
        desk.keyboard.type(words)
    tab_to(desk, desk.locator("[name=consent]"))
    desk.keyboard.press("Space")
    expect(desk.locator("input[name=altcha]")).not_to_have_value("")
    tab_to(desk, desk.get_by_role("button", name=_("Send application")))
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/mitmachen/danke/"))
    application = Application.objects.get()
    assert {name: str(getattr(application, name)) for name in said} == said


def test_without_script_a_shop_is_searched_filtered_and_read_and_the_form_to_join_is_there(kiez, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("Schneider")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("link", name="Nadel und Faden")).to_be_visible()
    page.goto("/gewerbe/?trade=schneiderei&language=tr&street=" + kiez.tailor.street_key)
    expect(page.get_by_role("main").get_by_role("link", name="Saum und Sohn")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Nadel und Faden").first.click()
    expect(page.get_by_text("Zwei Frauen, drei Nähmaschinen.")).to_be_visible()
    page.goto("/mitmachen/")
    expect(page.locator("[name=contact_name]")).to_be_editable()
    expect(page.get_by_role("button", name=_("Send application"))).to_be_visible()
