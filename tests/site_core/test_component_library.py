"""The page with every component in its states: whole while one works on it, not there for anybody else."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode
from django.test import RequestFactory
from django.utils.html import escape

from site_core.component_library import ARABIC, LONG, components, library

FOLDER = Path(settings.TEMPLATES[0]["DIRS"][0]) / "components"


@pytest.mark.parametrize("address", ["/komponenten/", "/en/komponenten/"])
def test_nobody_reaches_it_on_a_site_that_runs(site, client, address):
    assert client.get(address).status_code == 404


@pytest.fixture
def shown(site):
    return library(RequestFactory().get("/komponenten/")).content.decode()


def section_of(page, name):
    return page.split(f'id="component-{name}"')[1].split('id="component-')[0]


def included(name) -> set[str]:
    """The components that a component's template includes."""
    nodes = get_template(f"components/{name}.html").template.nodelist.get_nodes_by_type(IncludeNode)
    return {Path(node.template.var).stem for node in nodes}


def test_every_component_is_in_it_or_part_of_one_that_is():
    shown = {component.name for component in components()}
    reached, left = set(), set(shown)
    while left:
        reached |= left
        left = {part for name in left for part in included(name)} - reached
    assert {path.stem for path in FOLDER.glob("*.html")} - reached == set()


def test_every_component_is_in_it_once():
    names = [component.name for component in components()]
    assert len(names) == len(set(names))
    assert all(
        len({each.state for each in component.examples}) == len(component.examples) for component in components()
    )


def test_every_state_is_drawn(shown):
    for component in components():
        section = section_of(shown, component.name)
        assert section.count("data-example=") == len(component.examples), component.name


def test_long_words_and_arabic_are_among_the_states(shown):
    assert escape(LONG) in shown
    assert f'lang="ar" dir="auto">{ARABIC}' in shown


def test_a_wrong_answer_is_shown_with_its_reason(shown):
    assert section_of(shown, "form_field").count("errorlist") == 2


def test_no_two_elements_have_one_id_and_every_label_has_its_field(shown):
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert len(ids) > len(components())
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"', shown)) <= set(ids)
    assert set(re.findall(r'<use href="#([^"]+)"', shown)) <= set(ids)


def test_of_what_stands_in_the_head_the_markup_is_shown(shown):
    assert "&lt;meta property=" in section_of(shown, "about_page")
    assert "&lt;script type=" in section_of(shown, "json_ld")
