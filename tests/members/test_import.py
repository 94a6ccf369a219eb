"""`import_businesses`: what nobody touched follows the file, everything else is left alone."""

import csv
import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from members.models import BusinessPage, OpeningHours, ProfileRecord, Trade
from members.services.hours import set_hours
from members.services.requests import remove_entry
from members.services.trades import load_trades
from tests.factories.pages import make_business
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db

COLUMNS = (
    "osm_id", "osm_kind", "category", "name", "street", "housenumber", "postcode", "city", "lat", "lon", "website",
    "opening_hours", "wheelchair", "cuisine", "plr_id",
)  # fmt: skip
BAKERY = {
    "osm_id": "11", "osm_kind": "shop=bakery", "name": "Backstube Ähre", "street": "Weisestraße", "housenumber": "3",
    "postcode": "12049", "city": "Berlin", "lat": "52.4768748", "lon": "13.4239320", "website": "http://aehre.example",
    "opening_hours": "Mo-Fr 07:00-18:00", "wheelchair": "limited",
}  # fmt: skip
CAFE = {"osm_id": "12", "osm_kind": "amenity=cafe", "name": "Café Nord", "lat": "52.4770000", "lon": "13.4240000"}


@pytest.fixture
def directory(site):
    for slug, name, key in (
        ("baeckerei", "Bäckerei", "shop=bakery"),
        ("cafe", "Café", "amenity=cafe"),
        ("blumenladen", "Blumenladen", "shop=florist"),
        ("spaeti", "Späti", "shop=kiosk"),
    ):
        make_trade(slug, name, osm_keys=key)
    return site


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "osm.csv"
        with path.open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def run(path, *options):
    out = io.StringIO()
    call_command("import_businesses", path, *options, stdout=out, verbosity=0)
    return out.getvalue()


def counts(text):
    """(added, updated, unchanged, kept, refused) as the last line says."""
    return tuple(int(number) for number in re.findall(r"\d+", text.strip().splitlines()[-1]))


def bakery():
    return BusinessPage.objects.get(title__startswith="Backstube")


def test_a_row_becomes_a_live_unconfirmed_profile(client, directory, file):
    assert counts(run(file(BAKERY)))[:1] == (1,)

    page = bakery()
    assert page.live
    assert page.is_unconfirmed
    assert page.slug == "backstube-aehre"
    assert (page.address, page.postcode, page.latitude) == ("Weisestraße 3", "12049", 52.4768748)
    assert page.public_website == "http://aehre.example"
    assert page.accessibility == "limited"
    assert [trade.slug for trade in page.trades.all()] == ["baeckerei"]
    assert page.hours.osm == "Mo-Fr 07:00-18:00"
    assert page.spans.exists()
    assert [card.title for card in client.get("/gewerbe/?trade=baeckerei").context["items"]] == ["Backstube Ähre"]
    results = client.get("/suche/?q=backstube&format=json").json()["results"]
    assert [(row["title"], row["source_id"]) for row in results] == [("Backstube Ähre", page.record.source_id)]


@pytest.mark.db_specific
def test_a_second_run_changes_nothing(directory, file):
    path = file(BAKERY, CAFE)
    run(path)
    before = list(BusinessPage.objects.order_by("pk").values()), list(ProfileRecord.objects.order_by("pk").values())
    assert counts(run(path))[:3] == (0, 0, 2)
    assert before == (
        list(BusinessPage.objects.order_by("pk").values()),
        list(ProfileRecord.objects.order_by("pk").values()),
    )


def test_an_edited_field_stays_while_the_others_follow_the_file(directory, file):
    run(file(BAKERY))
    page = bakery()
    page.street = "Am Hof"
    page.trades = [Trade.objects.get(slug="cafe")]
    page.save_revision().publish()

    text = run(file({**BAKERY, "street": "Okerstraße", "housenumber": "44", "osm_kind": "shop=florist"}))

    assert counts(text)[:2] == (0, 1)
    page = bakery()
    assert (page.street, page.house_number) == ("Am Hof", "44")
    assert [trade.slug for trade in page.trades.all()] == ["cafe"]


def test_hours_set_by_hand_stay(directory, file):
    run(file(BAKERY))
    set_hours(page=bakery(), osm="Sa 10:00-12:00")
    run(file({**BAKERY, "opening_hours": "24/7"}))
    assert OpeningHours.objects.get().osm == "Sa 10:00-12:00"


def test_new_hours_in_the_file_are_live_at_once(directory, file):
    run(file(BAKERY))
    run(file({**BAKERY, "opening_hours": "24/7"}))
    hours = OpeningHours.objects.get()
    assert hours.osm == "24/7"
    assert hours.always_open


def test_what_the_file_changes_does_not_come_back_with_an_old_revision(directory, file):
    run(file(BAKERY))
    bakery().save_revision().publish()
    run(file({**BAKERY, "housenumber": "99"}))
    page = bakery()
    assert page.house_number == "99"
    assert page.get_latest_revision_as_object().house_number == "99"


