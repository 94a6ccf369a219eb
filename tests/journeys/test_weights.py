"""A page is light: what a phone has to fetch for it. Pictures are weighed on the demo site, by `make bench`."""

import pytest

from tests.screens.weight import weigh

pytestmark = pytest.mark.journey

KB = 1024


@pytest.fixture
def profile(kiez, new_context):
    return weigh(new_context, kiez.tailor.url)


def test_a_profile_is_light(profile):
    assert profile.kinds["document"] <= 10 * KB, profile
    assert profile.kinds["stylesheet"] <= 12 * KB, profile
    assert profile.kinds["font"] + profile.kinds["document"] + profile.kinds["stylesheet"] <= 80 * KB, profile
    assert len(profile.asked) <= 8, profile.asked


def test_home_is_light(kiez, new_context):
    home = weigh(new_context, "/")
    assert home.total <= 150 * KB, home
    assert home.kinds["stylesheet"] <= 12 * KB, home


def test_a_profile_says_everything_without_script(kiez, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(kiez.tailor.url)
    for words in ("Zwei Frauen, drei Nähmaschinen.", "Maßkleider", "Man grüßt sich.", "zusammen leichter"):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.locator("a[href^='tel:']").first.is_visible()
