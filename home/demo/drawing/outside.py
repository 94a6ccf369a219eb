"""What stands on the pavement before a shop; drawn in picture units, feet at the origin."""

from collections.abc import Callable
from random import Random

from .canvas import Pen
from .catalogue import MOTIFS
from .palette import (
    BRICK,
    CREAM,
    DARK_WOOD,
    DEEP_LEAF,
    GOLD,
    INK,
    LEAF,
    PAVEMENT,
    PLATE,
    RED,
    ROSE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)
from .people import person

SHADOW = shade(PAVEMENT, 0.84)


def _nothing(p: Pen, rng: Random) -> None:
    """An empty pavement is a picture too."""


def _plants(p: Pen, rng: Random) -> None:
    for x, h in ((-150, 190), (150, 150)):
        p.ellipse(x, 0, 70, 10, SHADOW)
        for k in range(9):
            lean = (k - 4) * 15
            p.poly([(x - 6, -74), (x + 6, -74), (x + lean, -h - 50 + abs(lean) * 0.9)], (LEAF, DEEP_LEAF)[k % 2])
        p.poly([(x - 48, -84), (x + 48, -84), (x + 36, 0), (x - 36, 0)], BRICK)
        p.rect(x - 54, -92, x + 54, -74, shade(BRICK, 0.84), r=3)


def _table(p: Pen, rng: Random, x: float, motif: str) -> None:
    p.ellipse(x, 0, 120, 11, SHADOW)
    p.rect(x - 5, -150, x + 5, -4, INK)
    p.rect(x - 44, -8, x + 44, 0, INK, r=4)
    p.rect(x - 76, -158, x + 76, -146, CREAM, r=5)
    MOTIFS[motif].draw(p.at(x, -158, 0.62), rng)
    for side in (-1, 1):
        q = p.at(x + side * 122, 0, mirrored=side > 0)
        colour = rng.choice([RED, TEAL, GOLD, PLATE])
        q.line([(-36, -196), (-40, 0)], INK, 6)
        q.line([(34, -96), (40, 0)], INK, 6)
        q.rect(-44, -104, 42, -92, colour, r=4)
        q.rect(-44, -200, -32, -140, colour, r=4)


def _tables(p: Pen, rng: Random) -> None:
    _table(p, rng, -30, rng.choice(["cup", "cake", "tea"]))
    if rng.random() < 0.6:
        p.at(0, 0)
        person(p.at(-250, 6, 5.0), rng, pose="hold")


def _stools(p: Pen, rng: Random) -> None:
    for x in (-170, -30, 110):
        p.ellipse(x, 0, 62, 9, SHADOW)
        colour = rng.choice([RED, GOLD, TEAL])
        for side in (-1, 1):
            p.line([(x + side * 30, -88), (x + side * 42, 0)], shade(colour, 0.8), 9)
        p.rect(x - 46, -98, x + 46, -82, colour, r=7)


def _bench(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 250, 12, SHADOW)
    for x in (-190, 190):
        p.line([(x, -170), (x, 0)], INK, 10)
        p.line([(x, -92), (x + (26 if x < 0 else -26), 0)], INK, 9)
    wood = rng.choice([WOOD, DEEP_LEAF, RED])
    for y in (-178, -144, -98):
        p.rect(-230, y, 230, y + 22, wood, r=4)
    if rng.random() < 0.75:
        x = rng.choice([-110, 90])
        q = p.at(x, 132, 4.9)
        q.line([(-5, -46), (-8, -42), (-8, -29)], INK, 8)
        q.line([(6, -46), (8, -42), (8, -29)], INK, 8)
        q.rect(-13, -30, -3, -26, DARK_WOOD, r=1.5)
        q.rect(3, -30, 13, -26, DARK_WOOD, r=1.5)
        person(q, rng, pose=rng.choice(["hold", "crossed", "wave"]), seated=True)


