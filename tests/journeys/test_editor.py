"""An editor with an office day a week: news from the last one, a schedule, a look at it as a phone shows it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _
from playwright.sync_api import expect
from wagtail.admin.widgets import AdminDateTimeInput

from news.models import NewsPage
from site_core.services.jobs import run_due_jobs
from tests.factories.people import PASSWORD
from tests.journeys.conftest import DESK

pytestmark = pytest.mark.journey

COUNT_CLICKS = """
document.addEventListener("click", (event) => {
    if (event.isTrusted) sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") || 0) + 1);
}, true);
"""


def sign_in(page, email):
    page.goto("/admin/")
    page.locator("[name=username]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/login/"))


def clicks(page):
    return int(page.evaluate("sessionStorage.getItem('clicks')"))


def test_news_from_the_last_one_is_scheduled_and_seen_on_a_phone_in_three_clicks(
    kiez, editor, new_context, client, monkeypatch
):
    context = new_context(**DESK)
    context.add_init_script(COUNT_CLICKS)
    page = context.new_page()
    sign_in(page, "Redaktion@Example.ORG")
    page.goto("/admin/news/")
    page.evaluate("sessionStorage.removeItem('clicks')")
    moment = (timezone.localtime() + timedelta(days=2)).replace(second=0, microsecond=0)

    page.get_by_role("button", name=_("New article from the last one")).click()
    expect(page.locator("[name=title]")).to_have_value(_("Copy of %(title)s") % {"title": kiez.news.title})
    page.locator("[name=title]").fill("Der Nähtreff zieht um")
    page.locator("[name=go_live_at]").fill(moment.strftime(AdminDateTimeInput().format))
    page.keyboard.press("Tab")

    page.locator("[data-side-panel-toggle=preview]").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Der Nähtreff zieht um")
    assert preview.locator("html").evaluate("html => html.clientWidth") < 480

    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages")).to_be_visible()
    assert clicks(page) == 3

    draft = NewsPage.objects.get(title="Der Nähtreff zieht um")
    assert not draft.live
    assert draft.scheduled_revision.approved_go_live_at == moment
    assert client.get(draft.url).status_code == 404

    with monkeypatch.context() as later:
        later.setattr(timezone, "now", lambda: moment + timedelta(minutes=1))
        assert "publish_scheduled" in run_due_jobs()
    published = client.get(draft.url)
    assert published.status_code == 200
    assert "Der Nähtreff zieht um" in client.get("/aktuelles/").content.decode()


def test_the_copy_leaves_the_last_article_as_it_was(kiez, editor, signed_in):
    page = signed_in(editor)
    page.goto("/admin/news/")
    page.get_by_role("button", name=_("New article from the last one")).click()
    expect(page.locator("[name=title]")).to_be_visible()
    copy = NewsPage.objects.exclude(pk=kiez.news.pk).get()
    kiez.news.refresh_from_db()
    assert (kiez.news.live, copy.live) == (True, False)
    assert kiez.news.title == "Der Nähtreff näht weiter"
    assert [block.block_type for block in copy.story] == [block.block_type for block in kiez.news.story]
    assert copy.slug != kiez.news.slug
