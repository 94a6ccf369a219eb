"""The page with every component in its states: whole while one works on it, not there for anybody else."""

import pytest
from django.test import RequestFactory
from django.utils.html import escape

from site_core.component_library import ARABIC, LONG, examples, library


@pytest.mark.parametrize("address", ["/komponenten/", "/en/komponenten/"])
def test_nobody_reaches_it_on_a_site_that_runs(site, client, address):
    assert client.get(address).status_code == 404


@pytest.fixture
def page(site):
    return library(RequestFactory().get("/komponenten/")).content.decode()


def test_it_shows_every_component_in_every_state(page):
    for name, states in examples().items():
        section = page.split(f'id="{name}"')[1].split("</section>")[0]
        assert section.count('<p class="small soft">') == len(states), name
    assert len(examples()) >= 12


def test_long_words_and_arabic_are_among_the_states(page):
    assert escape(LONG) in page
    assert f'lang="ar" dir="auto">{ARABIC}' in page


def test_a_wrong_answer_is_shown_with_its_reason(page):
    assert "errorlist" in page.split('id="form_field"')[1].split("</section>")[0]