def _board(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 96, 10, SHADOW)
    p.poly([(-62, -230), (62, -230), (82, 0), (-82, 0)], WOOD)
    p.poly([(-50, -214), (50, -214), (64, -34), (-64, -34)], "#2c2d2a")
    for k, w in enumerate((36, 44, 30, 40)):
        p.line([(-w, -184 + k * 34), (w * rng.choice([0.4, 0.8, 1]), -184 + k * 34)], (CREAM, ROSE, CREAM, GOLD)[k], 8)


def _crates(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 300, 12, SHADOW)
    for x in (-190, 0, 190):
        p.rect(x - 84, -70, x - 74, 0, DARK_WOOD)
        p.rect(x + 74, -70, x + 84, 0, DARK_WOOD)
        MOTIFS["fruit"].draw(p.at(x, -52, 1.72), rng)


def _sacks(p: Pen, rng: Random) -> None:
    for x, c in ((-150, GOLD), (0, RED), (150, DEEP_LEAF)):
        p.ellipse(x, 0, 72, 10, SHADOW)
        p.rect(x - 60, -120, x + 60, 0, "#c9ae84", r=26)
        p.ellipse(x, -116, 52, 20, c)
        p.ring(x, -116, 56, "#b39563", 1)
        p.rect(x - 62, -122, x + 62, -98, "#b39563", r=12)
        p.ellipse(x, -124, 50, 18, c)


def _bicycle(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 180, 10, SHADOW)
    MOTIFS["bicycle"].draw(p.at(0, 0, 3.1), rng)


def _cargo_bike(p: Pen, rng: Random) -> None:
    cargo_bike(p.at(0, 0, 3.0), rng)


def cargo_bike(p: Pen, rng: Random) -> None:
    """A carrier with a box in front, 150 units long; also rides through the news."""
    p.ellipse(6, 0, 82, 3.6, SHADOW)
    for x, r in ((-52, 22), (64, 15)):
        p.ring(x, -r, r, INK, 4)
        p.circle(x, -r, 3, STEEL)
    frame = rng.choice([RED, PLATE, TEAL])
    p.line([(-52, -22), (-30, -56), (-14, -20), (-52, -22)], frame, 4)
    p.line([(-30, -56), (0, -48), (6, -18), (-14, -20)], frame, 4)
    p.line([(6, -18), (64, -15)], frame, 4.5)
    p.line([(0, -48), (4, -78), (-8, -82)], INK, 3.6)
    p.line([(-40, -66), (-22, -66)], INK, 5)
    p.poly([(6, -58), (60, -58), (54, -18), (12, -18)], WOOD)
    for y in (-46, -32):
        p.line([(8, y), (57, y)], DARK_WOOD, 1.6)
    MOTIFS[rng.choice(["bread", "parcel", "herbs"])].draw(p.at(33, -58, 0.46), rng)


def _rack(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 140, 10, SHADOW)
    MOTIFS["papers"].draw(p.at(0, 0, 2.3), rng)


def _rail(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 200, 10, SHADOW)
    for x in (-176, 176):
        p.line([(x, -330), (x, 0)], INK, 7)
    p.line([(-176, -326), (176, -326)], INK, 7)
    MOTIFS["coats"].draw(p.at(0, -8, 3.3), rng)


def _roses(p: Pen, rng: Random) -> None:
    for x in (-170, 170):
        p.ellipse(x, 0, 66, 10, SHADOW)
        p.line([(x, -70), (x - 12, -170), (x + 10, -260), (x - 6, -340)], DEEP_LEAF, 8)
        for k in range(12):
            dx, dy = rng.randrange(-46, 47), -110 - k * 21
            p.ellipse(x + dx, dy, 22, 15, (LEAF, DEEP_LEAF)[k % 2])
        for k in range(7):
            dx, dy = rng.randrange(-40, 41), -130 - k * 34
            p.circle(x + dx, dy, 15, RED)
            p.circle(x + dx, dy, 7, shade(RED, 1.3))
        p.poly([(x - 44, -80), (x + 44, -80), (x + 36, 0), (x - 36, 0)], PLATE)


