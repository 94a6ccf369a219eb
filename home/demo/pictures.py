"""Draws the demo's pictures: no photograph, nobody who exists, one palette, the same picture for the same name."""

from random import Random
from zlib import crc32

from .drawing.catalogue import MOTIFS
from .drawing.scenes import SCENES
from .drawing.shopfront import draw_shop
from .drawing.still_life import draw_still_life
from .specs import PictureSpec


def draw(spec: PictureSpec) -> bytes:
    """A JPEG of 1600 by 1200 pixels, the same bytes for the same spec. Raises KeyError for an unknown motif."""
    rng = Random(crc32(spec.name.encode()))
    if spec.kind == "scene":
        return SCENES[spec.motif].draw(rng).jpeg()
    sheet = draw_shop(spec, rng) if spec.kind == "shop" else draw_still_life(spec, rng)
    return sheet.jpeg()


def alt_text(spec: PictureSpec) -> str:
    """What is to be seen, in German, for those who do not see it."""
    if spec.kind == "scene":
        return f"Zeichnung: {SCENES[spec.motif].words}"
    goods = MOTIFS[spec.motif].words
    if spec.kind == "shop":
        number = f" mit der Hausnummer {spec.plate}" if spec.plate else ""
        return f"Zeichnung: Ladenfront von {spec.name}{number}, ein Schaufenster mit {goods}, jemand steht in der Tür."
    return f"Zeichnung: Stillleben mit {goods}."
