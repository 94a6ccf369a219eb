import json
import struct
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from site_core.images import apart, pipeline
from site_core.images.header import PictureRefused
from site_core.images.pipeline import LONGEST_SIDE, prepare
from tests.site_core.images.picture_files import (
    CORNER,
    GROUND,
    XMP,
    encoded,
    exif,
    gif_head,
    opened,
    picture,
    png_chunk,
    png_with,
    what_is_inside,
)

PROJECT = Path(__file__).resolve().parents[3]
SECRETS = [b"SECRET", b"GPSLatitude", b"XSSPWN"]


def refused(data):
    with pytest.raises(PictureRefused) as caught:
        prepare(data)
    return caught.value.code


def close(pixel, colour, tolerance=12):
    return all(abs(is_ - was) <= tolerance for is_, was in zip(pixel[:3], colour, strict=True))


def is_bare(content):
    """Nothing in the file but what the picture needs."""
    allowed = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"} | {"e0", "db", "c0", "c4"}
    return what_is_inside(content) <= allowed and not any(secret in content for secret in SECRETS)


def sent_in_as(made):
    return opened(prepare(made).content)


def srgb_with_red_and_green_swapped():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"temp").replace(b"gXYZ", b"rXYZ").replace(b"temp", b"gXYZ")


@pytest.fixture(scope="module")
def attacks(shared):
    index = json.loads((shared / "attacks/dev/index.json").read_text())
    return [
        (case["title"], case["check"], (shared / "attacks/dev" / case["file"]).read_bytes())
        for case in index
        if case["kind"] == "upload"
    ]


def test_each_known_attack_ends_as_expected(attacks):
    wrong = []
    for title, check, data in attacks:
        try:
            content = prepare(data).content
        except PictureRefused:
            stored = False
        else:
            stored = True
            if not is_bare(content) or opened(content).mode not in ("RGB", "RGBA"):
                wrong.append(f"{title}: something is left in the file")
        if check["outcome"] == "accept" and not stored:
            wrong.append(f"{title}: refused")
        if check["outcome"] == "reject" and stored:
            wrong.append(f"{title}: stored")
    assert len(attacks) > 30
    assert wrong == []


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_place_and_camera_are_gone(picture_format):
    made = picture(picture_format=picture_format, exif=exif(place=True), xmp=XMP)
    assert b"SECRET" in made
    assert is_bare(prepare(made).content)


def test_comments_and_profiles_are_gone():
    profile = srgb_with_red_and_green_swapped()
    assert is_bare(prepare(picture(comment=b"SECRET", icc_profile=profile)).content)
    assert is_bare(prepare(picture(picture_format="PNG", icc_profile=profile)).content)
    assert is_bare(prepare(picture(picture_format="GIF", comment=b"SECRET")).content)
    assert is_bare(prepare(png_with(png_chunk(b"tEXt", b"Author\0SECRET"))).content)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_a_phone_held_upright_gives_an_upright_picture(picture_format):
    turned = sent_in_as(picture(64, 48, picture_format, exif=exif(orientation=6)))
    assert turned.size == (48, 64)
    assert close(turned.getpixel((40, 6)), CORNER, 40)
    assert close(turned.getpixel((6, 58)), GROUND, 40)


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "top left"), (2, "top right"), (3, "bottom right"), (4, "bottom left")]
    + [(5, "top left"), (6, "top right"), (7, "bottom right"), (8, "bottom left")],
)
def test_every_way_to_hold_a_camera_is_known(orientation, corner):
    turned = sent_in_as(picture(64, 64, exif=exif(orientation=orientation)))
    x, y = 58 if "right" in corner else 5, 58 if "bottom" in corner else 5
    assert close(turned.getpixel((x, y)), CORNER)
    assert close(turned.getpixel((63 - x, 63 - y)), GROUND)


@pytest.mark.parametrize(
    ("size", "kept"),
    [((3000, 1500), (2560, 1280)), ((1000, 4000), (640, 2560)), ((20_000, 2), (2560, 1)), ((640, 480), (640, 480))],
)
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG"])
def test_the_longest_side_is_bounded_and_nothing_is_blown_up(picture_format, size, kept):
    made = prepare(picture(*size, picture_format))
    assert (made.width, made.height) == kept == opened(made.content).size
    assert max(kept) <= LONGEST_SIDE


def test_the_extension_tells_what_is_inside():
    assert {name: prepare(picture(picture_format=name)).extension for name in ("JPEG", "WEBP", "PNG", "GIF")} == {
        "JPEG": "jpg",
        "WEBP": "jpg",
        "PNG": "png",
        "GIF": "png",
    }


def test_print_colours_become_screen_colours():
    made = sent_in_as(encoded(Image.new("CMYK", (32, 32), (0, 255, 255, 0))))
    assert made.mode == "RGB"
    assert close(made.getpixel((9, 9)), (254, 0, 0))


def test_a_colour_profile_is_applied_before_it_is_dropped():
    made = sent_in_as(picture(icc_profile=srgb_with_red_and_green_swapped()))
    red, green, _blue = made.getpixel((5, 5))
    assert green > 150 > 80 > red


def test_a_broken_colour_profile_changes_nothing():
    assert close(sent_in_as(picture(icc_profile=b"no profile" * 50)).getpixel((5, 5)), CORNER)


