"""All sizes of one picture from one decoding: Wagtail alone decodes and scales anew for every size and format."""

from contextlib import contextmanager

from PIL.Image import Resampling
from wagtail.images.image_operations import ImageTransform
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage


class SharedFilter(Filter):
    """A filter that takes the picture from `scaled`, as large as it shall be, and has only to write it."""

    def __init__(self, spec, scaled):
        super().__init__(spec)
        self.scaled = scaled

    @contextmanager
    def get_willow_image(self, image, source=None):
        yield self.scaled

    def get_transform(self, image, size=None):
        return ImageTransform(size or (image.width, image.height))


def sharing(image, filters) -> list[Filter]:
    """The filters anew, each with the picture in its size; formats of one size share that."""
    found, made = [], {}
    with image.get_willow_image() as opened:
        upright = opened.auto_orient().image
        for each in filters:
            transform = each.get_transform(image, upright.size)
            box, size = _within(transform.get_rect().round(), upright.size), tuple(transform.size)
            if (box, size) not in made:
                made[box, size] = PillowImage(upright.resize(size, Resampling.LANCZOS, box=box, reducing_gap=3.0))
                # Of the format it came in, for filters that name none.
                made[box, size].format_name = opened.format_name
            found.append(SharedFilter(each.spec, made[box, size]))
    return found


def _within(rect, size) -> tuple:
    """The rectangle without what rounding put outside the picture."""
    left, top, right, bottom = rect
    width, height = size
    return max(0, left), max(0, top), min(right, width), min(bottom, height)
