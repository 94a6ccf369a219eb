"""Whether an element still looks as it did: small grey pictures, compared with what other machines draw otherwise left.

The pictures of one scheme are one strip, one below the other (`references/light.webp`); beside it stands how large each
is, in the order of the strip (`references/light.json`).
"""

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parent / "references"
#: Dots of the screen that become one: letters blur to grey lines, edges and areas stay.
BLUR = 6
#: What may be otherwise: of the height, and of the drawing (see `difference`).
HEIGHT, DRAWING = 0.12, 0.4


@dataclass(frozen=True)
class Difference:
    """How far a picture is from its reference; 0 is the same."""

    height: float
    drawing: float

    @property
    def is_seen(self) -> bool:
        return self.height > HEIGHT or self.drawing > DRAWING

    def __str__(self):
        return f"height {self.height:.0%}, drawing {self.drawing:.0%}"


def small(png: bytes) -> Image.Image:
    """A screenshot as it is kept and compared."""
    picture = Image.open(BytesIO(png)).convert("L")
    size = max(1, round(picture.width / BLUR)), max(1, round(picture.height / BLUR))
    return picture.resize(size, Image.Resampling.BOX)


def difference(picture, reference) -> Difference:
    """The drawing is measured by what stands out from the ground: all of it elsewhere is a difference of 2."""
    height = abs(picture.height - reference.height) / max(reference.height, 3)
    picture = picture.resize(reference.size)
    ground = Image.new("L", reference.size, _ground(reference))
    ink = _sum(ImageChops.difference(reference, ground))
    # So much may be anywhere, or an almost empty picture could never be met.
    floor = 2 * reference.width
    return Difference(height, _sum(ImageChops.difference(picture, reference)) / (ink + floor))


def write(scheme: str, pictures: dict[str, Image.Image]):
    """Strip and sizes of a scheme."""
    FOLDER.mkdir(exist_ok=True)
    width = max(picture.width for picture in pictures.values())
    strip = Image.new("L", (width, sum(picture.height for picture in pictures.values())))
    top = 0
    for picture in pictures.values():
        strip.paste(picture, (0, top))
        top += picture.height
    strip.save(FOLDER / f"{scheme}.webp", quality=92, method=6)
    sizes = {name: picture.size for name, picture in pictures.items()}
    (FOLDER / f"{scheme}.json").write_text(json.dumps(sizes) + "\n")


def read(scheme: str) -> dict[str, Image.Image]:
    """The references of a scheme by name."""
    strip = Image.open(FOLDER / f"{scheme}.webp").convert("L")
    pictures, top = {}, 0
    for name, (width, height) in json.loads((FOLDER / f"{scheme}.json").read_text()).items():
        pictures[name] = strip.crop((0, top, width, top + height))
        top += height
    return pictures


def _ground(picture) -> int:
    """The commonest grey: paper, or night."""
    counts = picture.histogram()
    return counts.index(max(counts))


def _sum(picture) -> float:
    return ImageStat.Stat(picture).sum[0]
