"""Reading files of businesses: good rows are kept, bad ones named, foreign files refused in plain words."""

import pytest
from django.utils import translation

from members.importing import BadRow, Row, UnknownFormat, read_rows

HEADER = (
    "osm_id,osm_kind,category,name,street,housenumber,postcode,city,lat,lon,website,opening_hours,wheelchair,"
    "cuisine,plr_id"
)
KEITH = (
    "3747274058,amenity=bar,bars,Keith,Schillerpromenade,2,12049,Berlin,52.4782382,13.4213181,"
    "https://www.keithbarberlin.de/,Mo-Su 18:00-03:00,limited,,08100102"
)


def line(**values):
    columns = HEADER.split(",")
    defaults = dict(zip(columns, KEITH.split(","), strict=True))
    return ",".join({**defaults, **values}[column] for column in columns)


@pytest.fixture
def rows(tmp_path):
    """The entries of a file made of these lines below the header, or of this whole content."""

    def rows(*lines, content=None):
        path = tmp_path / "businesses.csv"
        path.write_bytes("\n".join([HEADER, *lines, ""]).encode() if content is None else content)
        return list(read_rows(path))

    return rows


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_a_row_is_read_with_all_it_says(rows):
    assert rows(KEITH) == [
        Row(
            line=2,
            osm_id="3747274058",
            osm_kind="amenity=bar",
            category="bars",
            name="Keith",
            street="Schillerpromenade",
            housenumber="2",
            postcode="12049",
            city="Berlin",
            lat=52.4782382,
            lon=13.4213181,
            website="https://www.keithbarberlin.de/",
            opening_hours="Mo-Su 18:00-03:00",
            wheelchair="limited",
            cuisine="",
        )
    ]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["without BOM", "with BOM"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_byte_order_mark_and_line_ends_do_not_matter(rows, start, newline):
    content = start + newline.join([HEADER.encode(), line(name="Café Übersee").encode(), b""])
    assert [row.name for row in rows(content=content)] == ["Café Übersee"]


def test_columns_may_stand_in_another_order_and_some_may_be_missing(rows):
    content = b"name,lon,lat,category,osm_kind,osm_id\nGizem,13.42,52.47,convenience-stores,,7\n"
    (row,) = rows(content=content)
    assert (row.name, row.lat, row.lon, row.street) == ("Gizem", 52.47, 13.42, "")


def test_an_entry_without_a_point_is_kept(rows):
    (row,) = rows(line(lat="", lon=""))
    assert (row.lat, row.lon) == (None, None)


def test_empty_lines_are_passed_over_and_line_numbers_stay_those_of_the_file(rows):
    assert [row.line for row in rows(KEITH, "", line(osm_id="8"))] == [2, 4]


def test_a_name_over_two_lines_is_one_entry(rows):
    first, second = rows(line(name='"Dr. Kraemer\nZahnarzt"'), line(name="Gizem"))
    assert (first.name, first.line) == ("Dr. Kraemer Zahnarzt", 2)
    assert (second.name, second.line) == ("Gizem", 4)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (line(name="   "), "The entry has no name."),
        (line(name="…"), "The entry has no name."),
        (line(lat="fifty"), "The coordinates are not numbers: “fifty”, “13.4213181”."),
        (line(lon=""), "The coordinates are not numbers: “52.4782382”, “”."),
        (line(lat="nan"), "The coordinates are not in or around Berlin: “nan”, “13.4213181”."),
        (line(lat="0", lon="0"), "The coordinates are not in or around Berlin: “0”, “0”."),
        (line(lat="13.4", lon="52.5"), "The coordinates are not in or around Berlin: “13.4”, “52.5”."),
        (line(lat="95", lon="500"), "The coordinates are not in or around Berlin: “95”, “500”."),
        (line(name="x" * 256), "The column “name” is longer than 255 characters."),
        (line(postcode="12049 Berlin"), "The column “postcode” is longer than 10 characters."),
        (line(name="x" * 200_000), "The quotation marks of this line do not match, or it is far too long."),
        (line(name="Ke\x00ith"), "The line contains characters that do not belong in a text file (NUL)."),
        ("1,amenity=bar,bars,Keith", "The line has 4 columns, expected are 15."),
        (KEITH + ",more", "The line has 16 columns, expected are 15."),
        (line(name='"Keith'), "The quotation marks of this line do not match, or it is far too long."),
    ],
)
def test_a_bad_row_is_named_with_line_and_reason_and_its_neighbours_are_kept(rows, bad, reason):
    before, refused, after = rows(KEITH, bad, line(name="Gizem"))
    assert (before.name, after.name) == ("Keith", "Gizem")
    assert refused == BadRow(line=3, reason=reason)


