"""The platform's own CSV: everything out, everything in again, and nothing twice."""

import csv
import io
import json

import pytest
from django.core.management import call_command
from wagtail.models import Page

from members.models import BusinessPage, InitiativePage, OpeningHours, ProfileRecord
from members.services.hours import set_hours
from members.services.own_csv import import_own, write_csv
from tests.factories.pages import make_business, make_initiative, make_topic
from tests.factories.profiles import make_rich_business, make_unconfirmed
from tests.factories.trades import make_language, make_trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def kiez(site):
    """Profiles with everything, with nothing, as a draft, and with text that hurts a CSV."""
    filed = {"topics": [make_topic("vegan"), make_topic("Barrierefrei")]}
    people = {
        "trades": [make_trade(), make_trade("cafe", "Café")],
        "languages": [make_language(), make_language("ku", "Kurdisch")],
    }
    make_rich_business(site, "Laden mit allem", **filed, **people)
    make_business(site, "Nur ein Name")
    make_business(site, "Entwurf", live=False)
    make_business(
        site, 'Zitat "Komma, Strichpunkt;', claim="Zeile", who_we_are="eins\nzwei\r\n\n=SUM(A1)|x", slug="zitat"
    )
    make_unconfirmed(site, "Aus der Karte", latitude=52.1234567890123, longitude=-0.0)
    make_initiative(site, "Verein", since=1900, **filed)
    return site


def export(path):
    write_csv(path)
    return path.read_text("utf-8")


def wipe():
    for page in Page.objects.type(BusinessPage, InitiativePage):
        page.delete()
    ProfileRecord.objects.all().delete()
    OpeningHours.objects.all().delete()


@pytest.mark.db_specific
def test_the_round_trip_loses_nothing(kiez, tmp_path):
    first = export(tmp_path / "eins.csv")
    wipe()
    report = import_own(tmp_path / "eins.csv")
    assert (report.added, report.updated, report.refused) == (6, 0, [])
    assert export(tmp_path / "zwei.csv") == first

    again = import_own(tmp_path / "zwei.csv")
    assert (again.changes, again.unchanged, again.refused) == (0, 6, [])


def test_what_was_read_back_is_on_the_site(client, kiez, tmp_path):
    export(tmp_path / "alle.csv")
    wipe()
    import_own(tmp_path / "alle.csv")
    assert client.get("/gewerbe/laden-mit-allem/").context["status"].is_open
    assert client.get("/gewerbe/entwurf/").status_code == 404
    found = client.get("/suche/?q=mehl&format=json").json()["results"]
    assert [row["title"] for row in found] == ["Laden mit allem"]


@pytest.mark.parametrize("with_history", [False, True], ids=["never revised", "revised"])
@pytest.mark.parametrize("live", [False, True], ids=["to hidden", "to live"])
def test_the_file_says_whether_a_profile_is_live(site, tmp_path, with_history, live):
    page = make_business(site, "Laden", live=live)
    export(tmp_path / "stand.csv")
    if with_history:
        page.save_revision().publish()
    page.live, page.has_unpublished_changes = not live, live
    page.save()

    import_own(tmp_path / "stand.csv")

    assert BusinessPage.objects.get(pk=page.pk).live is live
    assert import_own(tmp_path / "stand.csv").changes == 0


def test_the_file_brings_a_changed_profile_back_to_its_state(kiez, tmp_path):
    first = export(tmp_path / "stand.csv")
    page = BusinessPage.objects.get(title="Laden mit allem")
    page.title, page.claim, page.phone_public = "Umbenannt", "", False
    page.trades.clear()
    page.topics.clear()
    page.save_revision().publish()
    page.gallery.all().delete()
    set_hours(page=page, osm="Mo 10:00-11:00")

    report = import_own(tmp_path / "stand.csv")

    assert (report.added, report.updated, report.unchanged) == (0, 1, 5)
    assert export(tmp_path / "danach.csv") == first


def edit_row(path, name, **changes):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["title"] == name:
            row.update(changes)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.db_specific