def test_sixteen_bits_of_grey_keep_their_tones():
    image = Image.new("I;16", (30, 10))
    for x in range(30):
        for y in range(10):
            image.putpixel((x, y), 2184 * x)
    made = sent_in_as(encoded(image, "PNG"))
    assert [made.getpixel((x, 5))[0] for x in (0, 10, 20)] == [0, 85, 170]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_every_kind_of_png_is_read(mode):
    made = sent_in_as(encoded(Image.new("RGB", (8, 8), (255, 255, 255)).convert(mode), "PNG"))
    assert (made.mode, made.getpixel((3, 3))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
@pytest.mark.parametrize("picture_format", ["PNG", "WEBP"])
def test_what_is_see_through_stays_see_through(mode, picture_format):
    image = Image.new("LA", (3000, 300), (200, 255))
    image.putpixel((0, 0), (0, 0))
    image.paste((0, 0), (0, 0, 1500, 300))
    made = sent_in_as(encoded(image.convert(mode), picture_format))
    assert [made.getpixel((x, 100))[3] for x in (10, 2500)] == [0, 255]


def test_a_palette_with_a_see_through_colour_stays_see_through():
    image = Image.new("P", (20, 20), 0)
    image.putpalette([10, 10, 10, 250, 250, 250])
    image.paste(1, (10, 0, 20, 20))
    for picture_format in ("PNG", "GIF"):
        made = sent_in_as(encoded(image, picture_format, transparency=0))
        assert [made.getpixel((x, 5))[3] for x in (2, 15)] == [0, 255]


def test_of_a_camera_file_with_two_pictures_the_first_is_kept():
    both = encoded(opened(picture()), "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48), GROUND)])
    assert close(sent_in_as(both).getpixel((5, 5)), CORNER)


def test_of_a_moving_picture_the_first_frame_is_kept():
    frames = [Image.new("RGB", (20, 20), colour) for colour in (CORNER, GROUND)]
    for picture_format in ("GIF", "WEBP"):
        made = sent_in_as(encoded(frames[0], picture_format, save_all=True, append_images=frames[1:]))
        assert close(made.getpixel((5, 5)), CORNER)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF"])
def test_half_a_file_is_refused(picture_format):
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    made = encoded(noise, picture_format)
    assert refused(made[: len(made) // 2]) == "damaged"


def test_a_bomb_in_the_text_of_a_png_is_refused():
    bomb = zlib.compress(bytes(80_000_000))
    assert len(bomb) < 100_000
    for kind, head in ((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0")):
        assert refused(png_with(png_chunk(kind, head + bomb))) == "damaged"


def test_a_gif_whose_frame_is_larger_than_its_screen_is_refused():
    frame = b"," + struct.pack("<HHHH", 0, 0, 5000, 5000) + b"\0\x02\x02\x4c\x01\0;"
    assert refused(gif_head(1, 1) + frame) == "too_large"


def test_an_avif_that_shows_its_size_too_late_is_refused():
    assert refused(picture(13_000, 1000, "AVIF", speed=10)) == "too_large"


def test_an_avif_that_lies_about_its_size_meets_the_ceiling(monkeypatch):
    big = picture(6000, 6000, "AVIF", speed=10)
    small_outside = big.replace(struct.pack(">II", 6000, 6000), struct.pack(">II", 36, 36))
    assert big != small_outside
    monkeypatch.setattr(apart, "MAX_MEMORY_BYTES", 110_000_000)
    assert refused(small_outside) == "damaged"
    assert prepare(picture(36, 36, "AVIF")).width == 36


def test_a_decoder_that_never_ends_is_left_behind(monkeypatch):
    monkeypatch.setattr(apart, "MAX_SECONDS", 0.001)
    assert refused(picture(picture_format="HEIF")) == "damaged"


def test_the_process_that_decodes_learns_no_secret(monkeypatch):
    seen = {}
    monkeypatch.setenv("SECRET_KEY", "very secret")
    monkeypatch.setattr(subprocess, "run", lambda *_, env, **__: seen.update(env) or pytest.fail("not reached"))
    with pytest.raises(pytest.fail.Exception):
        prepare(picture(picture_format="HEIF"))
    assert seen["PYTHONPATH"] == str(PROJECT)
    assert "SECRET_KEY" not in seen


def test_fifty_megapixels_cost_less_than_their_pixels(tmp_path):
    """Decoded whole they would take 200 MB; a process of its own tells its peak, in kB."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(picture(8660, 5774))
    script = (
        "import re, sys; from site_core.images.pipeline import prepare;"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]);"
        "before = peak(); made = prepare(open(sys.argv[1], 'rb').read()); print(made.width, peak() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(photo)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    width, kilobytes = map(int, done.stdout.split())
    assert width == LONGEST_SIDE
    assert kilobytes < 140_000


def outcome(data):
    try:
        return opened(prepare(data).content).mode
    except PictureRefused as refusal:
        return refusal.code


@pytest.mark.parametrize(
    ("picture_format", "times"), [("JPEG", 40), ("PNG", 40), ("GIF", 40), ("WEBP", 5), ("AVIF", 5), ("HEIF", 5)]
)
def test_a_picture_with_any_byte_spoiled_is_a_good_picture_or_refused(picture_format, times):
    made = picture(picture_format=picture_format)
    places = range(0, len(made), len(made) // times + 1)
    spoiled = [made[:at] + bytes([made[at] ^ 0x5A]) + made[at + 1 :] for at in places]
    assert {outcome(data) for data in spoiled} <= {"RGB", "RGBA", "damaged", "unsupported", "too_large"}


def test_pictures_are_made_one_after_the_other(monkeypatch):
    inside, most = [], []

    def slow(data, picture_format):
        inside.append(data)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()

    monkeypatch.setattr(pipeline, "render", slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(prepare, [picture()] * 8))
    assert most == [1] * 8
