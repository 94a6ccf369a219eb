"""Pictures as the templates show them: sources in two widths, size, alt text and credit."""

from dataclasses import dataclass

#: shape -> Wagtail filters, smallest first. Cropped shapes follow the focal point.
SHAPES = {
    "card": ("fill-480x360|format-webp", "fill-960x720|format-webp"),
    "portrait": ("width-640|format-webp", "width-1280|format-webp"),
    "wide": ("fill-800x450|format-webp", "fill-1600x900|format-webp"),
    "gallery": ("fill-480x480|format-webp",),
    "story": ("width-640|format-webp", "width-1280|format-webp"),
    "logos": ("max-900x160|format-png",),
    "share": ("fill-1200x630|format-jpeg",),
}


@dataclass(frozen=True)
class Picture:
    src: str
    srcset: str
    width: int
    height: int
    alt: str
    credit: str


def picture(image, shape, *, alt="") -> Picture | None:
    """The picture in one of the `SHAPES`. No query where the renditions were prefetched and made before."""
    if image is None:
        return None
    made = image.get_renditions(*SHAPES[shape])
    renditions = [made[spec] for spec in SHAPES[shape]]
    srcset = {rendition.width: rendition.url for rendition in renditions}
    return Picture(
        src=renditions[0].url,
        srcset=", ".join(f"{url} {width}w" for width, url in srcset.items()) if len(srcset) > 1 else "",
        width=renditions[0].width,
        height=renditions[0].height,
        alt=alt or image.default_alt_text,
        credit=image.credit,
    )


def prepare(image, *shapes):
    """Makes the renditions now, so that no visitor's request has to."""
    if image is not None:
        for shape in shapes:
            image.get_renditions(*SHAPES[shape])
