"""From the bytes somebody uploads to the picture that is kept: small, upright, sRGB, without metadata."""

import threading
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageCms

from site_core.images import apart
from site_core.images.header import (
    AVIF,
    GIF,
    HEIC,
    JPEG,
    PNG,
    WEBP,
    PictureRefused,
    read_header,
    refuse_too_large,
)

LONGEST_SIDE = 2560
JPEG_QUALITY = 88
MAX_PROFILE_BYTES = 4 * 1024 * 1024

PILLOW_FORMATS = {JPEG: "JPEG", PNG: "PNG", GIF: "GIF", WEBP: "WEBP", AVIF: "AVIF", HEIC: "HEIF"}
APART = {WEBP, AVIF, HEIC}
DRAWN = {PNG, GIF}  # drawings and logos stay without loss
TRANSPARENT = {"RGBA", "LA", "PA", "La", "RGBa"}
KEYED = {"1", "L", "P", "RGB"}  # one colour, or the palette, may stand for "see through"
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Twenty pictures dropped on the upload screen must not cost twenty times the memory of one.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Picture:
    """A picture fit to be kept: ``content`` is a whole JPEG or PNG file of width x height pixels."""

    content: bytes
    extension: str
    width: int
    height: int

    @property
    def content_type(self):
        return "image/png" if self.extension == "png" else "image/jpeg"


def prepare(data):
    """The Picture made from a file's bytes: longest side at most LONGEST_SIDE pixels, the first frame of an animation.

    Raises PictureRefused, and nothing else, for all that cannot or may not become one.
    """
    header = read_header(data)
    with _one_at_a_time:
        if header.format in APART:
            return Picture(**apart.render(data, header.format))
        return render(data, header.format)


def render(data, picture_format):
    """As ``prepare``, for bytes whose head was read already; decodes here and now."""
    try:
        with Image.open(BytesIO(data), formats=[PILLOW_FORMATS[picture_format]]) as image:
            refuse_too_large(picture_format, *image.size)
            turn = UPRIGHT.get(_orientation(image))
            target = fitted(*image.size)
            if picture_format == JPEG:
                image.draft(None, target)
            profile = image.info.get("icc_profile")
            image.load()
            small = _plain(image)
        del image  # and with it the decoder's own copies, before scaling asks for more
        if small.size != target:
            small = small.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
        small = _srgb(small, profile)
        if turn is not None:
            small = small.transpose(turn)
        return _encoded(small, lossless=picture_format in DRAWN)
    except PictureRefused:
        raise
    except Exception as error:
        # The decoders raise whatever comes to their mind at forged input (OSError, SyntaxError, ValueError,
        # struct.error, zlib.error, KeyError, RuntimeError, DecompressionBombError ...); all mean the same here.
        raise PictureRefused("damaged") from error


def fitted(width, height):
    """Width and height, scaled down so that the longer side is at most LONGEST_SIDE; neither below 1."""
    scale = min(1, LONGEST_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _orientation(image):
    try:
        return image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # broken metadata is no reason to refuse a good picture
        return None


def _plain(image):
    """The loaded image in a mode that scales well: L, RGB, RGBa (premultiplied), or CMYK, LAB and YCbCr as they are."""
    if image.mode in TRANSPARENT or (image.mode in KEYED and "transparency" in image.info):
        return (image if image.mode == "RGBA" else image.convert("RGBA")).convert("RGBa")
    if image.mode.startswith("I"):  # 16-bit grey; converting alone would clip all but the darkest tones to white
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("L", "RGB", "CMYK", "LAB", "YCbCr"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _srgb(image, profile):
    """The image in RGB or RGBA, its colours moved to sRGB where its profile can be read."""
    alpha = None
    if image.mode == "RGBa":
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    if profile and len(profile) <= MAX_PROFILE_BYTES:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass  # a broken profile, or one for another kind of picture: the colours as they are
    image = image.convert("RGB")
    if alpha is not None and alpha.getextrema()[0] < 255:
        image.putalpha(alpha)
    return image


def _encoded(image, *, lossless):
    # Pillow's writers carry over profiles, comments and transparency they find here.
    image.info = {}
    output = BytesIO()
    if lossless or image.mode == "RGBA":
        image.save(output, "PNG")
        extension = "png"
    else:
        image.save(output, "JPEG", quality=JPEG_QUALITY)
        extension = "jpg"
    return Picture(output.getvalue(), extension, *image.size)
