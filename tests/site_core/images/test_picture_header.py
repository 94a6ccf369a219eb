import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_core.images.header import MAX_BYTES, Header, PictureRefused, read_header
from tests.site_core.images.picture_files import gif_head, jpeg_head, picture, png_head, webp_head

FOUR_FOUR_FOUR = (0x11, 0x11, 0x11)


def refused(data):
    with pytest.raises(PictureRefused) as caught:
        read_header(data)
    return caught.value


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "GIF", "WEBP"])
def test_format_and_size_come_from_the_content(picture_format):
    assert read_header(picture(64, 48, picture_format)) == Header(picture_format.lower(), 64, 48)


@pytest.mark.parametrize(("picture_format", "known_as"), [("AVIF", "avif"), ("HEIF", "heic")])
def test_phone_formats_are_told_apart(picture_format, known_as):
    assert read_header(picture(picture_format=picture_format)).format == known_as


@pytest.mark.parametrize(
    "head",
    [
        jpeg_head(8160, 6144),
        jpeg_head(8160, 6144, sampling=FOUR_FOUR_FOUR),
        jpeg_head(8160, 6144, frame=0xC2),
        png_head(4032, 3024),
        gif_head(4000, 3000),
        webp_head(b"VP8 ", 4080, 3072),
        webp_head(b"VP8L", 4080, 3072),
        webp_head(b"VP8X", 4080, 3072),
    ],
)
def test_what_cameras_make_fits(head):
    assert read_header(head).width >= 4000


@pytest.mark.parametrize(
    ("head", "limit"),
    [
        (jpeg_head(8700, 6000), 50),
        (png_head(13_000, 1000), 12),
        (gif_head(65_535, 65_535), 12),
        (webp_head(b"VP8 ", 13_000, 1000), 12),
        (webp_head(b"VP8L", 13_000, 1000), 12),
        (webp_head(b"VP8X", 13_000, 1000), 12),
        (jpeg_head(8160, 6144, frame=0xC2, sampling=FOUR_FOUR_FOUR), 30),
        (jpeg_head(8160, 6144, in_scan=1, sampling=FOUR_FOUR_FOUR), 30),
    ],
)
def test_too_many_pixels_are_refused_from_the_head_alone(head, limit):
    refusal = refused(head)
    assert (refusal.code, refusal.facts["limit"]) == ("too_large", limit)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff" + bytes(MAX_BYTES), "too_heavy"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- a --><svg:svg/>', "svg"),
        (b"<html><img src=x></html>", "unsupported"),
        (b"%PDF-1.7", "unsupported"),
        (b"II*\0" + bytes(40), "unsupported"),
        (jpeg_head(100, 100, frame=0xC3), "unsupported"),
        (jpeg_head(100, 0), "damaged"),
        (jpeg_head(100, 100, sampling=()), "damaged"),
        (jpeg_head(100, 100, frame=0xC2, scans=500), "damaged"),
        (jpeg_head(100, 100)[:8], "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x00", "damaged"),
        (png_head(100, 100)[:14], "damaged"),
        (png_head(0, 100), "damaged"),
        (b"GIF89a", "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "damaged"),
        (b"RIFF\x10\0\0\0WEBPXXXX" + bytes(30), "damaged"),
    ],
)
def test_everything_else_is_refused_with_its_reason(data, code):
    assert refused(data).code == code


BEGINNINGS = [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8X", b"\0\0\0\x20ftyp"]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_any_bytes_give_a_header_or_a_refusal(beginning, rest):
    try:
        outcome = read_header(beginning + rest)
    except PictureRefused as refusal:
        outcome = refusal
    assert isinstance(outcome, Header | PictureRefused)
