"""What a member, a coordinator and an editor do one after another, as steps of a journey."""

import re

from django.core import mail
from django.urls import reverse
from django.utils.translation import gettext as _
from playwright.sync_api import Page as Browser
from playwright.sync_api import expect

from site_core.services.mail import deliver_due
from tests.journeys.kiez import photo_bytes

#: The four questions of the portrait interview, by tab.
ANSWERS = {
    "who": ("who_we_are", "Ada und Ben, seit vier Uhr früh in der Backstube."),
    "offer": ("what_we_offer", "Sauerteigbrot, Zimtknoten und Kuchen für Hochzeiten."),
    "kiez": ("what_the_kiez_means", "Hier fragt man, wie es der Oma geht."),
    "why": ("why_we_take_part", "Weil ein Fest mehr Hände braucht als zwei."),
}


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def hours_url(page) -> str:
    return reverse("hours:edit", args=[page.pk])


def apply_at(browser: Browser, *, name, email):
    """Fills in the form at /mitmachen/ and sends it, once the browser has solved the puzzle."""
    browser.goto("/mitmachen/")
    browser.locator("[name=kind][value=business]").check()
    browser.locator("[name=name]").fill(name)
    browser.locator("[name=street]").fill("Okerstraße")
    browser.locator("[name=house_number]").fill("14")
    browser.locator("[name=about]").fill("Brot und Kuchen.")
    browser.locator("[name=contact_name]").fill("Ada Korn")
    browser.locator("[name=email]").fill(email)
    browser.locator("[name=consent]").check()
    expect(browser.locator("input[name=altcha]")).not_to_have_value("")
    browser.get_by_role("button", name=_("Send application")).click()
    expect(browser).to_have_url(re.compile("/mitmachen/danke/"))


def accept(browser: Browser, *, name):
    """The coordinator opens the application from the list and takes it up as a new page."""
    browser.goto("/admin/applications/")
    browser.get_by_role("link", name=name).click()
    browser.get_by_role("button", name=_("Accept")).click()
    expect(browser.locator(".messages")).to_be_visible()


def mails_for(email) -> list[mail.EmailMessage]:
    """Delivers what is due, and returns this person's mails, the newest last."""
    deliver_due()
    return [message for message in mail.outbox if message.to == [email]]


def link_in(message, part) -> str:
    """The path of the one link in a mail that holds `part`."""
    [path] = {match[1] for match in re.finditer(r"https?://[^/\s]+(/\S*)", message.body) if part in match[1]}
    return path


def choose_password(browser: Browser, address, password):
    browser.goto(address)
    browser.locator("[name=new_password1]").fill(password)
    browser.locator("[name=new_password2]").fill(password)
    browser.get_by_role("button", name=_("Save password and go to my page")).click()


def open_tab(browser: Browser, key):
    browser.locator(f"#tab-label-{key}").click()


def answer(browser: Browser, **changed):
    """Answers the four questions of the interview, tab by tab; `changed` are other words for one of them."""
    for tab, (field, words) in ANSWERS.items():
        open_tab(browser, tab)
        browser.locator(f"[name={field}]").fill(changed.get(field, words))


def upload_portrait(browser: Browser, description):
    """Takes a photo into the page without leaving the form."""
    open_tab(browser, "pictures")
    browser.locator("#id_portrait-chooser [data-chooser-action-choose]:visible").first.click()
    dialog = browser.locator(".modal-content")
    dialog.locator("#tab-label-upload").click()
    dialog.locator("input[type=file]").set_input_files(
        {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": photo_bytes()}
    )
    # A script takes the title over from the file's name.
    expect(dialog.locator("[name$=title]")).not_to_have_value("")
    dialog.locator("[name$=description]").fill(description)
    dialog.locator("#tab-upload [type=submit]").click()
    expect(dialog).to_have_count(0)
    expect(browser.locator("#id_portrait-chooser img")).to_be_visible()


def press(browser: Browser, label):
    """One of the buttons below the form."""
    browser.locator("footer").get_by_role("button", name=label).click()


def send_for_review(browser: Browser):
    press(browser, _("Send for review"))
    expect(browser.locator(".messages")).to_contain_text(
        _("Sent for review. You get a mail as soon as somebody has looked at it.")
    )


def return_with(browser: Browser, page, reason):
    """The editor reads what has changed and gives it back."""
    browser.goto(edit_url(page))
    decide(browser, "reject")
    dialog = browser.locator(".modal-content")
    dialog.locator("[name=comment]").fill(reason)
    dialog.locator("[type=submit]").click()
    expect(dialog).to_have_count(0)


def approve(browser: Browser, page):
    browser.goto(edit_url(page))
    decide(browser, "approve")
    expect(browser.locator(".messages")).to_be_visible()


def decide(browser: Browser, action):
    """Presses a button of the review; the second one stands in the list beside the first."""
    button = browser.locator(f"footer [data-workflow-action-name={action}]")
    if not button.is_visible():
        browser.locator("footer .w-dropdown-button [data-w-dropdown-target=toggle]").click()
    button.click()
