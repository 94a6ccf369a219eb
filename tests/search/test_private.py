"""What nobody may read is never found, never quoted, never offered."""

import pytest
from django.utils import timezone

from members.models import BusinessPage
from search import query, vocabulary
from tests.factories.pages import make_business, make_news
from tests.factories.people import make_member
from tests.factories.profiles import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


@pytest.fixture
def says(client):
    """Everything that search says to somebody who types this: the page, the answer for machines, the suggestions."""

    def ask(text):
        asked = [
            ("/suche/", {"q": text}),
            ("/suche/", {"q": text, "format": "json"}),
            ("/suche/vorschlaege/", {"q": text}),
        ]
        return [client.get(*each).content.decode() for each in asked]

    return ask


def is_unknown(text, says):
    """Nothing is found by it, nothing like it is offered, and it stands nowhere but in the field it was typed into."""
    answer = query.answer(text)
    assert not answer.pages.exists(), text
    assert query.answer(f"{text[:-1]}x").corrected == "", text
    assert text.lower() not in "".join(says(text[:-2])).lower(), text
    assert not vocabulary.current().starting(text.lower()), text
    return True


def test_a_draft_is_unknown(site, says):
    make_business(site, "Quittenladen", claim="Zimtschnecken.", live=False)
    assert is_unknown("Quittenladen", says)
    assert is_unknown("Zimtschnecken", says)


def test_changes_that_are_not_published_are_unknown(site, says):
    page = make_business(site, "Laden", claim="Brot.")
    page.title, page.claim = "Quittenladen", "Zimtschnecken."
    page.save_revision()
    page.save_revision().as_object()
    assert is_unknown("Quittenladen", says)
    assert is_unknown("Zimtschnecken", says)
    assert query.answer("Brot").pages.get().title == "Laden"


@pytest.mark.parametrize(
    ("line", "value", "typed"),
    [
        ("phone", "+49 30 90182099", "90182099"),
        ("email", "quittenpost@example.org", "quittenpost"),
        ("website", "https://quittenseite.example.org/", "quittenseite"),
    ],
)
def test_contact_lines_that_are_not_shown_are_unknown(site, says, line, value, typed):
    make_business(site, "Laden", **{line: value, f"{line}_public": False})
    assert is_unknown(typed, says)


def test_what_the_office_notes_is_unknown(site, says):
    page = make_business(site, "Laden")
    make_record(
        page, source="osm", source_id="n1", notes="Zahlungsverzug", imported={"operator": "Quittenkonzern"},
        imported_at=timezone.now(),
    )  # fmt: skip
    BusinessPage.objects.get(pk=page.pk).save()
    for text in ("Zahlungsverzug", "Quittenkonzern"):
        assert is_unknown(text, says), text


def test_a_removed_profile_is_unknown(site, says):
    page = make_business(site, "Laden", claim="Zimtschnecken.")
    make_record(page, removed_at=timezone.now())
    page.unpublish()
    vocabulary.rebuild()
    assert is_unknown("Zimtschnecken", says)


def test_people_are_unknown(site, says):
    page = make_business(site, "Laden")
    make_member(page, "quittenfreund@example.org")
    assert is_unknown("quittenfreund", says)


def test_only_what_is_public_is_quoted(site, client):
    page = make_news(site, "Meldung", lead="Honig und Wachs.")
    page.lead = "Honig und Zimtschnecken."
    page.save_revision()
    (result,) = query.results(query.answer("Honig").pages, query.answer("Honig"))
    quoted = "".join(text for text, _marked in result.pieces)
    assert "Wachs" in quoted
    assert "Zimt" not in quoted
