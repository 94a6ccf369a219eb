"""What the first bytes of a file say: format and size, before any decoder allocates memory for it."""

import re
from dataclasses import dataclass

JPEG, PNG, GIF, WEBP, AVIF, HEIC = "jpeg", "png", "gif", "webp", "avif", "heic"

MEGA = 1_000_000
MAX_BYTES = 20 * 1024 * 1024
# Cameras round: "12 megapixels" are up to 4080 x 3072, "50" up to 8160 x 6144, the phones' "24" up to 5712 x 4284.
# JPEG is read at a half, a quarter or an eighth of its size; the others decode whole, HEIC the most sparingly.
MAX_PIXELS = {
    JPEG: 50_500_000,
    HEIC: 25_000_000,
    PNG: 12_600_000,
    GIF: 12_600_000,
    WEBP: 12_600_000,
    AVIF: 12_600_000,
}
# A JPEG of several scans (progressive) keeps all its coefficients in memory, whatever size is asked for.
MAX_COEFFICIENT_BYTES = 180 * MEGA
MAX_SCANS = 100

HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
AVIF_BRANDS = {b"avif", b"avis"}

FRAMES_PROGRESSIVE = {0xC2, 0xCA}
FRAMES = {0xC0, 0xC1, 0xC9} | FRAMES_PROGRESSIVE  # baseline, extended, arithmetic; not lossless, not hierarchical
NOT_FRAMES = {0xC4, 0xC8, 0xCC}


class PictureRefused(Exception):
    """A file we do not take. ``code`` names the reason, ``facts`` the figures for the message.

    Codes: empty, too_heavy (megabytes), svg, unsupported, damaged, too_large (megapixels, limit: both in millions).
    """

    def __init__(self, code, **facts):
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(frozen=True)
class Header:
    """Format of a file and, where its head tells, width and height in pixels (None: the decoder's parser will tell)."""

    format: str
    width: int | None = None
    height: int | None = None


def read_header(data):
    """The Header of a file's bytes. Raises PictureRefused for what is no picture, of no known kind or too large."""
    if not data:
        raise PictureRefused("empty")
    if len(data) > MAX_BYTES:
        raise PictureRefused("too_heavy", megabytes=len(data) / 1024 / 1024)
    picture_format = sniff(data)
    if picture_format in (AVIF, HEIC):
        return Header(picture_format)
    try:
        width, height = SIZE_READERS[picture_format](data)
    except (IndexError, ValueError) as error:
        raise PictureRefused("damaged") from error
    refuse_too_large(picture_format, width, height)
    return Header(picture_format, width, height)


def sniff(data):
    """The format the content shows, whatever the file is called. Raises PictureRefused for all others."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp":
        length = min(max(int.from_bytes(data[:4]), 16), 256)
        brands = {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
        if brands & AVIF_BRANDS:
            return AVIF
        if brands & HEIC_BRANDS:
            return HEIC
    if re.search(rb"<\s*(?:\w+:)?svg\b|<!DOCTYPE\s+svg", data[:4096], re.IGNORECASE):
        raise PictureRefused("svg")
    raise PictureRefused("unsupported")


def refuse_too_large(picture_format, width, height, limit=None):
    """Raises PictureRefused when width x height is above the limit of the format (or the one given, in pixels)."""
    limit = limit or MAX_PIXELS[picture_format]
    if width < 1 or height < 1:
        raise PictureRefused("damaged")
    if width * height > limit:
        raise PictureRefused("too_large", megapixels=width * height / MEGA, limit=limit // MEGA)


def _jpeg_size(data):
    frame = None
    for marker, start, end in _jpeg_segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in NOT_FRAMES:
            if marker not in FRAMES:
                raise PictureRefused("unsupported")
            progressive, frame = marker in FRAMES_PROGRESSIVE, data[start:end]
        if marker == 0xDA:
            break
    if frame is None:
        raise ValueError("the picture starts before its size is told")
    height, width, components = int.from_bytes(frame[1:3]), int.from_bytes(frame[3:5]), frame[5]
    if not components:
        raise ValueError("no colours")
    if progressive or data[start] < components:  # more than one scan
        if len(re.findall(rb"\xff\xda", data[start:])) > MAX_SCANS:
            raise PictureRefused("damaged")
        sampling = [(frame[7 + 3 * n] >> 4, frame[7 + 3 * n] & 15) for n in range(components)]
        full = max(h for h, _ in sampling) * max(v for _, v in sampling)
        coefficients = sum(h * v for h, v in sampling) / max(full, 1)  # a pixel, of 2 bytes each
        limit = int(MAX_COEFFICIENT_BYTES / 2 / max(coefficients, 1))
        refuse_too_large(JPEG, width, height, min(MAX_PIXELS[JPEG], limit))
    return width, height


def _jpeg_segments(data):
    """Marker, start and end of each segment up to and with the first scan. Raises IndexError at the file's end."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("a marker was expected")
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            length = int.from_bytes(data[at + 2 : at + 4])
            if length < 2 or marker == 0xD9:
                raise ValueError("the file ends before the picture")
            yield marker, at + 4, at + 2 + length
            at += 2 + length


def _png_size(data):
    if data[12:16] != b"IHDR":
        raise ValueError("IHDR comes first")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _gif_size(data):
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _webp_size(data):
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    raise ValueError("no size in the head")


SIZE_READERS = {JPEG: _jpeg_size, PNG: _png_size, GIF: _gif_size, WEBP: _webp_size}
