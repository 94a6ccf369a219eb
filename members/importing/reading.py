"""The files of businesses taken from OpenStreetMap: comma-separated, UTF-8, one header line.

`refuse_spreadsheets` and `records` serve other tables too.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from .rows import BadValue, Row, checked_row

REQUIRED_COLUMNS = ("osm_id", "osm_kind", "category", "name", "lat", "lon")
# So many lines may one quoted field span; a quote nobody closed must not swallow the good rows after it.
MAX_LINES_A_ROW = 5


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be imported, and why, in words for the person who runs the import."""

    line: int
    reason: str


class UnknownFormat(ValueError):
    """The whole file is of another kind; the message says what it seems to be and what is expected."""


def read_rows(path: str | Path) -> Iterator[Row | BadRow]:
    """All entries of the file in its order, each as Row or BadRow; empty lines are passed over.

    Raises UnknownFormat before the first row, OSError where the file cannot be read.
    """
    lines = _lines(Path(path).read_bytes())
    columns = _columns(lines[0])
    return _rows(lines, columns)


def refuse_spreadsheets(content: bytes) -> None:
    """Raises UnknownFormat where there is nothing to read, or a workbook instead of a table."""
    if not content.strip():
        raise UnknownFormat(_("The file is empty."))
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnknownFormat(_("This is an Excel or ZIP file. Please save the table as CSV (UTF-8, commas)."))


def _lines(content: bytes) -> list[str]:
    refuse_spreadsheets(content)
    if not _is_text(content.split(b"\n", 1)[0]):
        raise UnknownFormat(_("This is not a text file. Please save the table as CSV (UTF-8, commas)."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A single broken letter is a matter of its row; a file without one sound umlaut has another encoding.
        text = content.decode("utf-8-sig", errors="surrogateescape")
        if not any(ord(character) > 127 and not _is_broken(character) for character in text):
            raise UnknownFormat(
                _("The file is not written in UTF-8 (umlauts would be lost). Please save it as CSV in UTF-8.")
            ) from None
    # Not splitlines(): it would also cut at rare separators inside a name.
    return [line.removesuffix("\r") for line in text.split("\n")]


def _is_text(header: bytes) -> bool:
    try:
        return "\x00" not in header.decode()
    except UnicodeDecodeError:
        return False


def _is_broken(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"


def _columns(header: str) -> list[str]:
    columns = [column.strip().lower() for column in _fields(header) or []]
    missing = [column for column in REQUIRED_COLUMNS if column not in columns]
    if not missing:
        return columns
    expected = ", ".join(REQUIRED_COLUMNS)
    for separator, name in ((";", _("semicolons")), ("\t", _("tabs"))):
        if header.count(separator) > header.count(","):
            raise UnknownFormat(
                _(
                    "The columns of this file are separated by %(separator)s. Expected is a file from OpenStreetMap "
                    "with commas and at least these columns: %(expected)s."
                )
                % {"separator": name, "expected": expected}
            )
    raise UnknownFormat(
        _(
            "These columns are missing: %(missing)s. Expected is a file from OpenStreetMap with commas and at least "
            "these columns: %(expected)s."
        )
        % {"missing": ", ".join(missing), "expected": expected}
    )


def _fields(record: str, delimiter: str = ",") -> list[str] | None:
    """The fields of one record, None where it is no sound CSV."""
    try:
        return next(csv.reader([record], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _rows(lines: list[str], columns: list[str]) -> Iterator[Row | BadRow]:
    for number, fields in records(lines, width=len(columns)):
        yield _row_of(number, fields, columns)


def records(lines: list[str], *, width: int, delimiter: str = ",") -> Iterator[tuple[int, list[str] | None]]:
    """(line, fields) of all records below the header; fields are None where the quotation marks do not match."""
    at = 1
    while at < len(lines):
        number = at + 1
        if not lines[at].strip():
            at += 1
            continue
        fields, used = _record(lines, at, width, delimiter)
        at += used
        yield number, fields


def _record(lines: list[str], at: int, width: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The fields of the record that begins at this line, and the number of lines it takes."""
    first = _fields(lines[at], delimiter)
    if first is not None:
        return first, 1
    for used in range(2, MAX_LINES_A_ROW + 1):
        fields = _quoted_over(lines[at : at + used], delimiter)
        if fields is not None and len(fields) == width:
            return fields, used
    return None, 1


def _quoted_over(lines: list[str], delimiter: str) -> list[str] | None:
    try:
        found = list(csv.reader([f"{line}\n" for line in lines], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


def _row_of(number: int, fields: list[str] | None, columns: list[str]) -> Row | BadRow:
    if fields is None:
        return BadRow(number, _("The quotation marks of this line do not match, or it is far too long."))
    if len(fields) != len(columns):
        return BadRow(
            number,
            _("The line has %(found)s columns, expected are %(expected)s.")
            % {"found": len(fields), "expected": len(columns)},
        )
    if any(_is_broken(character) for field in fields for character in field):
        return BadRow(number, _("The line contains letters that are not UTF-8."))
    try:
        return checked_row(number, dict(zip(columns, fields, strict=True)))
    except BadValue as error:
        return BadRow(number, str(error))
