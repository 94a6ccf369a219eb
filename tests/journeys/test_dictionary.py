"""What a visitor does not find, an editor explains in three clicks, and the visitor finds it."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from members.models import Trade
from search.models import PoorSearch
from tests.journeys.looking import overflow, violations
from tests.journeys.test_editor import COUNT_CLICKS, clicks

pytestmark = pytest.mark.journey

#: Wagtail's form for a snippet says its title in the crumbs.
OF_WAGTAIL = "page-has-heading-one"


def search(page, text):
    """Searches as a visitor, and waits until the page has reported what it did not find."""
    page.goto("/suche/")
    page.locator("main [name=q]").fill(text)
    with page.expect_response("**/suche/merken/") as reported:
        page.keyboard.press("Enter")
    assert reported.value.status == 204


def test_an_editor_explains_a_word_and_the_visitors_search_succeeds(kiez, editor, phone, signed_in):
    search(phone, "Zwirnfee")
    expect(phone.get_by_role("link", name=kiez.tailor.title)).to_have_count(0)
    assert PoorSearch.objects.get().text == "Zwirnfee"

    desk = signed_in(editor)
    desk.context.add_init_script(COUNT_CLICKS)
    desk.goto("/admin/kiez-words/")
    desk.evaluate("sessionStorage.removeItem('clicks')")
    desk.get_by_role("link", name=f"{_('Means …')} Zwirnfee").click()
    expect(desk.locator("[name=phrase]")).to_have_value("Zwirnfee")
    desk.locator("[name=trade]").select_option(str(Trade.objects.get(slug="schneiderei").pk))
    desk.locator("button.action-save").click()
    expect(desk.locator(".messages")).to_contain_text("Zwirnfee")
    assert clicks(desk) <= 3
    assert desk.url.endswith("/admin/kiez-words/")

    phone.reload()
    expect(phone.get_by_role("link", name=kiez.tailor.title).first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_screens_are_usable_by_everybody(kiez, editor, signed_in, width):
    PoorSearch.objects.create(day="2026-11-23", key="zwirnfee", text="Zwirnfee", times=12)
    page = signed_in(editor, viewport={"width": width, "height": 900})
    addresses = ["/admin/kiez-words/?days=90", reverse("wagtailsnippets_search_kiezword:list")]
    for address in [*addresses, reverse("wagtailsnippets_search_kiezword:add")]:
        page.goto(address)
        assert [found for found in violations(page) if not found.startswith(OF_WAGTAIL)] == [], address
        assert overflow(page, width) == [], address