def test_one_broken_letter_spoils_its_row_only(rows):
    good = line(name="Café Übersee").encode()
    broken = line(name="Caf?").encode().replace(b"Caf?", b"Caf\xe9")
    first, second = rows(content=b"\n".join([HEADER.encode(), good, broken]))
    assert first.name == "Café Übersee"
    assert second == BadRow(line=3, reason="The line contains letters that are not UTF-8.")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty."),
        (b" \r\n \n", "The file is empty."),
        (b"\xef\xbb\xbf", "osm_id"),
        (b"PK\x03\x04rest of a workbook", "Excel"),
        (b"\xd0\xcf\x11\xe0old workbook", "Excel"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"\x00\x01\x02", "not a text file"),
        ((HEADER + "\n" + line(name="Café Übersee")).encode("latin-1"), "UTF-8"),
        ((HEADER + "\n" + KEITH).encode("utf-16"), "not a text file"),
        (HEADER.replace(",", ";").encode(), "separated by semicolons"),
        (HEADER.replace(",", "\t").encode(), "separated by tabs"),
        (b"name,street\nKeith,Schillerpromenade\n", "These columns are missing: osm_id, osm_kind, category, lat, lon."),
    ],
)
def test_another_kind_of_file_is_refused_in_plain_words(rows, content, says):
    with pytest.raises(UnknownFormat) as refusal:
        rows(content=content)
    assert says in str(refusal.value)


def test_a_file_is_refused_before_the_first_row_is_asked_for(tmp_path):
    path = tmp_path / "empty.csv"
    path.touch()
    with pytest.raises(UnknownFormat):
        read_rows(path)


class TestKey:
    """What an entry is recognised by at the next import."""

    def test_one_id_can_hold_two_shops(self, rows):
        first, second = rows(KEITH, line(name="Keith’s Küche"))
        assert (first.key, second.key) == ("3747274058:keith", "3747274058:keith s kueche")

    def test_the_spelling_of_the_name_does_not_matter(self, rows):
        first, second = rows(line(name="CAFÉ  Öz"), line(name="café öz"))
        assert first.key == second.key

    def test_without_id_the_name_and_the_point_count_to_about_a_metre(self, rows):
        first, same, elsewhere = rows(
            line(osm_id="", lat="52.4782382"), line(osm_id="", lat="52.4782401"), line(osm_id="", lat="52.4783")
        )
        assert first.key == same.key == "keith:52.47824,13.42132"
        assert elsewhere.key != first.key

    def test_names_in_other_scripts_stay_apart(self, rows):
        first, second = rows(line(name="بيت العائلة"), line(name="Магазин Родина"))
        assert first.key != second.key
        assert first.key.isascii()

    def test_long_names_that_differ_at_the_end_stay_apart_within_the_limit(self, rows):
        first, second = rows(line(name="x" * 250 + "a"), line(name="x" * 250 + "b"))
        assert first.key != second.key
        assert max(len(first.key), len(second.key)) <= 200


@pytest.mark.parametrize(
    ("value", "access"),
    [
        ("yes", "yes"),
        ("designated", "yes"),
        ("Yes;used", "yes"),
        ("limited", "limited"),
        ("no", "no"),
        ("", "unknown"),
        ("perhaps", "unknown"),
    ],
)
def test_wheelchair_access_is_one_of_four_answers(rows, value, access):
    (row,) = rows(line(wheelchair=value))
    assert row.access == access


def test_the_register_of_the_chamber_is_refused_with_its_semicolons_named(shared):
    with pytest.raises(UnknownFormat, match="semicolons") as refusal:
        read_rows(shared / "data" / "businesses" / "ihk_sample_semicolon.csv")
    assert "osm_id, osm_kind, category, name, lat, lon" in str(refusal.value)


def test_every_row_of_the_kiez_is_read_and_has_a_key_of_its_own(shared):
    rows = list(read_rows(shared / "data" / "businesses" / "schillerkiez_osm.csv"))
    assert len(rows) == 181
    assert all(isinstance(row, Row) for row in rows)
    assert len({row.key for row in rows}) == 181