def claim(page):
    ProfileRecord.objects.filter(page=page).update(claimed_at=timezone.now())


def start_a_draft(page):
    page.claim = "Neuer Text"
    page.save_revision()


def take_off(page):
    remove_entry(page=page, by=None)


def delete(page):
    page.delete()


@pytest.mark.parametrize(
    ("happened", "reason"),
    [
        (claim, "gehört jetzt dem Betrieb"),
        (start_a_draft, "Entwurf"),
        (take_off, "bleibt entfernt"),
        (delete, "bleibt entfernt"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_somebody_decided_here_stands(directory, file, happened, reason):
    run(file(BAKERY))
    happened(bakery())
    before = list(BusinessPage.objects.values())

    text = run(file({**BAKERY, "housenumber": "99", "opening_hours": "24/7"}))

    assert list(BusinessPage.objects.values()) == before
    assert counts(text)[:4] == (0, 0, 0, 1)
    assert "Zeile 2 Backstube Ähre" in text
    assert reason in text


def test_a_removed_entry_whose_page_is_deleted_too_stays_away(directory, file):
    run(file(BAKERY))
    page = bakery()
    remove_entry(page=page, by=None)
    page.delete()
    run(file(BAKERY))
    assert not BusinessPage.objects.exists()


def test_a_dry_run_says_what_would_happen_and_writes_nothing(directory, file):
    run(file(BAKERY))
    text = run(file({**BAKERY, "housenumber": "99"}, CAFE), "--dry-run")
    assert counts(text)[:2] == (1, 1)
    assert "nichts" in text
    assert BusinessPage.objects.count() == 1
    assert bakery().house_number == "3"


def test_two_shops_may_share_an_id_but_not_a_name(directory, file):
    text = run(file(BAKERY, {**BAKERY, "name": "Kiosk", "osm_kind": "shop=kiosk"}, BAKERY))
    assert BusinessPage.objects.count() == 2
    assert "Zeile 4 Backstube Ähre" in text
    assert "zweimal" in text or "doppelt" in text


def test_without_an_id_name_and_point_make_the_key(directory, file):
    here = {**CAFE, "osm_id": ""}
    there = {**here, "lat": "52.4790000"}
    run(file(here, there))
    assert BusinessPage.objects.count() == 2
    assert counts(run(file({**here, "lat": "52.47700004"}, there)))[:3] == (0, 1, 1)


def test_bad_rows_are_listed_and_good_ones_kept(directory, file):
    monument = {"osm_id": "1", "osm_kind": "historic=memorial", "name": "Denkmal", "lat": "52.47", "lon": "13.42"}
    text = run(file({**BAKERY, "lat": "Norden"}, monument, {**CAFE, "name": ""}, CAFE))
    assert [page.title for page in BusinessPage.objects.all()] == ["Café Nord"]
    assert [line for line in (2, 3, 4) if f"Zeile {line} " not in text] == []
    assert "Norden" in text


def test_a_file_of_another_kind_is_refused_in_plain_words(directory, shared):
    with pytest.raises(CommandError) as refusal:
        run(shared / "data" / "businesses" / "ihk_sample_semicolon.csv")
    assert "osm_id" in str(refusal.value) or "OpenStreetMap" in str(refusal.value)
    assert "Traceback" not in str(refusal.value)
    assert not BusinessPage.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"\x89PNG\r\n", b'"'])
def test_a_file_that_is_no_list_at_all_is_refused(directory, tmp_path, content):
    path = tmp_path / "seltsam.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError):
        run(path)


def test_a_missing_file_and_a_missing_directory_are_named(db, tmp_path, file):
    with pytest.raises(CommandError, match="nirgendwo.csv"):
        run(tmp_path / "nirgendwo.csv")
    with pytest.raises(CommandError, match="setup_site"):
        run(file(BAKERY))


@pytest.mark.db_specific
def test_the_businesses_of_the_kiez_are_found_in_directory_and_search(client, site, shared):
    load_trades()
    path = shared / "data" / "businesses" / "schillerkiez_osm.csv"
    first = run(path)
    pages = BusinessPage.objects.visible()
    assert pages.count() >= 170
    assert not pages.filter(trades=None).exists()
    assert client.get("/gewerbe/").context["facets"].total == pages.count()
    assert client.get("/suche/?kind=business&format=json").json()["total"] == pages.count()
    assert "Zeile" in first

    assert counts(run(path))[:3] == (0, 0, pages.count())


def test_names_taken_by_others_are_numbered(directory, file):
    make_business(directory, "Backstube Ähre", slug="backstube-aehre")
    run(file(BAKERY))
    assert set(BusinessPage.objects.values_list("slug", flat=True)) == {"backstube-aehre", "backstube-aehre-2"}
