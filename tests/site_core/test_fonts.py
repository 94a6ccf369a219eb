"""The two faces: every letter our languages need, small, measured stand-ins, and made where somebody asks for them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from site_core.assets.fonts import FACES

KILOBYTE = 1024
HEADLINE, NUMERALS = "fonts/headline.woff2", "fonts/numerals.woff2"
SHEET = (Path(settings.STATICFILES_DIRS[0]) / "css" / "fonts.css").read_text()


@pytest.fixture(scope="module")
def faces():
    """What a server that reads static files where they lie would send, as it came and opened."""
    content = {path: Path(finders.find(path)).read_bytes() for path in FACES}
    return {path: (made, TTFont(BytesIO(made))) for path, made in content.items()}


def letters(faces, path):
    return {chr(code) for code in faces[path][1].getBestCmap()}


@pytest.mark.parametrize("path", [HEADLINE, NUMERALS])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ÄÖÜ"),
        ("Turkish", "Pijamalı hasta yağız şoföre çabucak güvendi. İIĞŞÇÖÜ âîû"),
        ("English", "The quick brown fox jumps over the lazy dog – isn’t it?"),
        ("points", "„Weise“ ‚halb‘ »so« ‹hin› 8–19 Uhr … Haus 17a · & § € 0123456789 50 % 1½"),
    ],
)
def test_every_letter_is_there(faces, path, language, text):
    assert set(text) - letters(faces, path) == set()


def test_a_headline_in_capitals_has_its_sharp_s_and_arrows(faces):
    assert set("ẞ→←↑↓") <= letters(faces, HEADLINE)


@pytest.mark.parametrize(("path", "most"), [(HEADLINE, 25), (NUMERALS, 10)])
def test_a_face_is_small(faces, path, most):
    content, _font = faces[path]
    assert content[:4] == b"wOF2"
    assert len(content) <= most * KILOBYTE


@pytest.mark.parametrize("path", [HEADLINE, NUMERALS])
def test_a_face_is_one_cut_and_keeps_its_licence(faces, path):
    font = faces[path][1]
    assert "fvar" not in font
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert font["name"].getDebugName(0)


def test_numerals_stand_in_columns(faces):
    font = faces[NUMERALS][1]
    substitutions = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}
    assert "tnum" in substitutions or len(widths) == 1


@pytest.mark.parametrize(("path", "stand_in"), [(HEADLINE, "Headline stand-in"), (NUMERALS, "Numerals stand-in")])
def test_a_stand_in_takes_the_same_room(faces, path, stand_in):
    """Its height, scaled, is that of the face: lines keep their place when the face arrives."""
    hhea, em = faces[path][1]["hhea"], faces[path][1]["head"].unitsPerEm
    rules = [rule for rule in re.findall(r"@font-face \{(.+?)\}", SHEET, re.DOTALL) if f'"{stand_in}' in rule]
    assert len(rules) == 2
    for rule in rules:
        scale, above, below = (
            float(re.search(rf"{name}: ([\d.]+)%", rule)[1]) / 100
            for name in ("size-adjust", "ascent-override", "descent-override")
        )
        assert scale * above == pytest.approx(hhea.ascent / em, abs=0.002)
        assert scale * below == pytest.approx(-hhea.descent / em, abs=0.002)


def test_no_text_waits_for_its_face():
    ours = re.findall(r"@font-face \{(.+?)\}", SHEET, re.DOTALL)[:2]
    assert all("font-display: swap" in rule for rule in ours)


def test_a_face_is_made_once(settings, tmp_path):
    settings.MADE_FILES_DIR = tmp_path
    finder = finders.get_finder.__wrapped__("site_core.assets.finders.MadeFilesFinder")
    first = Path(finder.find(NUMERALS))
    made_at = first.stat().st_mtime_ns
    assert Path(finder.find(NUMERALS)).stat().st_mtime_ns == made_at
    first.unlink()
    assert Path(finder.find(NUMERALS)).exists()


def test_what_is_not_made_is_left_to_others():
    assert finders.find("fonts/none.woff2") is None


def test_collecting_brings_fonts_and_sheet_together(settings, tmp_path):
    finder = finders.get_finder("site_core.assets.finders.MadeFilesFinder")
    assert [path for path, _storage in finder.list([])] == ["css/site.css", *FACES]
    assert all(storage.exists(path) for path, storage in finder.list([]))
