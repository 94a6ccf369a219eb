"""Django's files made into pictures fit to be kept, and what people read when one is refused."""

import math
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import string_to_ascii

from site_core.images.header import MAX_BYTES, PictureRefused
from site_core.images.pipeline import prepare

MAX_MEGABYTES = MAX_BYTES // 1024 // 1024
REASONS = {
    "empty": _("This file is empty. Please choose another one."),
    "too_heavy": _("This file is too big (%(megabytes)s MB). At most %(limit)s MB are possible."),
    "svg": _("SVG drawings cannot be used here. Please save the drawing as PNG and try again."),
    "unsupported": _("This file is not a picture we can use. JPEG, PNG, WebP, AVIF, HEIC and GIF are possible."),
    "damaged": _("This picture is damaged or incomplete. Please save or send it once more, as JPEG if you can."),
    "too_large": _(
        "This picture has %(megapixels)s million pixels, at most %(limit)s million are possible here. "
        "Please make it smaller, or save it as a plain JPEG."
    ),
}


def is_prepared(file):
    """Whether the file's content came out of the pipeline already."""
    return getattr(file, "picture", None) is not None


def prepared(content):
    """A new file with the picture made from another one's content, under a safe name. Raises ValidationError."""
    picture = _picture(content)
    file = ContentFile(picture.content, name=safe_name(content.name, picture.extension))
    file.picture = picture
    return file


def prepare_upload(upload):
    """Replace what was uploaded by the picture made from it, in the same object. Raises ValidationError.

    In place, because the upload screen for many files keeps ``request.FILES`` as it came when a field is missing, and
    with it the place where the photo was taken.
    """
    if is_prepared(upload):
        return
    picture = _picture(upload)
    upload.file.seek(0)
    upload.file.truncate()
    upload.file.write(picture.content)
    upload.file.flush()
    upload.file.seek(0)
    upload.name = safe_name(upload.name, picture.extension)
    upload.size = len(picture.content)
    upload.content_type = picture.content_type
    upload.picture = picture


def safe_name(name, extension):
    """A short ASCII file name that still reminds of the given one."""
    stem = slugify(string_to_ascii(Path(name or "").stem))[:60].strip("-_")
    return f"{stem or 'picture'}.{extension}"


def refusal(error):
    """The ValidationError that says in plain words why a picture was refused."""
    facts = dict(error.facts)
    if error.code == "too_heavy":
        facts = {"megabytes": math.ceil(facts["megabytes"]), "limit": MAX_MEGABYTES}
    if error.code == "too_large":
        facts["megapixels"] = max(round(facts["megapixels"]), facts["limit"] + 1)
    return ValidationError(REASONS[error.code], code=error.code, params=facts)


def _picture(file):
    try:
        if file.size > MAX_BYTES:
            raise PictureRefused("too_heavy", megabytes=file.size / 1024 / 1024)
        file.seek(0)
        return prepare(file.read())
    except PictureRefused as error:
        raise refusal(error) from error
