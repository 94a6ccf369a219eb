"""What somebody sees who took a wrong turn, was sent away, or met a fault of ours."""

import pytest
from django.template.loader import render_to_string

from site_core.views import words_of


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gewerbe/backstube-schiller/", "backstube schiller"),
        ("/en/gewerbe/backstube_schiller-2.html", "backstube schiller"),
        ("/gewerbe/çay-evi/", "çay evi"),
        ("/2024/12/", ""),
        ("/", ""),
        ("/" + "laden-" * 40, ("laden " * 10).strip()),
    ],
)
def test_an_address_is_read_as_words(path, words):
    assert words_of(path).strip() == words


def test_who_does_not_find_a_page_can_search_for_its_words(site, client):
    answer = client.get("/gewerbe/backstube-schiller/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert 'value="backstube schiller"' in page
    assert 'href="/gewerbe/"' in page.split("<main")[1]


def test_an_address_cannot_write_into_the_page(site, client):
    page = client.get('/"><b>fett</b>').content.decode()
    assert "<b>" not in page


def test_who_is_sent_away_finds_the_main_pages(site):
    page = render_to_string("403.html", {"menu": [{"url": "/gewerbe/", "title": "Gewerbe"}]})
    assert 'href="/gewerbe/"' in page.split("<main")[1]


def test_the_page_for_our_own_faults_needs_no_database():
    assert "<h1>" in render_to_string("500.html")
