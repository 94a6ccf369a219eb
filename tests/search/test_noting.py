"""What visitors do not find is counted by the day, and nothing about who searched."""

from datetime import date, timedelta

import pytest
from django.db import OperationalError
from django.test import Client

from search import noting
from search.models import KiezWord, PoorSearch
from search.services import MOST_TEXTS_A_DAY, drop_old_searches, note_search, unanswered
from site_core.registry import registry
from tests.factories.pages import make_business
from tests.factories.trades import make_trade

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def report(client, text, **headers):
    return client.post("/suche/merken/", {"q": text}, **(headers or OURS))


def counted():
    return dict(PoorSearch.objects.values_list("text", "times"))


def test_a_search_without_result_is_counted_by_the_day(client, site, at):
    at("2026-11-23 10:00")
    for text in ("Zwirbelholz", "zwirbelholz", "Zwirbelholz "):
        assert report(client, text).status_code == 204
    at("2026-11-24 10:00")
    report(client, "Zwirbelholz")
    found = list(PoorSearch.objects.order_by("day").values_list("day", "text", "times", "results"))
    assert found == [(date(2026, 11, 23), "Zwirbelholz", 3, 0), (date(2026, 11, 24), "Zwirbelholz", 1, 0)]


def test_a_search_that_finds_enough_is_not_counted_whatever_the_page_says(client, site):
    bakery = make_trade()
    for number in range(3):
        make_business(site, f"Backstube {number}", trades=[bakery])
    report(client, "Bäckerei")
    assert counted() == {}


def test_two_hits_are_still_a_poor_answer(client, site):
    bakery = make_trade()
    for number in range(2):
        make_business(site, f"Backstube {number}", trades=[bakery])
    report(client, "Bäckerei")
    assert PoorSearch.objects.get().results == 2


def test_what_is_said_as_a_filter_is_not_part_of_the_words(client, site):
    report(client, "Zwirbelholz jetzt offen")
    assert counted() == {"Zwirbelholz": 1}


@pytest.mark.parametrize(
    "text",
    ["", "   ", "und der die", "!?", "\x00", "x" * 121, "frau.yildiz@example.org zwirbelholz", "zwirbel 030 901820-15"],
)
def test_what_teaches_nothing_or_may_be_somebodys_is_not_kept(client, site, text):
    assert report(client, text).status_code == 204
    assert counted() == {}


@pytest.mark.parametrize("text", ["12049 Zwirbelholz", "Zwirbelholz 24"])
def test_a_postcode_or_a_number_is_no_telephone(client, site, text):
    report(client, text)
    assert counted() == {text: 1}


@pytest.mark.parametrize(
    ("headers", "times"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, 1),
        ({"HTTP_ORIGIN": "http://testserver"}, 1),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://testserver"}, 0),
        ({"HTTP_ORIGIN": "https://elsewhere.example"}, 0),
        ({"HTTP_USER_AGENT": "a crawler"}, 0),
    ],
)
def test_only_our_own_pages_report(client, site, headers, times):
    assert report(client, "Zwirbelholz", **headers).status_code == 204
    assert sum(counted().values()) == times


def test_no_token_is_asked_for_and_no_cookie_set(site):
    answer = report(Client(enforce_csrf_checks=True), "Zwirbelholz")
    assert (answer.status_code, len(answer.cookies), answer.content) == (204, 0, b"")
    assert counted() == {"Zwirbelholz": 1}


def test_looking_at_the_results_counts_nothing(client, site):
    answer = client.get("/suche/", {"q": "Zwirbelholz"})
    assert 'hx-post="/suche/merken/"' in answer.content.decode()
    assert client.get("/suche/merken/", {"q": "Zwirbelholz"}).status_code == 405
    assert counted() == {}


def test_new_texts_of_a_day_are_limited_and_known_ones_go_on(site, at):
    at("2026-11-23 10:00")
    today = date(2026, 11, 23)
    PoorSearch.objects.bulk_create(
        PoorSearch(day=today, key=f"wort{number}", text=f"wort{number}") for number in range(MOST_TEXTS_A_DAY - 1)
    )
    assert note_search(text="Zwirbelholz")
    assert not note_search(text="Knurpselkram")
    assert note_search(text="Zwirbelholz")
    assert PoorSearch.objects.get(text="Zwirbelholz").times == 2


def test_a_busy_database_is_no_error_for_the_visitor(client, site, monkeypatch):
    def busy(**_values):
        raise OperationalError("database is locked")

    monkeypatch.setattr(noting, "note_search", busy)
    assert report(client, "Zwirbelholz").status_code == 204


def test_after_ninety_days_the_worker_drops_them(site, at):
    today = at("2026-11-23 10:00").date()
    for days in (0, 89, 90, 200):
        PoorSearch.objects.create(day=today - timedelta(days=days), key=f"k{days}", text=f"vor {days}")
    [job] = [job for job in registry.jobs if job.run is drop_old_searches]
    job.run()
    assert sorted(counted()) == ["vor 0", "vor 89"]


def test_days_are_summed_and_the_most_frequent_stands_first(site, at):
    today = at("2026-11-23 10:00").date()
    for days, text, times in ((0, "selten", 1), (1, "oft", 4), (20, "oft", 3), (40, "selten", 9)):
        PoorSearch.objects.create(day=today - timedelta(days=days), key=text, text=text, times=times)
    assert [(row["said"], row["asked"]) for row in unanswered()] == [("selten", 10), ("oft", 7)]
    assert [(row["said"], row["asked"]) for row in unanswered(days=30)] == [("oft", 7), ("selten", 1)]
    assert unanswered(days=30)[0]["last"] == today - timedelta(days=1)


def test_an_explained_text_leaves_the_list(site):
    note_search(text="Zwirbelholz")
    KiezWord.objects.create(phrase="zwirbelholz", same_as="Holz")
    assert list(unanswered()) == []
