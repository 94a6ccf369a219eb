"""Who reads the admin in another language is led to the German page all the same; readers stay in their language."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.pages import make_business, make_news, make_standard_page
from tests.factories.people import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["en", "tr", "ar"])
def desk(request, site):
    """An editor who reads the admin in another language than German."""
    editor = make_editor()
    UserProfile.objects.create(user=editor, preferred_language=request.param)
    client = Client()
    client.force_login(editor)
    client.language = request.param
    return client


def led_to(html) -> set[str]:
    """Every address of a page of the site in this markup; the admin's own have no language."""
    links = re.findall(r'href="([^"]+)"', html)
    return {link for link in links if re.match(r"(https?://[^/]+)?/((en|tr|ar)/)?(aktuelles|gewerbe|wir)/", link)}


def test_the_edit_screen_leads_to_the_german_page(desk, site):
    page = make_news(site, "Neue Bänke")
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert f'lang="{desk.language}"' in html
    assert {link.removeprefix("http://localhost:8000") for link in led_to(html)} == {"/aktuelles/neue-baenke/"}


def test_the_listing_leads_to_german_pages(desk, site):
    make_news(site, "Neue Bänke")
    html = desk.get(reverse("wagtailadmin_explore", args=[site.news.pk])).text
    assert led_to(html) == {"/aktuelles/", "/aktuelles/neue-baenke/"}


def test_what_is_said_after_publishing_leads_to_the_german_page(desk, site):
    page = make_standard_page(site, "Wir")
    form = {"title": "Wir", "slug": "wir", "content_language": "de", "action-publish": "1", "lead": "", "topics": "",
            "story-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    answer = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True)
    said = answer.text.split('class="messages"')[1].split("</ul>")[0]
    assert led_to(said) == {"/wir/"}


def test_the_site_itself_stays_in_the_language_of_its_address(desk, site):
    make_business(site, "Backstube")
    desk.get(reverse("wagtailadmin_explore", args=[site.businesses.pk]))
    assert led_to(desk.get("/tr/gewerbe/").text) >= {"/tr/gewerbe/", "/tr/gewerbe/backstube/"}
