"""Every component in every state looks as it did when somebody last agreed to its look, by day and by night.

After a change that is meant: `WRITE_REFERENCES=1 .venv/bin/python -m pytest tests/journeys/test_components.py` writes
tests/screens/references anew; look at the two pictures there before they are committed.
"""

import os

import pytest

from tests.journeys.looking import READ, overflow, violations
from tests.screens import likeness

pytestmark = pytest.mark.journey

ADDRESS = "/komponenten/"
WIDTH = 390
#: One page shows the same landmark in several states; a page of the site never does.
REPEATED = "landmark-unique"
#: Markup of the head is no drawing, and a pagination of one page is nothing at all.
WITHOUT_LOOKS = ("about_page-", "json_ld-", "search_scripts-")
#: The machine's own fonts are no matter of ours: all words in the face that comes with the site; and nothing folded.
ALIKE = """
async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root { --text: var(--headline) }');
    document.adoptedStyleSheets = [sheet];
    document.querySelectorAll('[data-example] details').forEach(each => { each.name = ''; each.open = true; });
    await document.fonts.ready;
}
"""


@pytest.fixture
def library(kiez, settings, new_context):
    """`library("dark")`: the page with all components on a phone, by day or by night."""
    settings.ROOT_URLCONF = "tests.screens.library_urls"

    def opened(scheme, address=ADDRESS, width=WIDTH):
        page = new_context(viewport={"width": width, "height": 844}, color_scheme=scheme).new_page()
        assert page.goto(address).status == 200
        page.evaluate(ALIKE)
        page.evaluate(READ)
        return page

    return opened


def pictures_of(page):
    """Small pictures of the examples that take up room, by name."""
    found = {}
    for example in page.locator("[data-example]").all():
        name, box = example.get_attribute("data-example"), example.bounding_box()
        if box["height"] >= 1 and not name.startswith(WITHOUT_LOOKS):
            found[name] = likeness.small(example.screenshot(animations="disabled"))
    return found


def otherwise(pictures, references):
    """What looks otherwise than its reference, with how much."""
    differences = {name: likeness.difference(pictures[name], references[name]) for name in pictures}
    return {name: str(found) for name, found in differences.items() if found.is_seen}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_looks_as_agreed(library, scheme):
    pictures = pictures_of(library(scheme))
    if os.environ.get("WRITE_REFERENCES"):
        likeness.write(scheme, pictures)
    references = likeness.read(scheme)
    assert list(pictures) == list(references)
    assert otherwise(pictures, references) == {}


def test_a_component_that_lost_its_styles_is_seen(library):
    page = library("light")
    page.evaluate("document.querySelector('link[rel=stylesheet]').remove()")
    pictures, references = pictures_of(page), likeness.read("light")
    assert set(otherwise(pictures, references)) == set(references)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [ADDRESS, f"/ar{ADDRESS}"])
def test_no_component_shuts_anybody_out_or_runs_off_the_screen(library, scheme, address):
    page = library(scheme, address)
    assert [found for found in violations(page) if not found.startswith(REPEATED)] == []
    assert overflow(page, WIDTH) == []
