"""/mitmachen/: an application from a phone is stored, once, whatever becomes of scripts and machines."""

import re
from base64 import b64decode, b64encode
from json import dumps, loads

import pytest
from django.test import Client

from home.services.setup import set_up_site
from members.joining import puzzle
from members.models import Application, JoinPage, SpentPuzzle
from members.services import applications
from tests.factories.forms import fields_of
from tests.factories.joining import make_join_page, solved
from tests.factories.pages import make_business, make_initiative, make_standard_page
from tests.factories.people import make_member
from tests.factories.profiles import make_unconfirmed
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db
WORDS = {
    "kind": "business",
    "name": "Backstube Yıldız",
    "street": "Weisestraße",
    "house_number": "17a",
    "trade": "",
    "about": "Brot und Simit.",
    "contact_name": "Ayşe Yıldız",
    "email": "ayse@example.org",
    "phone": "030 901820",
    "language": "tr",
    "consent": "on",
}
THANKS = "/mitmachen/danke/"


@pytest.fixture
def kiez(site):
    make_standard_page(site, "Datenschutz", slug="datenschutz")
    make_join_page(site, lead="Dann gehören Sie hierher.", intro="Es kostet nichts.\n\nDrei Minuten.")
    return site


def send(client, path="/mitmachen/", **changes):
    return client.post(path, {**WORDS, **changes})


def html(answer):
    return answer.content.decode()


# --- The form ----------------------------------------------------------------------------------------------------


def test_the_page_shows_the_words_of_the_editors_and_the_form(client, kiez):
    shown = html(client.get("/mitmachen/"))
    assert "<p>Es kostet nichts.</p>" in shown
    assert 'href="/datenschutz/"' in shown
    assert set(fields_of(shown, "apply")) >= {"language", "email", "phone", "name", "nickname"}


def test_what_was_entered_is_stored_with_the_words_consented_to(client, kiez):
    trade = make_trade()
    answer = send(client, trade=trade.pk, altcha=solved(client))
    assert answer["Location"] == THANKS
    assert client.get(THANKS).status_code == 200
    stored = Application.objects.get()
    entered = {name: str(getattr(stored, name)) for name in WORDS if name not in ("consent", "trade")}
    assert entered == {name: WORDS[name] for name in entered}
    assert stored.trade == trade
    assert stored.checked
    assert stored.entry is None
    assert stored.consent == Application.Consent.ONLINE
    assert stored.consent_words.startswith("Ich bin einverstanden")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"name": " "}, "name"),
        ({"contact_name": ""}, "contact_name"),
        ({"email": "", "phone": ""}, "email"),
        ({"email": "keine Adresse"}, "email"),
        ({"phone": "12"}, "phone"),
        ({"language": "xx"}, "language"),
        ({"consent": ""}, "consent"),
        ({"trade": "999"}, "trade"),
        ({"about": "x" * 2001}, "about"),
        ({"name": "a\x00b"}, "name"),
    ],
    ids=str,
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(client, kiez, changes, field):
    answer = send(client, **changes)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in html(answer)
    kept = fields_of(html(answer), "apply")
    for name, value in WORDS.items():
        if name not in changes and value:
            assert kept[name] == value
    assert not Application.objects.exists()


@pytest.mark.parametrize("way", [{"email": ""}, {"phone": ""}], ids=["phone only", "e-mail only"])
def test_one_way_to_be_reached_is_enough(client, kiez, way):
    assert send(client, **way)["Location"] == THANKS
    assert Application.objects.count() == 1


@pytest.mark.parametrize("prefix", ["", "/en", "/tr", "/ar"])
def test_it_works_in_every_language(client, kiez, prefix):
    shown = client.get(f"{prefix}/mitmachen/")
    assert fields_of(html(shown), "apply")["language"] == (prefix.strip("/") or "de")
    answer = send(client, f"{prefix}/mitmachen/")
    assert answer["Location"] == f"{prefix}{THANKS}"
    assert client.get(answer["Location"]).status_code == 200
    assert Application.objects.count() == 1


def test_trades_stand_under_their_branch_in_the_readers_language(client, kiez):
    trade = make_trade(name_en="Bakery")
    trade.parent.name_en = "Food"
    trade.parent.save()
    shown = html(client.get("/en/mitmachen/"))
    assert re.search(r'<optgroup label="Food">\s*<option value="\d+">Bakery</option>', shown)


def test_a_form_from_elsewhere_is_refused(kiez):
    assert send(Client(enforce_csrf_checks=True)).status_code == 403
    assert not Application.objects.exists()


