"""Somebody types a word as they would say it, and finds the shop around the corner."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from playwright.sync_api import expect

from members.services.hours import set_hours
from site_core.models import Topic
from tests.journeys.conftest import PHONE
from tests.journeys.looking import overflow, violations

pytestmark = pytest.mark.journey

NOTHING_KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"


def query_of(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def results(page):
    return page.locator(".line__title a")


@pytest.fixture
def tailor(kiez):
    """Arabic and Turkish for what she does, and a shop of her trade that is closed all day."""
    trade = kiez.tailor.trades.get()
    trade.name_ar, trade.name_tr = "خياط", "Terzi"
    trade.save()
    closed = kiez.site.businesses.get_children().get(title="Saum und Sohn").specific
    set_hours(page=closed, osm="off", note="", confirmed_on=date(2026, 11, 1))
    return kiez.tailor


def test_a_misspelt_trade_on_a_phone_finds_the_tailor_who_is_open(tailor, phone, new_context):
    phone.goto("/")
    phone.get_by_role("combobox").fill("Schnaider")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/suche/**")
    expect(results(phone).filter(has_text="Nadel und Faden")).to_be_visible()
    expect(phone.locator(".line").filter(has_text="Nadel und Faden")).to_contain_text("Schneiderei")
    expect(phone.locator(".notice")).to_contain_text("Schneider")

    phone.get_by_role("navigation", name=_("Filters")).get_by_role("link", name=re.compile(_("Open now"))).click()
    assert query_of(phone) == {"q": "Schnaider", "open": "now"}
    expect(results(phone)).to_have_text(["Nadel und Faden"])

    friend = new_context(**PHONE).new_page()
    friend.goto(phone.url)
    expect(results(friend)).to_have_text(["Nadel und Faden"])
    expect(friend.get_by_role("combobox")).to_have_value("Schnaider")
    friend.get_by_role("list", name=_("Active filters")).get_by_role("link").click()
    assert query_of(friend) == {"q": "Schnaider"}
    expect(results(friend).filter(has_text="Saum und Sohn")).to_be_visible()

    friend.locator(".notice a").click()
    assert query_of(friend) == {"q": "Schnaider", "exact": "1"}
    expect(results(friend).filter(has_text="Nadel und Faden")).to_have_count(0)


def test_a_suggestion_is_chosen_by_keyboard_alone(tailor, desk):
    desk.goto("/suche/")
    field, options = desk.get_by_role("combobox"), desk.get_by_role("option")
    field.focus()
    desk.keyboard.type("s")
    expect(field).to_have_attribute("aria-expanded", "false")
    desk.keyboard.type("chn")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(desk.locator(".search [role=status]")).to_contain_text(re.compile(r"\d"))
    expect(options.first).to_have_text("Schneiderei")

    desk.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(field).to_be_focused()
    desk.keyboard.press("End")
    expect(options.last).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[aria-selected]")).to_have_count(0)
    desk.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("Home")
    expect(options.first).to_have_attribute("aria-selected", "true")

    desk.keyboard.press("Escape")
    expect(desk.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("schn")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/gewerbe/?trade=schneiderei")
    expect(desk.locator(".card__title a").filter(has_text="Nadel und Faden")).to_be_visible()


def test_what_was_typed_is_searched_when_no_suggestion_is_chosen(tailor, desk):
    desk.goto("/")
    desk.get_by_role("combobox").press_sequentially("nade")
    expect(desk.get_by_role("option").filter(has_text="Nadel und Faden")).to_be_visible()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/suche/?q=nade")


def test_a_suggestion_is_tapped_and_nothing_is_kept_about_it(tailor, phone):
    phone.goto("/")
    phone.get_by_role("combobox").press_sequentially("nade")
    phone.get_by_role("option").filter(has_text="Nadel und Faden").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Nadel und Faden")
    with phone.expect_response("**/suche/merken/") as noted:
        phone.goto("/suche/?q=quastenflosser")
    assert noted.value.status == 204
    assert phone.evaluate(NOTHING_KEPT) == 0


def test_who_leaves_the_field_leaves_the_suggestions(tailor, desk):
    desk.goto("/suche/")
    desk.get_by_role("combobox").press_sequentially("schn")
    expect(desk.get_by_role("listbox")).to_be_visible()
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("listbox")).to_be_hidden()


def test_an_arabic_word_in_the_arabic_interface_finds_the_tailor(tailor, phone):
    phone.goto("/ar/suche/")
    phone.get_by_role("combobox").press_sequentially("خي")
    with override("ar"):
        expect(phone.get_by_role("listbox", name=_("Suggestions"))).to_be_visible()
    expect(phone.get_by_role("option").first).to_have_text("خياط")
    phone.get_by_role("combobox").fill("خياط")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/ar/suche/?q=*")
    expect(results(phone).filter(has_text="Nadel und Faden")).to_be_visible()
    assert overflow(phone, PHONE["viewport"]["width"]) == []


def test_without_script_the_field_is_a_plain_form(tailor, new_context):
    page = new_context(**PHONE, java_script_enabled=False).new_page()
    page.goto("/suche/?kind=business")
    page.get_by_role("searchbox").fill("terzi")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=terzi**")
    assert query_of(page) == {"q": "terzi", "kind": "business"}
    expect(results(page).filter(has_text="Nadel und Faden")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_of_the_search_shuts_anybody_out(tailor, new_context, width, scheme):
    Topic.objects.create(name="Secondhand", slug="secondhand")
    page = new_context(viewport={"width": width, "height": 844}, color_scheme=scheme).new_page()
    found = {}
    for address in ("/suche/", "/suche/?q=Schnaider&open=now", "/suche/?q=Quastenflosser", "/suche/?q=Schneider+Brot"):
        page.goto(address)
        found[address] = [*violations(page), *overflow(page, width)]
    page.goto("/ar/suche/")
    page.get_by_role("combobox").press_sequentially("nade")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    found["suggestions"] = [*violations(page), *overflow(page, width)]
    assert {state: lines for state, lines in found.items() if lines} == {}
