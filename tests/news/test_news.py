"""News: copied from the last one, listed newest first, told to search engines."""

import json
import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from members.roles import EDITORS
from members.services.roles import apply_roles
from news.models import NewsPage
from news.services import draft_from_latest
from tests.factories.pages import make_business, make_news, make_standard_page, make_topic
from tests.factories.people import make_superuser, make_user
from tests.factories.pictures import make_image

pytestmark = pytest.mark.django_db


def titles(response):
    return [card.title for card in response.context["items"]]


# --- writing ---------------------------------------------------------------------------------------------------


def test_a_copy_holds_all_of_the_latest_article_as_a_draft_of_today(site, at):
    at("2026-11-24 10:00")
    shop, topic, image = make_business(site, "Laden"), make_topic("vegan"), make_image()
    story = [{"type": "heading", "value": "Was war"}, {"type": "text", "value": "<p>Schön.</p>"}]
    make_news(site, "Älter", happened_on=date(2026, 10, 1))
    make_news(site, "Fest", happened_on=date(2026, 11, 20), topics=[topic], about=[shop], picture=image, story=story)

    draft = draft_from_latest(index=site.news, by=make_superuser())

    assert (draft.title, draft.slug, draft.live) == ("Kopie von Fest", "kopie-von-fest", False)
    assert draft.happened_on == date(2026, 11, 24)
    assert draft.first_published_at is None
    assert draft.picture == image
    assert [block.block_type for block in draft.story] == ["heading", "text"]
    draft = NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert [mention.profile.title for mention in draft.mentions.all()] == ["Laden"]
    assert [topic.slug for topic in draft.topics.all()] == ["vegan"]


def test_a_second_copy_gets_an_address_of_its_own(site):
    make_news(site, "Fest")
    for slug in ("kopie-von-fest", "kopie-von-fest-2"):
        draft = draft_from_latest(index=site.news, by=None)
        assert draft.slug == slug
        NewsPage.objects.filter(pk=draft.pk).update(happened_on=date(2020, 1, 1))


def test_a_copy_of_a_very_long_title_fits(site):
    make_news(site, "Fest " * 50)
    assert draft_from_latest(index=site.news, by=None).title.startswith("Kopie von Fest")


def test_a_copy_does_not_inherit_when_the_old_one_comes_and_goes(site):
    make_news(site, "Fest", expire_at=timezone.now() + timedelta(days=1), go_live_at=timezone.now() - timedelta(days=1))
    draft = draft_from_latest(index=site.news, by=None)
    assert (draft.go_live_at, draft.expire_at) == (None, None)


def test_without_an_article_there_is_nothing_to_copy(site):
    assert draft_from_latest(index=site.news, by=None) is None


@pytest.mark.parametrize(("who", "may"), [(EDITORS, True), ("Fremde", False), (None, False)], ids=str)
def test_editors_copy_the_latest_article_others_do_not(client, site, who, may):
    apply_roles(home=site.home)
    make_news(site, "Fest")
    if who:
        client.force_login(make_user("jemand@example.org", Group.objects.get_or_create(name=who)[0]))
    answer = client.post(reverse("news_copy:latest", args=[site.news.pk]))
    assert NewsPage.objects.filter(live=False).exists() is may
    if may:
        assert client.get(answer["Location"]).status_code == 200


def test_the_first_article_starts_from_an_empty_form(client, site):
    client.force_login(make_superuser())
    answer = client.post(reverse("news_copy:latest", args=[site.news.pk]), follow=True)
    assert answer.status_code == 200
    assert "Es gibt noch keine Meldung" in answer.content.decode()


def test_editors_see_the_article_as_visitors_will(client, site):
    client.force_login(make_superuser())
    page = make_news(site, "Fest", live=False)
    page.save_revision()
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    assert "Fest" in answer.content.decode()


# --- reading ---------------------------------------------------------------------------------------------------


def test_the_newest_stands_first_and_topics_filter(client, site):
    vegan = make_topic("vegan")
    make_news(site, "Alt", happened_on=date(2025, 1, 1), topics=[vegan])
    make_news(site, "Neu", happened_on=date(2026, 1, 1), topics=[vegan])
    make_news(site, "Anderes", happened_on=date(2026, 6, 1))
    assert titles(client.get("/aktuelles/")) == ["Anderes", "Neu", "Alt"]
    assert titles(client.get("/aktuelles/?topic=vegan")) == ["Neu", "Alt"]
    assert "Dazu gibt es noch keine Meldung" in client.get("/aktuelles/?topic=fremd").content.decode()
    refused = client.get("/aktuelles/?topic=<b>")
    assert (titles(refused), refused.context["form"].refused) == (["Anderes", "Neu", "Alt"], ["Thema"])


def test_pages_of_news_hold_every_article_once(client, site):
    for number in range(14):
        make_news(site, f"Meldung {number}", happened_on=date(2026, 5, 1))
    shown = titles(client.get("/aktuelles/")) + titles(client.get("/aktuelles/?page=2"))
    assert len(shown) == len(set(shown)) == 14


def test_an_article_is_told_to_search_engines(client, site):
    make_news(site, 'Fest </script> "im" Kiez', slug="fest", lead="Kurz & gut", picture=make_image())
    html = client.get("/aktuelles/fest/").content.decode()
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", html, re.S)
    data = json.loads(script)
    assert data["@type"] == "NewsArticle"
    assert (data["headline"], data["description"]) == ('Fest </script> "im" Kiez', "Kurz & gut")
    assert data["datePublished"]
    assert data["image"].startswith("http")
    assert re.search(r'<meta property="og:image" content="http[^"]+"', html)


def test_a_story_shows_all_of_its_blocks(client, site):
    image = make_image()
    target = make_standard_page(site, "Ziel", slug="ziel")
    picture = {"image": image.pk, "alt_text": "Ein Brot", "caption": "Frisch"}
    story = [
        {"type": "heading", "value": "Zwischenruf <b>"},
        {"type": "text", "value": "<p>Ein <b>Absatz</b>.</p>"},
        {"type": "picture", "value": picture},
        {"type": "gallery", "value": {"pictures": [{"type": "item", "value": picture}] * 2}},
        {"type": "quote", "value": {"quote": "So ist es.", "speaker": "Ada"}},
        {"type": "call_to_action", "value": {"label": "Hin", "page": target.pk, "link": ""}},
    ]
    make_news(site, "Fest", slug="fest", story=story)
    html = client.get("/aktuelles/fest/").content.decode()
    for words in (
        "Zwischenruf &lt;b&gt;",
        "Ein <b>Absatz</b>.",
        'alt="Ein Brot"',
        "Frisch",
        "So ist es.",
        'href="/ziel/"',
    ):
        assert words in html, words
    assert client.get("/suche/?q=absatz&format=json").json()["total"] == 1


def test_a_story_survives_a_deleted_picture_and_page(client, site):
    image, target = make_image(), make_standard_page(site, "Ziel")
    story = [
        {"type": "picture", "value": {"image": image.pk, "alt_text": "", "caption": "Unterschrift"}},
        {"type": "call_to_action", "value": {"label": "Hin", "page": target.pk, "link": ""}},
    ]
    make_news(site, "Fest", slug="fest", picture=image, story=story)
    image.delete()
    target.delete()
    assert client.get("/aktuelles/fest/").status_code == 200
    assert client.get("/aktuelles/").status_code == 200
