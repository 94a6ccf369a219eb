"""House numbers: a file of them is read once and again, and an address becomes a point."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import Application, BusinessPage, HouseNumber
from members.services.applications import accept_application
from members.services.house_numbers import point_for
from site_core.models import Kiezplan
from tests.factories.forms import fields_of
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member

pytestmark = pytest.mark.django_db

HEADER = "street,housenumber,postcode,suburb,lat,lon,osm_id"


def make_door(street="Weisestraße", number="17", latitude=52.4766, longitude=13.4237):
    return HouseNumber.objects.create(street=street, number=number, latitude=latitude, longitude=longitude)


def written(tmp_path, *lines, header=HEADER, encoding="utf-8"):
    path = tmp_path / "nummern.csv"
    path.write_bytes("\r\n".join([header, *lines]).encode(encoding))
    return path


def load(path, **options) -> str:
    """What the command says."""
    out = StringIO()
    call_command("import_addresses", path, stdout=out, verbosity=0, **options)
    return out.getvalue()


def counts(report) -> list[int]:
    """Added, updated, unchanged, refused: the last line."""
    return [int(word) for word in report.splitlines()[-1].replace(",", " ").split() if word.isdigit()]


# --- The file


def test_a_file_is_read_once_and_changes_nothing_the_second_time(tmp_path):
    path = written(
        tmp_path,
        "Weisestraße,17,12049,Neukölln,52.4766,13.4237,node/1",
        "Weisestraße,17a,12049,Neukölln,52.4767,13.4238,node/2",
    )

    assert counts(load(path)) == [2, 0, 0, 0]
    assert counts(load(path)) == [0, 0, 2, 0]
    assert list(HouseNumber.objects.values_list("street", "number", "postcode", "latitude", "longitude")) == [
        ("Weisestraße", "17", "12049", 52.4766, 13.4237),
        ("Weisestraße", "17a", "12049", 52.4767, 13.4238),
    ]


def test_a_door_that_moved_is_updated_and_one_the_file_does_not_name_stays(tmp_path):
    make_door(number="17")
    make_door(number="99")

    assert counts(load(written(tmp_path, "Weisestr.,17,12049,,52.5,13.5,"))) == [0, 1, 0, 0]
    assert [(door.number, door.latitude) for door in HouseNumber.objects.all()] == [("17", 52.5), ("99", 52.4766)]


def test_a_dry_run_counts_and_stores_nothing(tmp_path):
    report = load(written(tmp_path, "Weisestraße,17,,,52.4766,13.4237,"), dry_run=True)

    assert counts(report) == [1, 0, 0, 0]
    assert "Probelauf" in report or "Dry run" in report
    assert not HouseNumber.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        "Weisestraße,18,12049,,52.4766",
        "Weisestraße,18,12049,,,,",
        "Weisestraße,18,12049,,nord,ost,",
        "Weisestraße,18,12049,,13.4237,52.4766,",
        "Weisestraße,18,12049,,0,0,",
        "Weisestraße,,12049,,52.4766,13.4237,",
        "Weisestraße,Hof,12049,,52.4766,13.4237,",
        ",18,12049,,52.4766,13.4237,",
        '"Weisestraße,18,12049,,52.4766,13.4237,',
        "Weisestraße,18\x00,12049,,52.4766,13.4237,",
        f"{'x' * 121},18,12049,,52.4766,13.4237,",
        "Weisestraße,17 ,12049,,52.4,13.4,",
    ],
)
def test_a_bad_line_is_named_with_its_reason_and_the_good_ones_are_kept(tmp_path, bad):
    good = "Weisestraße,{},12049,Neukölln,52.4766,13.4237,node/1"

    report = load(written(tmp_path, good.format(17), bad, good.format(19)))

    assert counts(report) == [2, 0, 0, 1]
    line, _colon, reason = report.splitlines()[1].strip().partition(": ")
    assert line.endswith(" 3")
    assert len(reason) > 10
    assert sorted(HouseNumber.objects.values_list("number", "latitude")) == [("17", 52.4766), ("19", 52.4766)]


@pytest.mark.parametrize(
    ("header", "line", "encoding"),
    [
        (HEADER, "Weisestraße,17,12049,Neukölln,52.4766,13.4237,", "utf-8-sig"),
        ("Straße;Hausnummer;PLZ;Breite;Länge", "Weisestraße;17;12049;52,4766;13,4237", "cp1252"),
        ("lat\tlon\tstreet\thousenumber", "52.4766\t13.4237\tWeisestraße\t17", "utf-16"),
        ('"street","number","lat","lng"', '"Weisestraße","17","52.4766","13.4237"', "utf-8"),
    ],
)
def test_it_reads_what_other_programs_write(tmp_path, header, line, encoding):
    assert counts(load(written(tmp_path, line, header=header, encoding=encoding))) == [1, 0, 0, 0]
    door = HouseNumber.objects.get()
    assert (door.street, door.number, door.latitude, door.longitude) == ("Weisestraße", "17", 52.4766, 13.4237)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04table", b"\x00\x01\x02", b"name,trade\nLaden,Brot\n"])
def test_another_kind_of_file_is_refused_as_a_whole(tmp_path, content):
    path = tmp_path / "nummern.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError):
        load(path)
    with pytest.raises(CommandError):
        load(tmp_path / "missing.csv")


def test_a_batch_costs_the_same_queries_however_full(tmp_path, django_assert_max_num_queries):
    lines = [f"Weisestraße,{number},12049,,52.4766,13.4237," for number in range(1, 101)]
    path = written(tmp_path, *lines)
    with django_assert_max_num_queries(5):  # savepoint, look, write, release
        load(path)
    with django_assert_max_num_queries(4):
        load(path)


@pytest.mark.db_specific
def test_the_real_house_numbers_go_in_and_stay(shared):
    path = shared / "data" / "kiezplan" / "housenumbers.csv"

    added, updated, unchanged, refused = counts(load(path))

    assert (added + refused, updated, unchanged) == (992, 0, 0)
    assert HouseNumber.objects.count() == added
    assert refused == 9  # the same number twice
    assert counts(load(path)) == [0, 0, added, refused]
    found = point_for(street="Weisestr", number="24")
    assert found.exact
    assert (round(found.latitude, 2), round(found.longitude, 2)) == (52.48, 13.42)


# --- An address becomes a point


@pytest.mark.parametrize(
    ("street", "number", "door"),
    [
        ("Weisestraße", "17", "17"),
        ("weisestr.", " 17 A ", "17a"),
        ("Weisestrasse", "17A", "17a"),
        ("Weisestraße", "17c", "17"),
        ("Weisestraße", "23", "22-24"),
        ("Weisestraße", "22–24", "22-24"),
        ("Weisestraße", "31", "30;32"),
        ("Weisestraße", "400", "30;32"),
        ("Weisestraße", "1", "17"),
        ("Weisestraße", "17, 18", "17"),
    ],
)
def test_the_door_itself_else_the_number_without_letter_else_the_nearest(street, number, door):
    for each in ("17", "17a", "22-24", "30;32"):
        make_door(number=each)
    make_door(street="Okerstraße", number="400")

    found = point_for(street=street, number=number)

    assert (found.street, found.number) == ("Weisestraße", door)


@pytest.mark.parametrize(
    ("street", "number"),
    [("Okerstraße", "17"), ("", "17"), ("Weisestraße", ""), ("Weisestraße", "im Hof"), ("—", "17"), (None, None)],
)
def test_no_point_is_made_up(street, number):
    make_door()
    assert point_for(street=street, number=number) is None


# --- The form


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def save(user, page, **changes) -> BusinessPage:
    """The newest version of the page after the form was sent with these changes."""
    client, address = signed_in(user), reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = fields_of(client.get(address).content.decode(), "page-edit-form")
    for name, value in changes.items():
        sent[name] = value
    assert client.post(address, sent, follow=True).status_code == 200
    return BusinessPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def place(page):
    return page.latitude, page.longitude


def test_an_entry_saved_without_a_point_gets_the_one_of_its_address(site):
    make_door()
    page = make_business(site, "Laden")

    assert place(save(make_editor(), page, street="Weisestr.", house_number="17")) == (52.4766, 13.4237)


def test_a_member_who_gives_the_address_gives_the_point(site):
    make_door()
    page = make_business(site, "Laden")

    assert place(save(make_member(page=page), page, street="Weisestr.", house_number="17")) == (52.4766, 13.4237)


def test_a_point_set_by_hand_stays_when_the_address_changes(site):
    make_door()
    make_door(number="30", latitude=52.4799)
    page = make_business(site, "Laden", street="Weisestraße", house_number="17", latitude=52.4, longitude=13.4)

    assert place(save(make_editor(), page, house_number="30")) == (52.4, 13.4)


def test_a_point_taken_from_the_address_follows_it(site):
    make_door()
    make_door(number="30", latitude=52.4799)
    page = make_business(site, "Laden", street="Weisestraße", house_number="17", latitude=52.4766, longitude=13.4237)
    editor = make_editor()

    assert place(save(editor, page, house_number="30")) == (52.4799, 13.4237)
    assert place(save(editor, page, house_number="17", latitude="52.4711", longitude="13.4211")) == (52.4711, 13.4211)


def test_without_house_numbers_a_profile_is_saved_as_ever(site):
    assert place(save(make_editor(), make_business(site, "Laden"), street="Weisestr.", house_number="17")) == (
        None,
        None,
    )


def test_whoever_joins_has_a_point_from_the_start(site):
    make_door()
    application = Application.objects.create(
        name="Laden", street="Weisestraße", house_number="17", consent_at=timezone.now()
    )

    assert place(accept_application(application=application, by=make_coordinator()).specific) == (52.4766, 13.4237)


# --- The button


def look_up(user, **query):
    return signed_in(user).get(reverse("points:look_up"), query)


def test_the_desk_looks_up_a_point_and_reads_which_door_it_is(site):
    make_door()
    editor = make_editor()

    exact = look_up(editor, street="weisestr", number="17").json()
    nearest = look_up(editor, street="weisestr", number="21").json()
    nothing = look_up(editor, street="Okerstraße", number="17").json()

    assert (exact["latitude"], exact["longitude"]) == (52.4766, 13.4237)
    assert "Weisestraße 17" in exact["say"]
    assert "Weisestraße 17" in nearest["say"]
    assert nearest["say"] != exact["say"]
    assert set(nothing) == {"say"}


def test_a_member_neither_sees_the_point_nor_looks_one_up(site):
    page = make_business(site, "Laden")
    member, editor = make_member(page=page), make_editor()
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])

    assert "data-point" not in signed_in(member).get(form).content.decode()
    assert "data-point" in signed_in(editor).get(form).content.decode()
    assert look_up(member, street="Weisestraße", number="17").status_code in (302, 403)


@pytest.mark.parametrize("drawn", [True, False])
def test_the_plan_to_click_on_is_there_where_one_is_drawn(site, drawn):
    if drawn:
        frame = {"west": 13.4, "north": 52.5, "x_scale": 40000.5, "y_scale": 66000, "width": 1400, "height": 2000}
        Kiezplan.objects.create(version=3, svg="<svg/>", frame_numbers=frame)
    page = make_business(site, "Laden")

    form = signed_in(make_editor()).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert ('data-x-scale="40000.5"' in form) is drawn
    assert ('src="/kiezplan.svg?v=3"' in form) is drawn
    assert "data-point-address" in form
