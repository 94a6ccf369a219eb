"""What a page offers a browser: AVIF before WebP, widths, size; made on saving and never on looking."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.template.loader import render_to_string
from django.urls import reverse
from PIL import Image

from members.models import BusinessPage
from site_core.images.services import store_image
from site_core.models import KiezImage, KiezRendition, SiteSettings
from site_core.pictures import SHAPES, SIZES, lacks, picture, prepare
from tests.factories.pages import make_business
from tests.site_core.images.picture_files import picture as picture_file

pytestmark = pytest.mark.django_db


def large_image(width, height):
    return store_image(title="Ofen", alt="Ein Ofen", content=picture_file(width, height), name="ofen.jpg")


@pytest.fixture
def photo():
    """As large as pictures are kept."""
    return large_image(1600, 1200)


def shown(image, shape, **options):
    return render_to_string("components/picture.html", {"picture": picture(image, shape), **options})


def widths(srcset):
    return [int(width) for width in re.findall(r" (\d+)w", srcset)]


@pytest.mark.parametrize("shape", SIZES)
def test_a_browser_may_choose_avif_and_falls_back_to_webp(photo, shape):
    prepare(photo, shape)
    html = shown(photo, shape, sizes="50vw")
    avif = re.search(r'<source type="image/avif" srcset="(.+?)" sizes="50vw">', html)[1]
    assert len(widths(avif)) == len(SIZES[shape])
    assert avif.count(".avif") == len(SIZES[shape])
    assert re.search(r'<img src="[^"]+\.webp"', html)


def test_a_picture_says_how_large_it_is(photo):
    prepare(photo, "card", "portrait")
    assert 'width="720" height="540"' in shown(photo, "card")
    assert 'width="800" height="600"' in shown(photo, "portrait")


def test_what_is_seen_first_comes_first_and_the_rest_when_it_is_scrolled_to(photo):
    prepare(photo, "card")
    assert 'fetchpriority="high"' in shown(photo, "card", eager=True)
    assert "lazy" not in shown(photo, "card", eager=True)
    assert 'loading="lazy"' in shown(photo, "card")


def test_what_is_cut_off_is_far_from_the_focal_point():
    """A wide picture with a red right end, and the eye on it."""
    image = large_image(1600, 600)
    with image.file.open() as file:
        drawn = Image.open(file).convert("RGB")
    drawn.paste((200, 0, 0), (1200, 0, 1600, 600))
    with image.file.storage.open(image.file.name, "wb") as file:
        drawn.save(file, "JPEG")
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 1500, 300, 100, 100
    image.save()
    prepare(image, "card")
    made = image.renditions.get(filter_spec="fill-720x540|format-webp")
    with made.file.open() as file:
        red, green, _blue = Image.open(file).convert("RGB").getpixel((680, 270))
    assert red > 150 > green


def test_avif_is_really_avif_and_smaller_than_what_was_sent(photo):
    prepare(photo, "portrait")
    made = photo.renditions.get(filter_spec="width-1280|format-avif")
    with made.file.open() as file:
        opened = Image.open(file)
        assert (opened.format, opened.size) == ("AVIF", (1280, 960))
    assert made.file.size < photo.file.size


def test_a_small_original_is_named_once_a_width():
    image = large_image(600, 400)
    prepare(image, "portrait")
    assert widths(picture(image, "portrait").avif) == [600]


# --- Never in a visitor's request ---------------------------------------------------------------------------------


def test_looking_makes_nothing(photo, client, site):
    make_business(site, "Backstube", portrait=photo, live=True)
    KiezRendition.objects.all().delete()
    page = BusinessPage.objects.get()
    for address in ("/", page.url, page.get_parent().url):
        assert client.get(address).status_code == 200
    assert not KiezRendition.objects.exists()


def test_while_no_size_is_made_the_original_stands_in(photo):
    html = shown(photo, "card")
    assert photo.file.url in html
    assert 'width="1600" height="1200"' in html
    assert "<source" not in html


def test_a_size_that_is_missing_is_not_offered(photo):
    prepare(photo, "card")
    photo.renditions.filter(filter_spec__contains="avif").delete()
    html = shown(KiezImage.objects.get(pk=photo.pk), "card")
    assert "avif" not in html
    assert html.count(".webp") == 1


def test_publishing_makes_what_the_page_shows(photo, site):
    page = make_business(site, "Backstube", portrait=photo)
    page.save_revision().publish()
    assert not lacks(photo, "card", "portrait", "share")


def test_a_moved_focal_point_and_a_new_file_are_followed_at_once(photo, site, admin_client):
    make_business(site, "Backstube", portrait=photo).save_revision().publish()
    address = reverse("wagtailimages:edit", args=[photo.pk])
    texts = {"title": "Ofen", "description": "Ein Ofen", "collection": photo.collection_id}
    eye = {f"focal_point_{name}": 20 for name in ("x", "y", "width", "height")}
    assert admin_client.post(address, texts | eye).status_code == 302
    moved = KiezImage.objects.get(pk=photo.pk)
    assert moved.has_focal_point()
    assert not lacks(moved, "card", "portrait")
    file = SimpleUploadedFile("neu.jpg", picture_file(1500, 1000), "image/jpeg")
    assert admin_client.post(address, texts | {"file": file}).status_code == 302
    changed = KiezImage.objects.get(pk=photo.pk)
    assert (changed.width, changed.height) == (1500, 1000)
    assert not lacks(changed, "card", "portrait")


def test_an_update_with_new_sizes_makes_them_for_what_is_published(photo, site, capsys):
    page = make_business(site, "Backstube", portrait=photo)
    page.save_revision().publish()
    photo.renditions.filter(filter_spec=SHAPES["card"][0]).delete()
    call_command("make_pictures")
    assert not lacks(KiezImage.objects.get(pk=photo.pk), "card")
    call_command("make_pictures")
    assert capsys.readouterr().out.splitlines() == ["Made the sizes of 1 pictures.", "Made the sizes of 0 pictures."]


def test_the_logos_are_made_when_the_settings_are_saved(photo, site):
    settings = SiteSettings.load()
    settings.funding_logos = photo
    settings.save()
    assert not lacks(photo, "logos")


def test_prefetched_sizes_ask_for_nothing(photo, django_assert_num_queries):
    prepare(photo, "card")
    image = KiezImage.objects.prefetch_related("renditions").get(pk=photo.pk)
    with django_assert_num_queries(0):
        assert picture(image, "card").avif


def test_no_picture_is_no_picture():
    assert picture(None, "card") is None
    prepare(None, "card")
