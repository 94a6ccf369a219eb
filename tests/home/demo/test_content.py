"""The demo content reads as it should: complete, invented, lively in any month, and clear about its mistakes."""

import csv
import json
import re
import shutil
import unicodedata
from collections import Counter
from pathlib import Path

import phonenumbers
import pytest
from opening_hours import OpeningHours

from home.demo.content import CONTENT_DIR, ContentError, load

ROOT = Path(__file__).resolve().parents[3]
REAL_STREETS = {
    "Allerstraße",
    "Fontanestraße",
    "Hermannstraße",
    "Herrfurthplatz",
    "Herrfurthstraße",
    "Kienitzer Straße",
    "Leinestraße",
    "Lichtenrader Straße",
    "Mahlower Straße",
    "Oderstraße",
    "Okerstraße",
    "Schillerpromenade",
    "Selchower Straße",
    "Weisestraße",
}


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(scope="module")
def branches():
    return json.loads((ROOT / "members/data/trades.json").read_text(encoding="utf-8"))


def folded(name):
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    return re.sub(r"[^a-z0-9]", "", plain)


def test_there_is_enough_of_everything(content):
    assert len(content.businesses) >= 40
    assert len(content.initiatives) == 3
    assert len(content.news) == 18
    assert len(content.campaigns) == 4
    assert {page.slug for page in content.pages} == {
        "ueber-das-projekt", "mitmachen", "impressum", "datenschutz", "barrierefreiheit",
    }  # fmt: skip


def test_every_trade_is_one_of_ours(content, branches):
    known = {trade["slug"] for branch in branches for trade in branch["trades"]}
    assert {trade for profile in content.profiles for trade in profile.trades} <= known
    assert all(1 <= len(profile.trades) <= 2 for profile in content.profiles)


def test_every_branche_has_at_least_two(content, branches):
    branch_of = {trade["slug"]: branch["slug"] for branch in branches for trade in branch["trades"]}
    shops = Counter(branch for p in content.profiles for branch in {branch_of[trade] for trade in p.trades})
    assert {branch["slug"]: shops[branch["slug"]] for branch in branches if shops[branch["slug"]] < 2} == {}


def test_every_language_is_one_we_can_name(content):
    known = json.loads((ROOT / "members/data/languages.json").read_text(encoding="utf-8"))
    assert {code for profile in content.profiles for code in profile.languages} <= set(known)


def test_no_name_is_taken_in_neukoelln(content, shared):
    with (shared / "data/businesses/neukoelln_osm.csv").open(encoding="utf-8") as file:
        taken = {folded(row["name"]) for row in csv.DictReader(file)}
    assert [profile.name for profile in content.profiles if folded(profile.name) in taken] == []


def test_telephone_numbers_are_those_kept_for_fiction(content):
    for profile in content.profiles:
        assert re.fullmatch(r"030 23125 \d{3}", profile.phone), profile.name
        assert phonenumbers.is_valid_number(phonenumbers.parse(profile.phone, "DE")), profile.name
    assert len({profile.phone for profile in content.profiles}) == len(content.profiles)


def test_no_address_leads_out_of_the_example_domain(content):
    for profile in content.profiles:
        assert profile.email.endswith(("@example.org", ".example.org")), profile.name
        assert not profile.website or re.fullmatch(r"https://[a-z-]+\.example\.org", profile.website), profile.name


def test_only_contact_lines_with_something_in_them_are_public(content):
    for profile in content.profiles:
        assert all(getattr(profile, line) for line in profile.public), profile.name


def test_every_door_is_in_the_kiez(content):
    for profile in content.profiles:
        assert profile.street in REAL_STREETS, profile.name
        assert 52.4715 < profile.lat < 52.4835, profile.name
        assert 13.4180 < profile.lon < 13.4290, profile.name
    doors = [(profile.street, profile.housenumber) for profile in content.profiles]
    assert len(set(doors)) == len(doors)


