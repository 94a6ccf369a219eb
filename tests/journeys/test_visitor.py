"""Somebody with a phone and little patience finds a shop, and says what is wrong with its entry."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from members.models import ChangeRequest
from site_core.services.jobs import run_due_jobs
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.journey


def choose(page, facet, *labels):
    """Opens one filter and picks a choice in it; for a trade first its branch."""
    for label in labels:
        page.locator("details.filter > summary").filter(has_text=_(facet)).click()
        page.locator("details.filter[open]").get_by_role("link", name=re.compile(f"^{label} ")).click()


def query_of(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def titles(page):
    return page.locator(".card__title a").all_inner_texts()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_visitor_finds_a_tailor_and_reports_a_wrong_entry(kiez, new_context, script):
    page = new_context(**PHONE, java_script_enabled=script).new_page()
    page.goto("/")
    page.get_by_role("navigation", name=_("Main menu")).get_by_role("link", name="Gewerbe").click()
    expect(page.locator(".card")).to_have_count(5)

    choose(page, "Trade", "Mode und Textil", "Schneiderei")
    choose(page, "Street", "Herrfurthstraße")
    choose(page, "Language", "Türkisch")
    assert query_of(page) == {"trade": "schneiderei", "street": kiez.tailor.street_key, "language": "tr"}
    assert titles(page) == ["Nadel und Faden"]

    chips = page.get_by_role("list", name=_("Active filters"))
    chips.get_by_role("link", name="Herrfurthstraße").click()
    assert query_of(page) == {"trade": "schneiderei", "language": "tr"}
    assert titles(page) == ["Nadel und Faden", "Saum und Sohn"]

    friend = new_context(**PHONE, java_script_enabled=script).new_page()
    friend.goto(page.url)
    assert titles(friend) == titles(page)
    expect(friend.get_by_role("list", name=_("Active filters")).get_by_role("link", name="Türkisch")).to_be_visible()

    page.get_by_role("link", name="Nadel und Faden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nadel und Faden")
    expect(page.get_by_text("Zwei Frauen, drei Nähmaschinen.")).to_be_visible()

    page.get_by_role("link", name=_("Something is not right? Tell us")).click()
    page.get_by_label(_("message")).fill("Ihr habt seit Montag eine neue Telefonnummer.")
    page.get_by_label(_("your e-mail address")).fill("nachbar@example.org")
    page.get_by_role("button", name=_("Send")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(_("Thank you"))

    request = ChangeRequest.objects.get(page=kiez.tailor)
    assert (request.wish, request.sender_email) == ("change", "nachbar@example.org")
    run_due_jobs()
    letter = next(letter for letter in mail.outbox if "Nadel und Faden" in letter.subject)
    assert letter.to == ["kontakt@example.org"]
    assert "neue Telefonnummer" in letter.body


def test_an_empty_request_says_what_is_missing_and_keeps_what_was_written(kiez, phone):
    phone.goto(f"/eintrag/{kiez.tailor.pk}/")
    phone.get_by_label(_("your name")).fill("Frau Yıldız")
    phone.get_by_role("button", name=_("Send")).click()
    expect(phone.get_by_role("alert")).to_be_visible()
    expect(phone.get_by_label(_("your name"))).to_have_value("Frau Yıldız")
    assert not ChangeRequest.objects.filter(page=kiez.tailor).exists()


def test_a_visitor_searches_by_an_everyday_word_and_narrows_it_down(kiez, phone):
    phone.goto("/")
    phone.get_by_role("combobox").fill("Schneider")
    phone.keyboard.press("Enter")
    results = phone.locator(".line__title a")
    expect(phone.get_by_role("link", name="Nadel und Faden")).to_be_visible()
    assert set(results.all_inner_texts()) == {"Nadel und Faden", "Saum und Sohn", "Knopf und Kragen"}

    phone.goto("/suche/?q=Nähtreff")
    phone.get_by_role("navigation", name=_("Kind")).get_by_role("link", name=_("News")).click()
    assert query_of(phone) == {"q": "Nähtreff", "kind": "news"}
    expect(results).to_have_text(["Der Nähtreff näht weiter"])


def test_a_topic_gathers_every_kind_and_can_be_narrowed_to_one(kiez, phone):
    phone.goto(kiez.tailor.url)
    phone.get_by_role("link", name="reparieren").click()
    results = phone.locator(".line__title a")
    expect(results).to_have_count(3)
    assert set(results.all_inner_texts()) == {"Nadel und Faden", "Nachbarschaftsladen", "Der Nähtreff näht weiter"}

    phone.get_by_role("navigation", name=_("Kind")).get_by_role("link", name=_("Initiatives")).click()
    expect(results).to_have_text(["Nachbarschaftsladen"])
