"""The hint below text fields: who may ask, what they are told, and which fields have one."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.pages import make_business, make_news
from tests.factories.people import make_editor, make_member

HARD = (
    "Die Inanspruchnahme der Förderung setzt die vollständige Vorlage der erforderlichen Nachweise über die "
    "Gewerbeanmeldung sowie die Berücksichtigung der Vergaberichtlinien voraus."
)
EASY = "Wir backen hier seit 1998. Um vier geht bei uns das Licht an. Um sechs steht die Tür auf, und es gibt Brot."


@pytest.fixture
def member(site):
    return make_member(make_business(site, "Backstube"))


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def hints(user, *texts):
    return signed_in(user).post(reverse("reading:ease"), {"text": texts}).json()["hints"]


def test_a_member_is_told_which_sentence_is_hard(member):
    [hint] = hints(member, f"{EASY} {HARD}")
    assert hint["verdict"] == "hard"
    assert hint["label"]
    assert hint["advice"]
    assert HARD.startswith(hint["sentence"].removesuffix(" …"))


def test_an_easy_text_is_praised_and_nothing_is_quoted(member):
    [hint] = hints(member, EASY)
    assert hint["verdict"] == "easy"
    assert hint["label"]
    assert hint["sentence"] == hint["advice"] == ""


def test_each_text_has_its_own_answer_in_the_order_asked(member):
    assert [hint["verdict"] for hint in hints(member, EASY, "Kurz.", HARD)] == ["easy", "", "hard"]


def test_a_very_long_sentence_is_quoted_with_its_beginning(member):
    [hint] = hints(member, " ".join(["Brot"] * 400))
    assert len(hint["sentence"]) <= 162
    assert hint["sentence"].endswith("…")


def test_the_words_are_those_of_the_persons_language(member):
    german = hints(member, HARD)[0]["label"]
    UserProfile.objects.create(user=member, preferred_language="tr")
    assert hints(member, HARD)[0]["label"] != german


def test_nothing_is_answered_to_a_visitor_or_on_a_mere_look(client, member):
    assert client.post(reverse("reading:ease"), {"text": EASY}).status_code == 302
    assert signed_in(member).get(reverse("reading:ease")).status_code == 405


def test_the_answers_of_the_portrait_interview_have_a_hint(site, member):
    page = site.businesses.get_children().get()
    html = signed_in(member).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert len(re.findall(r"<textarea[^>]*data-reading-ease", html)) == 4
    assert "js/reading_ease.js" in html
    assert f'data-address="{reverse("reading:ease")}"' in html


def test_the_lead_of_a_story_has_one_too(site):
    page = make_news(site, "Neues")
    html = signed_in(make_editor()).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert len(re.findall(r"<textarea[^>]*data-reading-ease", html)) == 1


def test_what_is_written_runs_in_its_own_direction(site, member):
    page = site.businesses.get_children().get()
    html = signed_in(member).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    for name in ("title", "claim", "who_we_are"):
        assert re.search(rf'<(?:input|textarea)(?=[^>]*name="{name}")(?=[^>]*dir="auto")', html)
