"""A baker joins and keeps her own page: from the form on a phone to the public portrait, past nobody else's door."""

import re

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from members.models import Application, BusinessPage
from tests.factories.pages import make_business
from tests.factories.people import PASSWORD, make_coordinator, make_member
from tests.journeys.conftest import PHONE
from tests.journeys.member_steps import (
    accept,
    answer,
    apply_at,
    approve,
    choose_password,
    edit_url,
    hours_url,
    link_in,
    mails_for,
    open_tab,
    return_with,
    send_for_review,
    upload_portrait,
)

pytestmark = pytest.mark.journey

ADA = "ada@example.org"
REASON = "Bitte schreiben Sie noch, an welchen Tagen Sie backen."


@pytest.fixture
def coordinator(editor):
    return make_coordinator()


@pytest.fixture
def baker(kiez, editor):
    """Somebody who keeps a public page already."""
    return make_member(kiez.unconfirmed, ADA)


def test_a_baker_applies_on_her_phone_and_is_found_by_everybody(
    kiez, editor, coordinator, phone, desk, signed_in, mailoutbox
):
    apply_at(phone, name="Backstube Krume", email=ADA)
    assert Application.objects.get().checked

    accept(signed_in(coordinator), name="Backstube Krume")
    page = BusinessPage.objects.get(title="Backstube Krume")
    assert not page.live

    choose_password(phone, link_in(mails_for(ADA)[-1], "/einladung/"), PASSWORD)
    expect(phone).to_have_url(re.compile(f"{edit_url(page)}$"))
    expect(phone.locator("#own-notices")).to_contain_text(_("no photo yet"))
    answer(phone)
    upload_portrait(phone, "Zwei Menschen vor einem Backofen")
    send_for_review(phone)
    expect(phone.locator("#own-notices")).not_to_contain_text(_("no photo yet"))

    review = signed_in(editor)
    return_with(review, page, REASON)
    returned = mails_for(ADA)[-1]
    assert REASON in returned.body

    phone.goto(link_in(returned, edit_url(page)))
    expect(phone.locator("#own-notices .own-standing__reason")).to_have_text(REASON)
    reason = phone.locator("#own-notices .own-standing__reason").bounding_box()
    assert reason["y"] + reason["height"] <= phone.locator("#page-edit-form").bounding_box()["y"]
    open_tab(phone, "offer")
    phone.locator("[name=what_we_offer]").fill("Sauerteigbrot, dienstags bis samstags frisch.")
    send_for_review(phone)
    assert desk.goto("/gewerbe/backstube-krume/").status == 404

    approve(review, page)
    public = link_in(mails_for(ADA)[-1], "/gewerbe/")
    assert desk.goto(public).status == 200
    expect(desk.locator("main")).to_contain_text("Sauerteigbrot, dienstags bis samstags frisch.")
    expect(desk.locator("main").get_by_alt_text("Zwei Menschen vor einem Backofen").first).to_be_visible()
    desk.goto("/suche/?q=Sauerteigbrot")
    expect(desk.get_by_role("link", name="Backstube Krume").first).to_be_visible()


def test_the_neighbours_door_is_closed(kiez, baker, signed_in):
    phone = signed_in(baker, **PHONE)
    neighbour = make_business(kiez.site, "Gleich nebenan")
    make_member(neighbour, "nachbarin@example.org")
    assert phone.goto(edit_url(kiez.unconfirmed)).status == 200
    assert phone.goto(edit_url(neighbour)).status == 403
    assert phone.goto(hours_url(neighbour)).status == 403
    assert phone.goto(edit_url(kiez.news)).status == 403


def test_hours_changed_during_a_review_are_public_at_once_and_survive_it(kiez, editor, baker, signed_in, desk):
    page, words = kiez.unconfirmed, "Bis das letzte Brot weg ist"
    phone = signed_in(baker, **PHONE)
    phone.goto(edit_url(page))
    answer(phone)
    send_for_review(phone)

    phone.goto(hours_url(page))
    for day in range(7):
        phone.locator(f"[name=day{day}_0_from]").fill("06:10")
        phone.locator(f"[name=day{day}_0_to]").fill("13:40")
    phone.locator("[name=note]").fill(words)
    phone.get_by_role("button", name=_("Save opening hours")).click()
    expect(phone.locator(".messages")).to_contain_text(_("Saved. Your opening hours count at once."))

    desk.goto(page.url)
    expect(desk.locator("main")).to_contain_text(words)
    expect(desk.locator("main")).not_to_contain_text("Sauerteigbrot")
    approve(signed_in(editor), page)
    desk.goto(page.url)
    expect(desk.locator("main")).to_contain_text("Sauerteigbrot")
    expect(desk.locator("main")).to_contain_text(words)
    expect(desk.locator("main")).to_contain_text("13:40")


def test_a_change_is_sent_by_keyboard_alone(kiez, baker, signed_in):
    desk = signed_in(baker)
    desk.goto(edit_url(kiez.unconfirmed))
    tab_to(desk, "[name=who_we_are]")
    desk.keyboard.type("Vier Leute und ein Ofen.")
    tab_to(desk, "[name=action-submit]")
    desk.keyboard.press("Enter")
    expect(desk.locator(".messages")).to_contain_text(
        _("Sent for review. You get a mail as soon as somebody has looked at it.")
    )
    kiez.unconfirmed.refresh_from_db()
    assert kiez.unconfirmed.get_latest_revision_as_object().who_we_are == "Vier Leute und ein Ofen."


def tab_to(page, wanted, most=120):
    """Presses Tab until this element has the focus, as somebody without a mouse does."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{wanted} is not reached with the keyboard")