def test_points_lie_in_their_street(content, shared):
    numbers = {}
    with (shared / "data/kiezplan/housenumbers.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            numbers.setdefault(row["street"], []).append((float(row["lat"]), float(row["lon"])))
    for profile in content.profiles:
        metres = min(
            ((lat - profile.lat) * 111_200) ** 2 + ((lon - profile.lon) * 67_800) ** 2
            for lat, lon in numbers[profile.street]
        )
        assert metres**0.5 < 60, f"{profile.name} lies {metres**0.5:.0f} m from {profile.street}"


def test_opening_hours_can_be_read(content):
    for profile in content.profiles:
        OpeningHours(profile.opening_hours)


def test_opening_hours_show_what_the_platform_must_know(content):
    hours = [profile.opening_hours for profile in content.profiles]
    assert sum(value == "24/7" for value in hours) == 1
    assert any(re.search(r"\d+\+", value) for value in hours)
    assert sum(bool(re.search(r":\d\d,\d\d:", value)) for value in hours) >= 8
    assert any("-01:00" in value or "-03:00" in value for value in hours)
    assert any(value == 'Mo-Fr "nach Vereinbarung"' for value in hours)
    assert sum("PH off" in value for value in hours) >= 10


def test_who_says_step_free_lets_everybody_in(content):
    for profile in content.profiles:
        if "barrierefrei" in profile.topics:
            assert profile.accessibility == "yes", profile.name


def test_every_topic_is_used_and_named_in_four_languages(content):
    assert {topic.slug for topic in content.topics} == {topic for p in content.profiles for topic in p.topics}
    for topic in content.topics:
        assert all((topic.name_de, topic.name_en, topic.name_tr, topic.name_ar, topic.description)), topic.slug


def test_three_news_fall_in_every_thirty_days(content):
    assert Counter(news.days_ago // 30 for news in content.news) == dict.fromkeys(range(6), 3)


def test_news_are_as_long_as_a_coffee_lasts(content):
    for news in content.news:
        words = sum(len(block.text.split()) for block in news.story)
        assert 115 <= words <= 250, f"{news.title}: {words} words"
        assert news.mentions, news.title


def test_campaigns_are_running_coming_and_past(content):
    running = [c for c in content.campaigns if c.starts_in <= 0 <= c.ends_in]
    coming = [c for c in content.campaigns if c.starts_in > 0]
    past = [c for c in content.campaigns if c.ends_in < 0]
    assert (len(running), len(coming), len(past)) == (1, 2, 1)
    assert all(len(campaign.participants) >= 5 for campaign in content.campaigns)


def test_the_project_page_keeps_to_the_facts(content):
    page = next(page for page in content.pages if page.slug == "ueber-das-projekt")
    told = " ".join([page.lead, *(block.text for block in page.body)])
    for fact in ("2017 und 2018", "„Soziale Stadt“", "387", "Oktober 2017", "16 Mitgliedern", "2019", "Land Berlin"):
        assert fact in told
    assert re.findall(r"(\d+) Prozent", told) == ["14", "17", "33", "18", "18"]


@pytest.mark.parametrize("slug", ["impressum", "datenschutz"])
def test_legal_pages_show_where_to_fill_in(content, slug):
    page = next(page for page in content.pages if page.slug == slug)
    assert sum(len(re.findall(r"\[[^\]]+\]", block.text)) for block in page.body) >= 4


def test_the_accessibility_statement_says_what_the_rules_ask_for(content):
    page = next(page for page in content.pages if page.slug == "barrierefreiheit")
    told = " ".join(block.text for block in page.body)
    for fact in (
        "WCAG 2.2",
        "EN 301 549",
        "eigenen Prüfung",
        "noch keine",
        "Schreiben Sie uns",
        "[Name, Anschrift",
        "Erstellt im",
    ):
        assert fact in told


def test_lists_and_paragraphs_become_html(content):
    page = next(page for page in content.pages if page.slug == "ueber-das-projekt")
    counted = next(block for block in page.body if "Prozent" in block.text)
    assert counted.html() == (
        "<p>So verteilten sie sich:</p><ul><li>14 Prozent Einzelhandel</li><li>17 Prozent Gastronomie</li>"
        "<li>33 Prozent lokale Ökonomie</li><li>18 Prozent öffentliche Nutzung</li>"
        "<li>18 Prozent leer oder ungeklärt</li></ul>"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("news.toml", 'mentions = ["Polsterei Wenzlaff"', 'mentions = ["Polsterei Niemand"', "Polsterei Niemand"),
        ("initiatives.toml", 'topics = ["kinder"', 'topics = ["quatsch"', "quatsch"),
        ("campaigns.toml", "ends_in = 17", "ends_in = -17", "24 Fenster"),
        ("businesses/spaetis.toml", 'motif = "bottles"', 'motif = "unicorn"', "Späti Windrose"),
        ("businesses/spaetis.toml", "since = 2011\n", "", "Späti Windrose"),
        ("topics.toml", "[[topic]]", "[[topic", "topics.toml"),
    ],
)
def test_a_mistake_is_named_with_file_and_entry(tmp_path, file, old, new, complaint):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, folder)
    broken = folder / file
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(complaint)) as caught:
        load(folder)
    assert broken.name in str(caught.value)
