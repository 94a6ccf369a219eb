"""A page is light: what a phone has to fetch for it. Pictures are weighed on the demo site, by `make bench`."""

import pytest

from members.models import GalleryPicture
from site_core.images.services import store_image
from site_core.pictures import prepare
from tests.journeys.kiez import photo_bytes
from tests.screens.weight import PHONE, weigh

pytestmark = pytest.mark.journey

KB = 1024
#: As many as a profile may have.
PICTURES = 12


@pytest.fixture
def full_gallery(kiez):
    """The tailor's page with a portrait and all the pictures that fit, each a file of its own."""
    GalleryPicture.objects.filter(page=kiez.tailor).delete()
    prepare(kiez.picture, "portrait")
    for number in range(PICTURES):
        content = photo_bytes(600 + number, 480)
        image = store_image(title=f"Bild {number}", alt="Eine Naht", content=content, name="naht.jpg")
        prepare(image, "gallery")
        GalleryPicture.objects.create(page=kiez.tailor, image=image, sort_order=number)
    return kiez.tailor


def pictures_in(weight):
    return [path for path in weight.asked if path.startswith("/media/")]


@pytest.fixture
def profile(kiez, new_context):
    return weigh(new_context, kiez.tailor.url)


def test_a_profile_is_light(profile):
    assert profile.kinds["document"] <= 10 * KB, profile
    assert profile.kinds["stylesheet"] <= 12 * KB, profile
    assert profile.kinds["font"] + profile.kinds["document"] + profile.kinds["stylesheet"] <= 80 * KB, profile
    assert len(profile.asked) <= 8, profile.asked


def test_a_profile_with_many_pictures_is_as_light(full_gallery, new_context):
    weight = weigh(new_context, full_gallery.url)
    assert len(pictures_in(weight)) == 3, weight.asked
    assert len(weight.asked) <= 8, weight.asked
    assert weight.total <= 80 * KB, weight


def open_the_other_pictures(page):
    page.get_by_text("10 weitere Bilder").or_(page.get_by_text("10 more pictures")).click()


def test_the_other_pictures_come_when_they_are_asked_for(full_gallery, new_context):
    page = new_context(**PHONE).new_page()
    page.goto(full_gallery.url)
    page.wait_for_load_state("networkidle")
    with page.expect_response(lambda answer: "/media/" in answer.url and answer.ok):
        open_the_other_pictures(page)
    assert page.locator("details .gallery img").count() == PICTURES - 2


def test_the_other_pictures_are_there_without_script(full_gallery, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(full_gallery.url)
    first = page.locator("details .gallery img").first
    assert not first.is_visible()
    open_the_other_pictures(page)
    assert first.is_visible()


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