def test_it_is_never_kept_in_a_cache_and_looking_stores_nothing(client, kiez):
    for path in ("/mitmachen/", THANKS, "/mitmachen-raetsel/"):
        assert "no-store" in client.get(path)["Cache-Control"]
    assert not Application.objects.exists()
    assert not SpentPuzzle.objects.exists()


def test_thanks_are_not_for_search_engines(client, kiez):
    assert '<meta name="robots" content="noindex">' in html(client.get(THANKS))
    assert "noindex" not in html(client.get("/mitmachen/"))


def test_many_trades_cost_no_more_queries(client, kiez, count_queries):
    make_trade()
    few = count_queries("/mitmachen/")
    for number in range(20):
        make_trade(f"gewerk-{number}", f"Gewerk {number}")
    assert count_queries("/mitmachen/") == few


# --- Machines ----------------------------------------------------------------------------------------------------


def test_a_machine_that_fills_every_field_is_thanked_and_forgotten(client, kiez):
    assert send(client, nickname="http://spam.example")["Location"] == THANKS
    assert not Application.objects.exists()


def test_without_a_script_the_application_is_kept_and_marked(client, kiez):
    assert send(client)["Location"] == THANKS
    assert not Application.objects.get().checked


def test_a_solved_puzzle_counts_once(client, kiez):
    answer = solved(client)
    send(client, altcha=answer)
    send(client, altcha=answer)
    assert sorted(Application.objects.values_list("checked", flat=True)) == [False, True]


def test_a_form_that_comes_back_does_not_spend_the_puzzle(client, kiez):
    answer = solved(client)
    assert send(client, altcha=answer, consent="").status_code == 422
    send(client, altcha=answer)
    assert Application.objects.get().checked


def test_a_puzzle_runs_out(client, kiez, monkeypatch):
    monkeypatch.setattr(puzzle, "VALID_FOR", -puzzle.VALID_FOR)
    send(client, altcha=solved(client))
    assert not Application.objects.get().checked


def test_spent_puzzles_are_not_kept_for_ever(client, kiez, at):
    at("2026-11-24 10:00")
    SpentPuzzle.objects.create(challenge="alt", expires_at=at("2026-11-24 09:00"))
    at("2026-11-24 10:00")
    puzzle.spend(challenge="neu", expires_at=at("2026-11-24 10:20"))
    assert [spent.challenge for spent in SpentPuzzle.objects.all()] == ["neu"]


def forged(answer, **changes):
    return b64encode(dumps({**loads(b64decode(answer)), **changes}).encode()).decode()


@pytest.mark.parametrize(
    "change",
    [{"number": -1}, {"signature": "0" * 64}, {"signature": "ä"}, {"algorithm": "SHA-1"}, {"number": "1"},
     {"salt": "abc?expires=x&"}, {"salt": "a?b?c?d"}, {"salt": f"abc?expires={10**30}&"}, {"salt": 7}],
    ids=str,
)  # fmt: skip
def test_a_forged_answer_is_none(client, kiez, change):
    send(client, altcha=forged(solved(client), **change))
    assert not Application.objects.get().checked


@pytest.mark.parametrize(
    "rubbish", ["x", "ä", "W10=", "bnVsbA==", b64encode(b"[" * 9000).decode(), b64encode(b"\xff").decode()]
)
def test_rubbish_is_no_answer(client, kiez, rubbish):
    send(client, altcha=rubbish)
    assert not Application.objects.get().checked


def test_a_flood_without_puzzles_is_stopped_and_says_what_helps(client, kiez, monkeypatch):
    monkeypatch.setattr(applications, "UNCHECKED_AN_HOUR", 1)
    send(client)
    answer = send(client, name="Zweiter Laden")
    assert answer.status_code == 429
    assert fields_of(html(answer), "apply")["name"] == "Zweiter Laden"
    assert Application.objects.count() == 1
    assert send(client, name="Zweiter Laden", altcha=solved(client))["Location"] == THANKS
    assert Application.objects.count() == 2


def test_the_puzzle_runs_under_the_policy_of_the_site_and_asks_nobody_else(client, kiez):
    answer = client.get("/mitmachen/")
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self';" in f"{policy};"
    assert "worker-src 'self' blob:" in policy
    assert "unsafe" not in policy
    assert 'challengeurl="/mitmachen-raetsel/"' in html(answer)
    assert "blob:" not in client.get("/")["Content-Security-Policy"]


# --- »That is my entry« --------------------------------------------------------------------------------------------


