"""Drawing a house above its ground floor: storeys, windows, roof, as compact SVG paths.

One front is 480 wide; the pavement lies at 588, the ground floor reaches up to 384, the first row of windows stands at
326. Everything follows from the house's own number, so that a house looks the same every day.
"""

from dataclasses import dataclass
from random import Random

WIDTH, GROUND, TOP = 480, 588, -230
FIRST_SILL, STOREY, PANE = 326, 114, 84
WALLS = range(1, 10)
#: Colours that look alike from across the street, by night at the latest.
KIN = ({1, 9}, {4, 7}, {3, 6}, {3, 8}, {8, 9})
SHAPES = ("arch", "lintel", "plain")
ROOFS = ("mansard", "flat", "gable")


@dataclass(frozen=True)
class Wall:
    """What `components/house_wall.html` draws. `colour` is the number of a wall colour, the rest are SVG paths."""

    colour: int
    shape: str
    storeys: int
    width: int
    body: str
    roof: str
    shade: str
    trim: str
    windows: str
    lamps: str
    frames: str
    railings: str


def wall_for(seed: int, *, fronts: int = 1, beside: Wall | None = None, storeys: int | None = None) -> Wall:
    """The wall of a house; never of a colour like it, and never of the shape and height, of the house `beside` it.

    `storeys` says how high it is; without, the seed does.
    """
    chance = Random(seed)
    colour = chance.choice([each for each in WALLS if beside is None or not _alike(each, beside.colour)])
    kinds = [(shape, storeys) for shape in SHAPES for storeys in (3, 4)]
    shape, height = chance.choice([kind for kind in kinds if beside is None or kind != (beside.shape, beside.storeys)])
    storeys = storeys or height
    columns = chance.choice((3, 4)) if fronts == 1 else 3 * fronts
    width = WIDTH * fronts
    top = FIRST_SILL - STOREY * (storeys - 1) - PANE - 32
    pane = 66 if columns / fronts == 3 else 54
    places = [
        (round(width / columns * (column + 0.5)) - pane // 2, FIRST_SILL - STOREY * storey)
        for storey in range(storeys)
        for column in range(columns)
    ]
    lit = {place for place in places if chance.random() < 0.22}
    balconies = chance.sample(places, chance.choice((0, 0, 1, 2)))
    roof = chance.choice(ROOFS)
    opening = _arch(pane) if shape == "arch" else f"v-{PANE}h{pane}v{PANE}z"
    sills = "".join(f"M{x - 6} {y}h{pane + 12}v6h-{pane + 12}z" for x, y in places)
    lintels = "".join(f"M{x - 7} {y - PANE - 11}h{pane + 14}v8h-{pane + 14}z" for x, y in places)
    cornice = f"M-8 {top}h{width + 16}v16h-{width + 16}z"
    return Wall(
        colour=colour,
        shape=shape,
        storeys=storeys,
        width=width,
        body=f"M0 {top + 8}h{width}V{GROUND}H0z{cornice}" + (_gable(width, top) if roof == "gable" else ""),
        roof=_mansard(width, top) if roof == "mansard" else "",
        shade=f"M0 {top + 16}h{width}v5H0zM0 366h{width}v8H0z{sills}",
        trim=lintels if shape == "lintel" else "",
        windows="".join(f"M{x} {y}{opening}" for x, y in places if (x, y) not in lit) + _attic(roof, width, top),
        lamps="".join(f"M{x} {y}{opening}" for x, y in places if (x, y) in lit),
        frames="".join(f"M{x + pane // 2} {y}v-{PANE}m-{pane // 2} 30h{pane}" for x, y in places),
        railings="".join(f"M{x - 12} {y}v-32h{pane + 24}v32{_bars(pane)}" for x, y in balconies),
    )


def _alike(colour, other) -> bool:
    return colour == other or {colour, other} in KIN


def _arch(pane) -> str:
    radius = pane // 2
    return f"v-{PANE - radius}a{radius} {radius} 0 0 1 {pane} 0v{PANE - radius}z"


def _bars(pane) -> str:
    return "m-12-32v32" * ((pane + 24) // 12 - 1)


def _mansard(width, top) -> str:
    return f"M4 {top}l26-58h{width - 60}l26 58zM{width - 110} {top - 58}v-24h34v24z"


def _gable(width, top) -> str:
    return f"M{width // 2 - 90} {top}v-22l90-38 90 38v22z"


def _attic(roof, width, top) -> str:
    """Windows in the roof."""
    if roof == "gable":
        return f"M{width // 2 - 14} {top - 12}a14 14 0 0 1 28 0z"
    if roof == "mansard":
        places = range(width // 6, width, width // 3)
        return "".join(f"M{x - 15} {top - 10}v-18a15 15 0 0 1 30 0v18z" for x in places)
    return ""