def _buckets(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 260, 12, SHADOW)
    for x in (-130, 130):
        p.rect(x - 116, -66, x + 116, -54, WOOD)
        for side in (-100, 100):
            p.rect(x + side - 6, -56, x + side + 6, 0, DARK_WOOD)
        MOTIFS["flowers"].draw(p.at(x, -66, 2.1), rng)


def _bookbox(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 190, 10, SHADOW)
    for x in (-140, 140):
        p.line([(x, -130), (x + (16 if x < 0 else -16), 0)], DARK_WOOD, 9)
    for x in (-84, 84):
        MOTIFS["books"].draw(p.at(x, -120, 1.6), rng)
    p.rect(-178, -164, 178, -100, WOOD, r=3)
    p.rect(-60, -152, 60, -112, WHITE, r=2)
    p.text(0, -132, "1 Euro", 26, INK)


def _boards(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 190, 10, SHADOW)
    for k, x in enumerate((-120, -78, -34, 12)):
        p.poly(
            [(x, 0), (x + 30, 0), (x + 96, -380 + k * 26), (x + 66, -380 + k * 26)],
            (WOOD, "#b98a58", "#8a5f3a", "#c99f6c")[k],
        )
    MOTIFS["chairs"].draw(p.at(190, 0, 2.1), rng)


def _pram(p: Pen, rng: Random) -> None:
    cloth = rng.choice([RED, PLATE, TEAL])
    p.ellipse(0, 0, 120, 10, SHADOW)
    for x in (-56, 56):
        p.ring(x, -34, 34, INK, 7)
    p.line([(-66, -60), (70, -60)], STEEL, 7)
    p.line([(70, -70), (138, -190)], STEEL, 8)
    p.pie(0, -124, 100, 74, 0, 180, cloth)
    p.pie(0, -124, 100, 96, 180, 270, shade(cloth, 0.8))


def _wagon(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 170, 10, SHADOW)
    for x in (-90, 90):
        p.circle(x, -34, 34, INK)
        p.circle(x, -34, 14, RED)
    p.line([(140, -70), (250, -170)], INK, 8)
    for k, x in enumerate((-90, -10, 70)):
        person(p.at(x, 70, 3.1), rng, pose=("wave", "pockets", "hips")[k], seated=True)
    p.rect(-150, -130, 150, -50, WOOD, r=5)
    p.line([(-150, -90), (150, -90)], DARK_WOOD, 4)


def _walker(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 110, 10, SHADOW)
    person(p.at(-40, 4, 4.7), rng, pose="hold", shirt=RED)
    for x in (40, 130):
        p.circle(x, -16, 16, INK)
    p.line([(40, -20), (64, -230), (30, -240)], STEEL, 8)
    p.line([(130, -20), (64, -180)], STEEL, 8)
    p.rect(56, -120, 128, -70, PLATE, r=6)


def _dog_bowl(p: Pen, rng: Random) -> None:
    p.ellipse(0, 0, 150, 10, SHADOW)
    MOTIFS["dog"].draw(p.at(-40, 0, 2.2), rng)
    p.poly([(70, -30), (150, -30), (164, 0), (56, 0)], PLATE)
    p.ellipse(110, -30, 40, 7, "#9dc3d4")


OUTSIDE: dict[str, Callable[[Pen, Random], None]] = {
    "none": _nothing,
    "plants": _plants,
    "tables": _tables,
    "stools": _stools,
    "bench": _bench,
    "board": _board,
    "crates": _crates,
    "sacks": _sacks,
    "bicycle": _bicycle,
    "cargobike": _cargo_bike,
    "rack": _rack,
    "rail": _rail,
    "roses": _roses,
    "buckets": _buckets,
    "bookbox": _bookbox,
    "boards": _boards,
    "pram": _pram,
    "wagon": _wagon,
    "walker": _walker,
    "dogbowl": _dog_bowl,
}
