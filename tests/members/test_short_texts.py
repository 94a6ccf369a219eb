"""A profile holds a short text a language: whoever reads in it sees it first, everybody finds it."""

import re

import pytest
from django.test import RequestFactory
from wagtail.models import Page

from members.models import BusinessPage, ShortText, User
from members.own.changes import changes_between
from members.services.own_csv import import_own, write_csv
from site_core.registry import registry
from tests.factories.forms import fields_of
from tests.factories.pages import make_business
from tests.factories.people import make_superuser
from tests.factories.profiles import make_record

pytestmark = pytest.mark.django_db

TURKISH = "Gece pişiririz, sabah satarız."


@pytest.fixture
def bakery(site):
    page = make_business(site, "Laden", claim="Wir backen nachts.")
    page.short_texts = [ShortText(language="tr", text=TURKISH), ShortText(language="ar", text="نخبز ليلاً.")]
    page.save()
    return page


def shown(client, prefix=""):
    return client.get(f"{prefix}/gewerbe/laden/").content.decode()


def lead(html):
    return re.findall(r'<p class="lead"([^>]*)>([^<]*)</p>', html)


def test_whoever_reads_in_the_language_sees_it_first_and_the_german_after_it(client, bakery):
    assert lead(shown(client, "/tr")) == [
        (' lang="tr"', TURKISH),
        (' lang="de" dir="auto"', "Wir backen nachts."),
    ]
    assert lead(shown(client, "/ar"))[0] == (' lang="ar"', "نخبز ليلاً.")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_other_readers_do_not_see_it(client, bakery, prefix):
    html = shown(client, prefix)
    assert TURKISH not in html
    assert [text for _marks, text in lead(html)] == ["Wir backen nachts."]


def test_search_finds_what_it_says(client, bakery):
    assert [row["title"] for row in client.get("/suche/?q=satarız&format=json").json()["results"]] == ["Laden"]


def test_two_texts_may_change_their_languages(bakery):
    page = BusinessPage.objects.get(pk=bakery.pk)
    arabic, turkish = page.short_texts.all()
    arabic.language, turkish.language = "tr", "ar"
    page.short_texts = [arabic, turkish]
    page.save()
    stored = dict(ShortText.objects.filter(page=page.pk).values_list("language", "text"))
    assert stored == {"tr": "نخبز ليلاً.", "ar": TURKISH}


def test_an_older_version_brings_its_texts_back(bakery):
    old = bakery.save_revision()
    bakery.short_texts = [ShortText(language="tr", text="Yeni")]
    bakery.save_revision().publish()
    assert [each.text for each in ShortText.objects.filter(page=bakery.pk)] == ["Yeni"]
    old.publish()
    assert {each.text for each in ShortText.objects.filter(page=bakery.pk)} == {TURKISH, "نخبز ليلاً."}


# --- the form --------------------------------------------------------------------------------------------------


def form_of(page, **values):
    """The page's form as a member would send it, with these fields changed."""
    user = User.objects.first() or make_superuser("chef@example.org")
    page = BusinessPage.objects.get(pk=page.pk)
    form_class = BusinessPage.get_edit_handler().get_form_class()
    drawn = form_class(instance=page, for_user=user, parent_page=page.get_parent())
    data = fields_of(f"<form>{drawn}{''.join(str(formset) for formset in drawn.formsets.values())}</form>")
    for name, value in values.items():
        data[name] = value
    return form_class(data, instance=page, for_user=user, parent_page=page.get_parent())


def test_the_form_takes_a_text(site):
    page = make_business(site, "Laden")
    row = {"short_texts-TOTAL_FORMS": "1", "short_texts-0-language": "tr", "short_texts-0-text": TURKISH}
    form = form_of(page, **row)
    assert form.is_valid(), (form.errors, form.formsets["short_texts"].errors)
    assert [each.text for each in form.save().short_texts.all()] == [TURKISH]


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [("de", "Brot", "language"), ("xx", "Brot", "language"), ("tr", "x" * 301, "text"), ("tr", "", "text")],
)
def test_the_form_refuses_a_text_that_nobody_would_be_shown(site, language, text, wrong):
    page = make_business(site, "Laden")
    row = {"short_texts-TOTAL_FORMS": "1", "short_texts-0-language": language, "short_texts-0-text": text}
    form = form_of(page, **row)
    assert not form.is_valid()
    assert form.errors == {}
    assert list(form.formsets["short_texts"].errors[0]) == [wrong]


def test_the_form_refuses_two_texts_in_one_language(bakery):
    row = {"short_texts-0-language": "tr", "short_texts-1-language": "tr"}
    form = form_of(bakery, **row)
    assert not form.is_valid()
    assert form.errors == {}


def test_a_page_that_turns_turkish_gives_up_its_turkish_text(bakery):
    number = [each.language for each in BusinessPage.objects.get(pk=bakery.pk).short_texts.all()].index("tr")
    turned = {"content_language": "tr"}
    form = form_of(bakery, **turned)
    assert not form.is_valid()
    assert [list(errors) for errors in form.formsets["short_texts"].errors if errors] == [["language"]]
    assert form_of(bakery, **turned, **{f"short_texts-{number}-DELETE": "on"}).is_valid()


def test_the_review_shows_what_changes_in_a_text(bakery):
    public = BusinessPage.objects.get(pk=bakery.pk)
    bakery.short_texts = [ShortText(language="tr", text="Yeni")]
    draft = bakery.save_revision().as_object()
    request = RequestFactory().get("/")
    request.user = make_superuser("lektorat@example.org")
    changes = changes_between(public, draft, BusinessPage.get_edit_handler(), request)
    assert len(changes) == 1
    assert sorted(kind for kind, _fields in changes[0].entries) == ["kept", "removed"]
    assert "Yeni" in str(changes[0].entries)


# --- out and in again ------------------------------------------------------------------------------------------


def test_the_own_file_carries_it(bakery, tmp_path):
    path = tmp_path / "alle.csv"
    write_csv(path)
    Page.objects.get(pk=bakery.pk).delete()
    assert ShortText.objects.count() == 0
    assert import_own(path).added == 1
    assert dict(ShortText.objects.values_list("language", "text")) == {"tr": TURKISH, "ar": "نخبز ليلاً."}


def test_the_own_file_is_refused_where_a_text_is_wrong(bakery, tmp_path):
    path = tmp_path / "alle.csv"
    write_csv(path)
    path.write_text(path.read_text("utf-8").replace('""tr""', '""klingon""'), "utf-8")
    assert len(import_own(path).refused) == 1
    assert ShortText.objects.filter(page=bakery.pk).count() == 2


def test_the_persons_file_holds_it(bakery):
    make_record(bakery)
    owner = make_superuser("laden@example.org")
    bakery.memberships.create(user=owner, role="owner")
    (part,) = [part for part in registry.personal_data if part.key == "profiles"]
    assert part.export(owner)[0]["short_texts"]["tr"] == TURKISH
