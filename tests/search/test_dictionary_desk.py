"""Editors teach the search words, and recommend results; members and coordinators do not."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.search_promotions.models import QueryDailyHits, SearchPromotion
from wagtail.models import PageViewRestriction

from search.models import KiezWord, PoorSearch
from search.services import note_search, promoted, recommend, teach
from tests.factories.pages import make_business, make_topic
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.trades import make_trade

LIST = "/admin/kiez-words/"
ADD = "wagtailsnippets_search_kiezword:add"


@pytest.fixture
def bakery(site):
    trade = make_trade()
    make_business(site, "Backhaus Oker", trades=[trade])
    return trade


@pytest.fixture
def editor(client, site):
    client.force_login(make_editor())
    return client


def found(client, text):
    answer = client.get("/suche/", {"q": text, "format": "json"})
    return [each["title"] for each in json.loads(answer.content)["results"]]


def form(**values):
    return {"phrase": "", "trade": "", "topic": "", "same_as": "", "language": "", **values}


def test_an_editor_sees_what_was_not_found_and_explains_it_at_once(editor, bakery):
    note_search(text="Schrippen")
    assert found(editor, "Schrippen") == []
    page = editor.get(LIST).content.decode()
    assert "Schrippen" in page
    explain = f"{reverse(ADD)}?phrase=Schrippen"
    assert explain in page
    assert 'value="Schrippen"' in editor.get(explain).content.decode()

    answer = editor.post(reverse(ADD), form(phrase="Schrippen", trade=bakery.pk), follow=True)
    assert answer.redirect_chain[-1][0] == LIST
    assert "/suche/?q=Schrippen" in answer.content.decode()
    assert "kiez-words__do" not in answer.content.decode()
    assert found(editor, "Schrippen") == ["Backhaus Oker"]


@pytest.mark.parametrize("means", ["topic", "same_as"])
def test_a_word_may_mean_a_topic_or_other_words(editor, site, means):
    topic = make_topic("Reparieren", slug="reparieren")
    make_business(site, "Werkbank", topics=[topic], what_we_offer="Leim und Schrauben")
    meaning = {"topic": {"topic": topic.pk}, "same_as": {"same_as": "Leim"}}[means]
    editor.post(reverse(ADD), form(phrase="Zwirbeln", **meaning))
    assert KiezWord.objects.get().phrase == "Zwirbeln"
    assert found(editor, "zwirbeln") == ["Werkbank"]


def test_another_meaning_is_effective_at_once(editor, bakery, site):
    shoes = make_trade("schuhe", "Schuhe")
    make_business(site, "Gut zu Fuß", trades=[shoes])
    word = teach(word=KiezWord(phrase="Schrippen", trade=bakery))
    address = reverse("wagtailsnippets_search_kiezword:edit", args=[word.pk])
    editor.post(address, form(phrase="Schrippen", trade=shoes.pk))
    assert found(editor, "Schrippen") == ["Gut zu Fuß"]
    word.refresh_from_db()
    word.delete()
    assert found(editor, "Schrippen") == []


@pytest.mark.parametrize(
    "values",
    [
        {"phrase": "Schrippen"},
        {"phrase": "Schrippen", "same_as": "Brot", "trade": True},
        {"phrase": "und der", "same_as": "Brot"},
        {"phrase": "Schrippen", "same_as": "und"},
        {"phrase": "bekannt", "same_as": "Brot"},
        {"phrase": "", "same_as": "Brot"},
    ],
)
def test_a_word_needs_exactly_one_meaning_that_finds_something(editor, bakery, values):
    teach(word=KiezWord(phrase="Bekannt", same_as="Brot"))
    values = {**values, "trade": bakery.pk} if "trade" in values else values
    assert editor.post(reverse(ADD), form(**values)).status_code == 200
    assert KiezWord.objects.count() == 1


def test_the_service_refuses_what_the_form_refuses(site):
    with pytest.raises(ValidationError):
        teach(word=KiezWord(phrase="Schrippen"))


def test_what_is_not_important_leaves_the_list(editor, site):
    note_search(text="Zwirbelholz")
    note_search(text="Knurpsel")
    key = PoorSearch.objects.get(text="Zwirbelholz").key
    page = editor.post(f"{LIST}not-important/", {"key": key}, follow=True).content.decode()
    assert "Zwirbelholz" not in page
    assert "Knurpsel" in page


@pytest.mark.parametrize("asked", ["?days=7", "?days=abc&p=zwei", "?p=99", "?days=-1"])
def test_any_address_of_the_list_is_answered(editor, site, asked):
    note_search(text="Zwirbelholz")
    answer = editor.get(f"{LIST}{asked}")
    assert answer.status_code == 200
    assert "Zwirbelholz" in answer.content.decode()


def test_the_desk_shows_what_is_searched_most(editor, site):
    note_search(text="Zwirbelholz")
    page = editor.get("/admin/").content.decode()
    assert f"{reverse(ADD)}?phrase=Zwirbelholz" in page


def test_a_trade_takes_its_words_along(bakery, site):
    teach(word=KiezWord(phrase="Schrippen", trade=bakery))
    topic = make_topic("Reparieren", slug="reparieren")
    teach(word=KiezWord(phrase="Zwirbeln", topic=topic))
    bakery.delete()
    topic.delete()
    assert not KiezWord.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("editor", 200), ("superuser", 200), ("coordinator", 302), ("member", 403), ("visitor", 302)]
)
def test_only_editors_teach(client, bakery, site, who, status):
    people = {
        "editor": make_editor,
        "superuser": make_superuser,
        "coordinator": make_coordinator,
        "member": lambda: make_member(make_business(site, "Nebenan")),
    }
    if who in people:
        client.force_login(people[who]())
    for address in (LIST, reverse(ADD), reverse("wagtailsearchpromotions:index")):
        assert client.get(address).status_code == status, address
    note_search(text="Zwirbelholz")
    client.post(f"{LIST}not-important/", {"key": PoorSearch.objects.get().key})
    client.post(reverse(ADD), form(phrase="Schrippen", trade=bakery.pk))
    assert PoorSearch.objects.exists() == (status != 200)
    assert KiezWord.objects.exists() == (status == 200)


def test_a_recommended_result_stands_before_the_others_for_exactly_this_text(client, bakery, site):
    page = make_business(site, "Rathaus-Eck")
    recommend(text="Bürgeramt", page=page, description="Hilft beim Ausfüllen.")
    assert [(pick.title, pick.description) for pick in promoted("  BÜRGERAMT ")] == [
        ("Rathaus-Eck", "Hilft beim Ausfüllen.")
    ]
    assert promoted("Bürgeramt Termin") == promoted("") == promoted("\x00") == []
    assert "Hilft beim Ausfüllen." in client.get("/suche/", {"q": "bürgeramt"}).content.decode()
    assert not QueryDailyHits.objects.exists()


def test_a_link_elsewhere_may_be_recommended(site):
    pick = recommend(text="Bürgeramt", page=make_business(site, "Rathaus-Eck"))
    link = {"external_link_url": "https://service.example/", "external_link_text": "Amt"}
    SearchPromotion.objects.filter(pk=pick.pk).update(page=None, **link)
    assert [(pick.title, pick.url) for pick in promoted("Bürgeramt")] == [("Amt", "https://service.example/")]


@pytest.mark.parametrize("how", ["unpublished", "private"])
def test_what_is_not_public_is_not_recommended(site, how):
    page = make_business(site, "Rathaus-Eck")
    recommend(text="Bürgeramt", page=page)
    if how == "unpublished":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert promoted("Bürgeramt") == []


@pytest.mark.parametrize("picks", [1, 4])
def test_recommendations_cost_two_queries_at_most(site, django_assert_max_num_queries, picks):
    for number in range(picks):
        recommend(text="Bürgeramt", page=make_business(site, f"Eck {number}"))
    promoted("Bürgeramt")
    with django_assert_max_num_queries(2):
        assert len(promoted("Bürgeramt")) == picks


def test_nobody_is_shown_the_report_that_stays_empty(client, site):
    client.force_login(make_superuser())
    page = client.get("/admin/reports/aging-pages/").content.decode()
    assert reverse("wagtailadmin_reports:site_history") in page
    assert reverse("wagtailsearchpromotions:search_terms") not in page


def test_the_command_says_how_many_words_it_kept(bakery, capsys):
    call_command("rebuild_vocabulary")
    said = capsys.readouterr().out
    assert "pages read" in said
    assert "dropped" in said
