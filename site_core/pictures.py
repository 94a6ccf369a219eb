"""Pictures as the templates show them: sources in two formats and widths, size, alt text and credit."""

from dataclasses import dataclass

#: shape -> Wagtail filters, smallest first. Cropped shapes follow the focal point. The widths are those the layout asks
#: for at ratio 2 on a phone (a card 236 or 694 px, a portrait 780 px) and on a large screen.
SIZES = {
    "card": ("fill-320x240", "fill-720x540"),
    "portrait": ("width-800", "width-1280"),
    "wide": ("fill-800x450", "fill-1600x900"),
    "gallery": ("fill-480x480",),
    "story": ("width-800", "width-1280"),
}
#: The width for browsers without AVIF, few as they are: the one that looks good on a phone.
FALLBACK = {
    "card": "fill-720x540",
    "portrait": "width-800",
    "wide": "fill-800x450",
    "gallery": "fill-480x480",
    "story": "width-800",
}
#: The shapes that are no part of a page's layout come in one format, which everybody reads.
SHAPES = {
    **{
        shape: (f"{FALLBACK[shape]}|format-webp", *(f"{size}|format-avif" for size in sizes))
        for shape, sizes in SIZES.items()
    },
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
    avif: str = ""


def picture(image, shape, *, alt="") -> Picture | None:
    """The picture in one of the `SHAPES`, of the sizes that were made; as it was sent in while none is.

    No query where the renditions were prefetched, and never a new rendition: this runs in visitors' requests.
    """
    if image is None:
        return None
    made = image.existing_renditions(*SHAPES[shape])
    avif = [rendition for rendition in made if rendition.filter_spec.endswith("avif")]
    plain = [rendition for rendition in made if rendition not in avif]
    first = (plain or avif or [image])[0]
    return Picture(
        src=first.file.url,
        srcset=_srcset(plain) if len(plain) > 1 else "",
        width=first.width,
        height=first.height,
        alt=alt or image.default_alt_text,
        credit=image.credit,
        avif=_srcset(avif) if plain else "",
    )


def _srcset(renditions) -> str:
    """Each width once: a small original fills two sizes with the same picture."""
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


def prepare(image, *shapes):
    """Makes the renditions now, because no visitor's request will."""
    if image is not None and shapes:
        image.get_renditions(*(spec for shape in shapes for spec in SHAPES[shape]))


def lacks(image, *shapes) -> bool:
    """Whether a size of these shapes is still to be made."""
    specs = {spec for shape in shapes for spec in SHAPES[shape]}
    return len(image.existing_renditions(*specs)) < len(specs)
