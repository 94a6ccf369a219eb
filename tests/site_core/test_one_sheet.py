"""All sheets in one: complete, in order, small, and with addresses that still lead somewhere."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from site_core.assets.sheets import joined, sheets

CSS = Path(settings.STATICFILES_DIRS[0]) / "css"
KILOBYTE = 1024


@pytest.fixture
def sheet():
    return Path(finders.find("css/site.css")).read_text()


def test_every_component_is_in_it_after_the_ground():
    names = [path.relative_to(CSS).as_posix() for path in sheets()]
    assert names[:4] == ["tokens.css", "fonts.css", "base.css", "layout.css"]
    assert set(names) >= {path.relative_to(CSS).as_posix() for path in CSS.glob("components/*.css")}


def test_it_is_small(sheet):
    assert len(brotli.compress(sheet.encode())) <= 12 * KILOBYTE


def test_it_says_what_the_sheets_say(tmp_path):
    (tmp_path / "a.css").write_text('/* why */\n.a {\n  content: " x ";\n\n  color: red; /* or\n  not */\n}\n')
    (tmp_path / "b.css").write_text(".b :hover {\n  inset: 0;\n}\n")
    made = joined([tmp_path / "a.css", tmp_path / "b.css"]).decode()
    assert made == '.a {\ncontent: " x ";\ncolor: red;\n}\n.b :hover {\ninset: 0;\n}'


def test_a_changed_sheet_changes_it(settings, tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("tokens", "fonts", "base", "layout", "components/card"):
        (tmp_path / f"{name}.css").write_text(f".{Path(name).name} {{}}\n")
    before = joined(sheets(tmp_path))
    (tmp_path / "components" / "card.css").write_text(".other {}\n")
    assert b".other" in joined(sheets(tmp_path)) != before


def test_nothing_but_the_ground_names_a_file(sheet):
    """An address in a component would lead elsewhere once the sheets are one."""
    assert [path.name for path in CSS.glob("components/*.css") if "url(" in path.read_text()] == []
    assert set(re.findall(r"url\(\"(.+?)\"\)", sheet)) == {"../fonts/headline.woff2", "../fonts/numerals.woff2"}


def test_a_page_asks_for_one_sheet_and_the_headline_face(client, site):
    html = client.get("/").text
    assert 'rel="stylesheet" href="/static/css/site.css"' in html
    assert re.search(r'rel="preload" href="/static/fonts/headline.woff2" as="font" type="font/woff2" crossorigin', html)
