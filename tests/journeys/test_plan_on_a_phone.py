"""The Kiezplan under a thumb and under the keys, and what is near when the phone will not say where it is."""

import re

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

#: How many times as wide as its window the plan is drawn.
ZOOM = """
() => document.querySelector('.plan__sheet').clientWidth / document.querySelector('.plan__window').clientWidth
"""
SCROLLED = (
    "() => { const {scrollLeft, scrollTop} = document.querySelector('.plan__window'); return scrollLeft + scrollTop }"
)


def zoom(page) -> float:
    return page.evaluate(ZOOM)


@pytest.fixture
def plan(kiez, phone):
    """A phone that shows the plan of all businesses."""
    phone.goto("/gewerbe/?view=plan")
    expect(phone.get_by_role("button", name=_("Closer"))).to_be_visible()
    return phone


def test_the_buttons_bring_the_plan_nearer_and_back(plan):
    closer = plan.get_by_role("button", name=_("Closer"))
    further = plan.get_by_role("button", name=_("Further away"))
    assert zoom(plan) == pytest.approx(1)
    expect(further).to_be_disabled()

    closer.tap()
    once = zoom(plan)
    closer.tap()
    assert 1 < once < zoom(plan)
    further.tap()
    assert zoom(plan) == pytest.approx(once)
    plan.get_by_role("button", name=_("Whole plan")).tap()
    assert zoom(plan) == pytest.approx(1)


def test_the_keys_bring_it_nearer_move_it_and_show_all_of_it_again(plan):
    plan.locator(".plan__window").focus()
    plan.keyboard.press("+")
    plan.keyboard.press("+")
    near, before = zoom(plan), plan.evaluate(SCROLLED)
    assert near > 1
    plan.keyboard.press("ArrowRight")
    plan.keyboard.press("ArrowDown")
    assert plan.evaluate(SCROLLED) > before
    plan.keyboard.press("-")
    assert 1 < zoom(plan) < near
    plan.keyboard.press("0")
    assert zoom(plan) == pytest.approx(1)


def test_a_dot_is_large_enough_for_a_thumb_and_leads_to_its_shop(kiez, plan):
    dot = plan.locator(f".plan__dots a[href='{kiez.tailor.url}']")
    box = dot.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    plan.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(plan.get_by_role("heading", level=1)).to_have_text("Nadel und Faden")


def test_whoever_refuses_to_say_where_they_are_chooses_a_street(kiez, phone):
    # The browser of the journeys refuses whatever has not been granted.
    phone.goto("/gewerbe/")
    phone.locator("summary").filter(has_text=_("Near me")).tap()
    phone.get_by_role("button", name=_("Use my position")).tap()
    expect(phone.get_by_text(_("Your position cannot be found. Please choose a street."))).to_be_visible()
    street = phone.get_by_label(_("Where are you?"))
    expect(street).to_be_focused()

    street.select_option("Okerstraße")
    phone.get_by_role("button", name=_("Sort by distance")).tap()
    expect(phone).to_have_url(re.compile("near="))
    expect(phone.locator(".card__title a").first).to_have_text(re.compile("Saum und Sohn|Backhaus Oker"))


def test_whoever_says_where_they_are_sees_the_nearest_first(kiez, phone):
    phone.context.grant_permissions(["geolocation"])
    phone.context.set_geolocation({"latitude": kiez.tailor.latitude, "longitude": kiez.tailor.longitude})
    phone.goto("/gewerbe/")
    phone.locator("summary").filter(has_text=_("Near me")).tap()
    phone.get_by_role("button", name=_("Use my position")).tap()
    phone.wait_for_url("**near=*")
    expect(phone.locator(".card__title a").first).to_have_text("Nadel und Faden")
