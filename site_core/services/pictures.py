"""The sizes of pictures, made where somebody saves something and never where somebody looks at it."""

from contextlib import suppress

from django.db.models import prefetch_related_objects
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from site_core.models import ContentPage, SiteSettings
from site_core.pictures import lacks, prepare


def make_pictures_of(page):
    """All sizes `page` and its cards show. A file that is missing stops nothing."""
    for image, shapes in page.pictures() if isinstance(page, ContentPage) else ():
        with suppress(SourceImageIOError):
            prepare(image, *shapes)


def make_pictures_with(image):
    """The sizes of a changed picture, wherever it is shown: a new file or focal point leaves the old ones behind."""
    for owner, _references in image.get_usage():
        if isinstance(owner, Page) and owner.live:
            make_pictures_of(owner.specific)
        elif isinstance(owner, SiteSettings):
            make_logos(settings=owner)


def make_logos(*, settings):
    with suppress(SourceImageIOError):
        prepare(settings.funding_logos, "logos")


def make_missing_pictures() -> int:
    """What published pages show and nobody made yet, as after an update. Returns of how many pictures."""
    shown = [each for page in Page.objects.live().specific().iterator(100) for each in _shown_by(page)]
    shown += [(settings.funding_logos, ("logos",)) for settings in SiteSettings.objects.select_related("funding_logos")]
    shown = [(image, shapes) for image, shapes in shown if image]
    prefetch_related_objects([image for image, _shapes in shown], "renditions")
    missing = [(image, shapes) for image, shapes in shown if lacks(image, *shapes)]
    for image, shapes in missing:
        with suppress(SourceImageIOError):
            prepare(image, *shapes)
    return len(missing)


def _shown_by(page) -> list[tuple]:
    return page.pictures() if isinstance(page, ContentPage) else []
