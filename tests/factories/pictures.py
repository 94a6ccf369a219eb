"""The least valid picture."""

import itertools
from io import BytesIO

from PIL import Image

from site_core.images.services import store_image
from site_core.models import KiezImage

_numbers = itertools.count(1)


def make_image(title="") -> KiezImage:
    number = next(_numbers)
    content = BytesIO()
    Image.new("RGB", (8, 6), (number * 5 % 256, number * 11 % 256, 90)).save(content, "JPEG")
    return store_image(
        title=title or f"Bild {number}", alt="Eine Ladentür", content=content.getvalue(), name="bild.jpg", credit="Ada"
    )
