"""The admin, as an editor and an administrator use it, asks nobody but its own server."""

import pytest
from django.urls import reverse

from members.models import ChangeRequest
from tests.factories.people import make_superuser

pytestmark = pytest.mark.journey


def screens(kiez) -> list[str]:
    """The dashboard, editors with stories and choosers, uploads, lists, settings, people and reports."""
    pages = (kiez.site.home, kiez.tailor, kiez.news, kiez.campaign, kiez.about)
    return [
        reverse("wagtailadmin_home"),
        *(reverse("wagtailadmin_explore", args=[page.pk]) for page in (kiez.site.home, kiez.site.businesses)),
        *(reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in pages),
        reverse("wagtailadmin_pages:history", args=[kiez.news.pk]),
        reverse("wagtailadmin_pages:add", args=["news", "newspage", kiez.site.news.pk]),
        reverse("hours:edit", args=[kiez.tailor.pk]),
        reverse("records:edit", args=[kiez.unconfirmed.pk]),
        "/admin/news/",
        "/admin/businesses/",
        "/admin/initiatives/",
        "/admin/change-requests/",
        f"/admin/change-requests/inspect/{ChangeRequest.objects.get().pk}/",
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailimages:edit", args=[kiez.picture.pk]),
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:add_multiple"),
        reverse("wagtailsnippets_members_trade:list"),
        reverse("wagtailsnippets_members_trade:add"),
        reverse("wagtailsnippets_members_spokenlanguage:list"),
        reverse("wagtailsnippets_site_core_topic:edit", args=[kiez.topic.pk]),
        "/admin/settings/site_core/sitesettings/",
        reverse("wagtailredirects:index"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_groups:index"),
        reverse("wagtailsites:index"),
        reverse("wagtailadmin_workflows:index"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_account"),
    ]


def test_no_screen_of_the_admin_asks_anybody_else(kiez, signed_in, live_server):
    page = signed_in(make_superuser())
    asked, broken = [], []
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.on("response", lambda answer: broken.append(answer.url) if answer.status >= 400 else None)
    for address in screens(kiez):
        page.goto(address)
        assert page.url.startswith(f"{live_server.url}{address}")
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((f"{live_server.url}/", "data:", "blob:"))] == []
    assert broken == []
