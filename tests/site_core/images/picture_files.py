"""Picture files for tests, as bytes."""

import struct
import zlib
from io import BytesIO

import pillow_heif
from PIL import ExifTags, Image

pillow_heif.register_heif_opener()

CORNER, GROUND = (200, 30, 30), (20, 60, 160)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>52,28.6N</exif:GPSLatitude></x:xmpmeta>'


def encoded(image, picture_format="JPEG", **options):
    output = BytesIO()
    image.save(output, picture_format, **options)
    return output.getvalue()


def picture(width=64, height=48, picture_format="JPEG", **options):
    """A blue picture whose upper left quarter is red."""
    image = Image.new("RGB", (width, height), GROUND)
    image.paste(CORNER, (0, 0, width // 2, height // 2))
    return encoded(image, picture_format, **options)


def opened(content):
    image = Image.open(BytesIO(content))
    image.load()
    return image


def exif(*, orientation=None, place=False):
    """An EXIF block with the camera's serial number, and if asked for the place and how the camera was held."""
    block = Image.Exif()
    block[ExifTags.Base.Make] = "SECRET-CAMERA"
    if orientation:
        block[ExifTags.Base.Orientation] = orientation
    if place:
        gps = block.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef] = "N"
        gps[ExifTags.GPS.GPSLatitude] = (52.0, 28.0, 36.0)
    return block.tobytes()


def jpeg_head(width, height, *, frame=0xC0, sampling=(0x22, 0x11, 0x11), scans=1, in_scan=None):
    """The segments of a JPEG up to its scans (of all colours, or of ``in_scan``), and no picture behind them."""
    body = struct.pack(">BHHB", 8, height, width, len(sampling))
    body += b"".join(bytes((n + 1, factor, 0)) for n, factor in enumerate(sampling))
    colours = len(sampling) if in_scan is None else in_scan
    scan = b"\xff\xda" + struct.pack(">HB", 6 + 2 * colours, colours) + bytes(2 * colours + 3)
    return b"\xff\xd8\xff" + bytes([frame]) + struct.pack(">H", len(body) + 2) + body + scan * scans


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_head(width, height):
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def png_with(chunk, **size):
    """A good PNG with one more chunk right after its head."""
    content = picture(picture_format="PNG", **size)
    return content[:33] + chunk + content[33:]


def webp_head(kind, width, height):
    if kind == b"VP8X":
        body = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif kind == b"VP8L":
        body = b"\x2f" + ((height - 1) << 14 | (width - 1)).to_bytes(4, "little")
    else:
        body = bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", len(body) + 12) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


def gif_head(width, height):
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(3)


def what_is_inside(content):
    """The names of the segments (JPEG, hex) or chunks (PNG) a file consists of."""
    if content.startswith(b"\x89PNG"):
        at, kinds = 8, []
        while at < len(content):
            kinds.append(content[at + 4 : at + 8].decode())
            at += 12 + int.from_bytes(content[at : at + 4])
        return set(kinds)
    at, kinds = 2, []
    while content[at + 1] != 0xDA:
        kinds.append(f"{content[at + 1]:x}")
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return set(kinds)
