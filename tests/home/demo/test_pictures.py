"""Pictures are drawn by code: the same for the same name, different for different ones, and told in words."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw

from home.demo.content import load
from home.demo.drawing.canvas import Sheet
from home.demo.drawing.catalogue import MOTIFS
from home.demo.drawing.lettering import write
from home.demo.drawing.outside import OUTSIDE
from home.demo.drawing.scenes import SCENES
from home.demo.pictures import alt_text, draw
from home.demo.specs import PictureSpec

BAKERY = PictureSpec("shop", motif="bread", name="Backstube Probe", front="bakery", plate="12")


@pytest.fixture(scope="module")
def content():
    return load()


def written(words):
    sheet = Image.new("L", (500, 160), 255)
    write(ImageDraw.Draw(sheet), (250, 80), words, 80, "#000000", 0.024)
    return sheet


def test_a_picture_is_a_jpeg_in_the_size_of_a_portrait():
    picture = Image.open(BytesIO(draw(BAKERY)))
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (1600, 1200), "RGB")


def test_the_same_name_gives_the_same_picture():
    assert draw(BAKERY) == draw(BAKERY)


def test_another_name_gives_another_picture():
    other = PictureSpec("shop", motif="bread", name="Backstube Gegenprobe", front="bakery", plate="12")
    assert draw(BAKERY) != draw(other)


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_every_motif_can_be_seen_and_keeps_to_its_place(motif):
    sheet = Sheet("#ffffff")
    MOTIFS[motif].draw(sheet.pen.at(800, 900, 5), Random(1))
    ink = ImageChops.invert(Image.open(BytesIO(sheet.jpeg())).convert("L")).point(lambda level: 255 * (level > 12))
    left, top, right, bottom = ink.getbbox()
    assert right - left > 250
    assert bottom - top > 130
    assert left >= 800 - 5 * 62
    assert right <= 800 + 5 * 62
    assert top >= 900 - 5 * 115
    assert bottom <= 900 + 5 * 12


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_can_be_drawn_and_told(scene):
    spec = PictureSpec("scene", motif=scene, name="Probe")
    assert Image.open(BytesIO(draw(spec))).size == (1600, 1200)
    assert alt_text(spec).endswith(".")


@pytest.mark.parametrize("outside", sorted(OUTSIDE))
def test_everything_that_stands_outside_can_be_drawn(outside):
    spec = PictureSpec("shop", motif="cup", name="Probe", front="cafe", outside=outside, plate="7a")
    assert Image.open(BytesIO(draw(spec))).size == (1600, 1200)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("ö", "o"),
        ("Ü", "U"),
        ("ş", "s"),
        ("ğ", "g"),
        ("ı", "i"),
        ("İ", "I"),
        ("ç", "c"),
        ("é", "e"),
        ("ń", "n"),
        ("ł", "l"),
        ("ñ", "n"),
        ("ą", "a"),
    ],
)
def test_letters_with_marks_are_not_replaced_by_boxes(marked, plain):
    difference = ImageChops.difference(written(marked), written(plain))
    assert difference.getbbox() is not None
    changed = sum(difference.histogram()[128:])
    assert changed < 0.8 * sum(written(plain).histogram()[:128])


def test_sharp_s_is_set_as_two():
    assert written("Großer").tobytes() == written("Grosser").tobytes()


def test_shop_pictures_say_whose_shop_it_is(content):
    for profile in content.profiles:
        assert profile.name in alt_text(profile.picture)


def test_neighbours_in_a_street_never_have_the_same_wall(content):
    streets = {}
    for profile in content.profiles:
        streets.setdefault(profile.street, []).append(profile)
    for doors in streets.values():
        doors.sort(key=lambda p: int("".join(filter(str.isdigit, p.housenumber))))
        walls = [door.picture.facade for door in doors]
        assert all(left != right for left, right in zip(walls, walls[1:], strict=False))


def test_no_two_portraits_of_the_demo_are_alike(content):
    drawn = [draw(profile.picture) for profile in content.profiles]
    assert len(set(drawn)) == len(drawn)