def test_an_unconfirmed_profile_leads_to_the_form_about_it(client, kiez):
    page = make_unconfirmed(kiez, "Laden", street="Okerstraße", house_number="3")
    address = f"/mitmachen/?entry={page.pk}"
    assert f'href="{address}"' in html(client.get("/gewerbe/laden/"))
    shown = html(client.get(address))
    assert "Laden" in shown
    assert "Okerstraße 3" in shown
    assert fields_of(shown, "apply")["entry"] == str(page.pk)
    assert "name" not in fields_of(shown, "apply")


def test_an_application_for_an_entry_carries_it_and_what_it_says(client, kiez):
    page = make_initiative(kiez, "Verein Eins", street="Okerstraße", house_number="3")
    send(client, entry=page.pk, name="Etwas anderes", street="Anderswo", kind="business")
    stored = Application.objects.get()
    assert stored.entry_id == page.pk
    assert (stored.kind, stored.name, stored.street, stored.house_number) == (
        "initiative", "Verein Eins", "Okerstraße", "3",
    )  # fmt: skip


@pytest.mark.parametrize("which", ["claimed", "kept", "draft", "no profile", "unknown", "x", str(10**30), "-1"])
def test_an_entry_that_cannot_be_claimed_is_ignored_with_a_notice(client, kiez, which):
    page = make_business(kiez, "Fremder Laden", live=which != "draft")
    if which == "kept":
        make_member(page)
    if which == "claimed":
        make_member(page).memberships.all().delete()
        page.record.claimed_at = page.first_published_at
        page.record.save()
    ids = {"no profile": kiez.home.pk, "unknown": 999999, "claimed": page.pk, "kept": page.pk, "draft": page.pk}
    answer = client.get("/mitmachen/", {"entry": ids.get(which, which)})
    assert answer.status_code == 200
    assert "Dieser Eintrag lässt sich hier nicht übernehmen" in html(answer)
    assert "Fremder Laden" not in html(answer)
    send(client, entry=ids.get(which, which))
    assert Application.objects.get().entry is None


# --- Entries that look alike -----------------------------------------------------------------------------------------


@pytest.fixture
def alike(kiez):
    return make_unconfirmed(kiez, "Backstube Yildiz", street="Weisestraße", house_number="17a")


def test_an_entry_that_looks_alike_is_asked_about_once_and_everything_is_kept(client, alike):
    answer = send(client, altcha=solved(client))
    assert answer.status_code == 422
    assert "Gehört einer dieser Einträge Ihnen?" in html(answer)
    assert not Application.objects.exists()
    kept = fields_of(html(answer), "apply")
    assert {name: kept[name] for name in WORDS if name != "trade"} == {n: v for n, v in WORDS.items() if n != "trade"}
    assert "match" not in kept

    kept["match"] = str(alike.pk)
    assert client.post("/mitmachen/", kept)["Location"] == THANKS
    assert Application.objects.get().entry_id == alike.pk


def test_none_of_them_is_an_answer(client, alike):
    assert send(client, asked="1", match="none")["Location"] == THANKS
    assert Application.objects.get().entry is None


@pytest.mark.parametrize("match", [{}, {"match": "999999"}, {"match": "x"}], ids=str)
def test_without_an_answer_the_question_comes_back(client, alike, match):
    answer = send(client, asked="1", **match)
    assert answer.status_code == 422
    assert answer.context["match"].errors
    assert not Application.objects.exists()


def test_the_question_waits_until_the_rest_is_filled_in_and_then_keeps_its_answer(client, alike):
    assert send(client, consent="").context["match"] is None
    answer = send(client, consent="", asked="1", match=alike.pk)
    assert fields_of(html(answer), "apply")["match"] == str(alike.pk)


def test_somebody_elses_profile_is_never_offered(client, kiez):
    page = make_business(kiez, "Backstube Yildiz", street="Weisestraße", house_number="17a")
    make_member(page)
    assert send(client)["Location"] == THANKS


def test_a_machine_learns_nothing_from_the_question(client, alike):
    assert send(client, nickname="x")["Location"] == THANKS


# --- the page among the others ---------------------------------------------------------------------------------


def test_a_new_site_has_it_with_words_from_the_start():
    set_up_site()
    page = JoinPage.objects.get()
    assert (page.slug, page.live, page.show_in_menus) == ("mitmachen", True, True)
    assert page.lead
    assert page.intro


def test_the_page_stands_in_the_menu_and_on_the_map_for_robots(client, kiez):
    assert "Mitmachen" in [item.title for item in client.get("/").context["menu"]]
    assert "/mitmachen/</loc>" in html(client.get("/sitemap.xml"))
    assert "danke" not in html(client.get("/sitemap.xml"))