@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "castle"},
        {"key": "not a key"},
        {"trades": "schmied"},
        {"topics": "unbekannt"},
        {"languages": "xx"},
        {"title": ""},
        {"latitude": "north"},
        {"since": "early"},
        {"postcode": "123456789"},
        {"email": "no address"},
        {"website": "javascript:alert(1)"},
        {"claim": "x" * 161},
        {"content_language": "klingon"},
        {"accessibility": "perhaps"},
        {"slug": "davor"},
        {"hours_note": "x" * 161},
        {"hours_confirmed_on": "yesterday"},
        {"opening_hours": "x" * 501},
        {"closures": "[["},
        {"closures": '[["2026-12-02", "2026-12-01", "rückwärts"]]'},
        {"gallery": "{}["},
        {"claimed_at": "soon"},
        {"imported": "["},
        {"source": "x" * 13},
    ],
    ids=lambda wrong: "-".join(wrong),
)
def test_a_bad_row_is_listed_with_its_line_and_stops_nothing(site, tmp_path, wrong):
    for name in ("Davor", "Mittendrin", "Zuletzt"):
        make_business(site, name)
    export(tmp_path / "alle.csv")
    wipe()
    edit_row(tmp_path / "alle.csv", "Mittendrin", **wrong)

    report = import_own(tmp_path / "alle.csv")

    ((line, _name, reason),) = report.refused
    assert line == 3
    assert reason
    assert sorted(BusinessPage.objects.values_list("title", flat=True)) == ["Davor", "Zuletzt"]


@pytest.mark.db_specific
def test_two_rows_with_one_source_are_a_bad_row(kiez, tmp_path):
    export(tmp_path / "alle.csv")
    wipe()
    for title in ("Nur ein Name", "Entwurf"):
        edit_row(tmp_path / "alle.csv", title, source="osm", source_id="n1:laden")
    report = import_own(tmp_path / "alle.csv")
    assert (report.added, len(report.refused)) == (5, 1)


def test_lines_with_too_many_or_too_few_columns_are_listed(site, tmp_path):
    make_business(site, "Laden")
    text = export(tmp_path / "alle.csv")
    (tmp_path / "alle.csv").write_text(f"{text}nur,drei,Spalten\r\n{','.join(['x'] * 80)}\r\n", "utf-8")
    report = import_own(tmp_path / "alle.csv")
    assert report.unchanged == 1
    assert [line for line, _name, _reason in report.refused] == [3, 4]


def test_a_dry_run_writes_nothing(kiez, tmp_path):
    export(tmp_path / "alle.csv")
    BusinessPage.objects.get(title="Nur ein Name").delete()
    edit_row(tmp_path / "alle.csv", "Verein", claim="Neu")
    report = import_own(tmp_path / "alle.csv", dry_run=True)
    assert (report.added, report.updated, report.unchanged) == (1, 1, 4)
    assert BusinessPage.objects.count() == 4
    assert InitiativePage.objects.get().claim == ""


def test_the_commands_write_and_read_it(kiez, tmp_path):
    out = io.StringIO()
    call_command("export_businesses", tmp_path / "alle.csv", stdout=out, verbosity=0)
    assert out.getvalue().startswith("6 Einträge")
    wipe()
    out = io.StringIO()
    call_command("import_businesses", tmp_path / "alle.csv", stdout=out, verbosity=0)
    assert out.getvalue().startswith("6 neu")


def test_the_geojson_export_holds_what_is_public(kiez, tmp_path):
    BusinessPage.objects.get(title="Aus der Karte").unpublish()
    make_initiative(kiez, "Treff", latitude=52.47, longitude=13.42)
    call_command("export_businesses", tmp_path / "kiez.geojson", stdout=io.StringIO(), verbosity=0)
    data = json.loads((tmp_path / "kiez.geojson").read_text("utf-8"))
    assert data["type"] == "FeatureCollection"
    assert [feature["properties"]["name"] for feature in data["features"]] == ["Laden mit allem", "Treff"]
    assert all(feature["properties"]["url"].startswith("http") for feature in data["features"])
