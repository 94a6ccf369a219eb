"""Pieces of the Kiez that several scenes share: houses, trees, lanterns, the square, tables."""

from random import Random

from .canvas import WIDTH, Pen
from .catalogue import MOTIFS
from .palette import (
    BRICK,
    CREAM,
    DARK_WOOD,
    DEEP_LEAF,
    FACADES,
    FRONTS,
    GLASS,
    GOLD,
    INK,
    LEAF,
    LIT,
    PAVEMENT,
    PLATE,
    RED,
    ROOF,
    STEEL,
    TEAL,
    TRUNK,
    WHITE,
    shade,
)
from .people import person

Scheme = tuple[float, float]  # how much of the colour is left, and the share of lit windows
DAY: Scheme = (1.0, 0.08)
EVENING: Scheme = (0.52, 0.42)


def houses(p: Pen, rng: Random, ground: float, *, scheme: Scheme = DAY, scale: float = 1.0, shops: bool = True) -> None:
    """A row of tenements from the left to the right edge, standing on `ground`."""
    dim, lit = scheme
    x, number = -rng.randrange(20, 120) * scale, rng.randrange(len(FACADES))
    while x < WIDTH:
        columns = rng.choice([3, 3, 4])
        width = (columns * 104 + 46) * scale
        house(p.at(x, ground, scale), rng, columns, FACADES[number % len(FACADES)], dim=dim, lit=lit, shop=shops)
        x, number = x + width, number + rng.choice([1, 2, 3])


def house(p: Pen, rng: Random, columns: int, wall: str, *, dim: float, lit: float, shop: bool) -> None:
    """One house; origin is its lower left corner, a storey is 150 units."""
    width, storeys = columns * 104 + 46, rng.choice([3, 4, 4])
    wall = shade(wall, dim)
    top = -230 - storeys * 150
    if rng.random() < 0.5:
        p.poly([(0, top), (28, top - 74), (width - 28, top - 74), (width, top)], shade(ROOF, dim))
        for k in range(columns - 1):
            p.circle(width * (k + 1) / columns, top - 34, 18, LIT if rng.random() < lit else shade(GLASS, dim))
    p.rect(0, top, width, 0, wall)
    p.rect(-7, top - 14, width + 7, top + 10, shade(wall, 1.25 if dim == 1 else 0.8))
    for storey in range(storeys):
        y = top + 46 + storey * 150
        for k in range(columns):
            _window(p, rng, 23 + k * 104 + 52, y, wall, dim, lit)
    p.rect(0, -232, width, -222, shade(wall, 0.8))
    if shop:
        front = shade(rng.choice(list(FRONTS.values())), 1.0 if dim == 1 else 0.8)
        open_now = rng.random() < (0.75 if dim == 1 else 0.85)
        p.rect(14, -206, width - 14, 0, front)
        p.rect(32, -134, width - 116, -34, LIT if open_now else shade(GLASS, dim))
        p.rect(width - 98, -134, width - 34, 0, shade(front, 0.75))
        p.rect(width - 88, -122, width - 44, -50, LIT if open_now else shade(GLASS, dim))
        p.rect(44, -188, 44 + width * 0.46, -172, shade(CREAM, 0.7 + dim * 0.3), r=6)
        if rng.random() < 0.5:
            for k in range(int((width - 148) // 30)):
                colour = shade(CREAM if k % 2 else front, 1.0 if k % 2 else 1.2)
                p.rect(32 + k * 30, -150, 62 + k * 30, -124, colour)
                p.pie(47 + k * 30, -124, 15, 15, 0, 180, colour)


def _window(p: Pen, rng: Random, x: float, y: float, wall: str, dim: float, lit: float) -> None:
    glow = rng.random() < lit
    p.rect(x - 34, y - 9, x + 34, y - 2, shade(wall, 1.3))
    p.rect(x - 28, y, x + 28, y + 88, LIT if glow else shade(GLASS, 0.5 + dim * 0.5))
    bar = WHITE if dim == 1 else (shade(LIT, 0.6) if glow else shade(STEEL, 0.6))
    p.rect(x - 2, y, x + 2, y + 88, bar)
    p.rect(x - 28, y + 28, x + 28, y + 32, bar)
    p.rect(x - 34, y + 88, x + 34, y + 96, shade(wall, 1.3 if dim == 1 else 0.75))


def pavement(p: Pen, y: float, colour: str = PAVEMENT) -> None:
    p.rect(0, y, WIDTH, 1200, colour)
    p.rect(0, y, WIDTH, y + 8, shade(colour, 0.8))
    for k in range(1, 4):
        level = y + 8 + k * k * 26
        p.line([(0, level), (WIDTH, level)], shade(colour, 0.92), 3)
    for x in range(-400, 2100, 210):
        p.line([(800 + (x - 800) * 0.9, y + 8), (800 + (x - 800) * 1.25, 1200)], shade(colour, 0.92), 3)


def tree(p: Pen, rng: Random, leaf: str = LEAF) -> None:
    """About 430 units tall, standing on the origin."""
    p.ellipse(0, 0, 60, 8, shade(PAVEMENT, 0.82))
    p.poly([(-14, 0), (14, 0), (8, -220), (-8, -220)], TRUNK)
    p.line([(0, -170), (40, -240)], TRUNK, 10)
    for x, y, r in ((-62, -260, 84), (58, -276, 88), (0, -340, 104), (-10, -236, 80)):
        p.circle(x, y, r, leaf)
    for _ in range(9):
        p.circle(rng.randrange(-90, 91), -rng.randrange(220, 400), 13, shade(leaf, rng.choice([1.18, 0.86])))


def lamp_post(p: Pen, *, lit: bool) -> None:
    p.rect(-7, -420, 7, 0, INK)
    p.rect(-16, -20, 16, 0, INK, r=4)
    if lit:
        p.circle(0, -446, 62, shade(LIT, 0.5))
    p.poly([(-26, -474), (26, -474), (17, -420), (-17, -420)], LIT if lit else CREAM)
    p.poly([(-32, -474), (32, -474), (0, -504)], INK)


def bunting(p: Pen, x0: float, y0: float, x1: float, y1: float, sag: float = 70) -> None:
    """A string of pennants between two points."""
    steps = 14
    points = [
        (x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps + sag * 4 * (k / steps) * (1 - k / steps))
        for k in range(steps + 1)
    ]
    p.line(points, INK, 4)
    for k, (x, y) in enumerate(points[1:-1]):
        p.poly([(x - 26, y), (x + 26, y), (x, y + 50)], (RED, GOLD, TEAL, CREAM, PLATE)[k % 5])


def bulbs(p: Pen, x0: float, y0: float, x1: float, y1: float, sag: float = 90) -> None:
    """A string of lights between two points."""
    steps = 16
    points = [
        (x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps + sag * 4 * (k / steps) * (1 - k / steps))
        for k in range(steps + 1)
    ]
    p.line(points, INK, 4)
    for x, y in points[1:-1]:
        p.circle(x, y + 16, 14, LIT)


def church(p: Pen) -> None:
    """A brick church with a pointed tower, origin in the middle of its foot."""
    p.rect(-210, -330, 210, 0, BRICK)
    p.poly([(-230, -330), (0, -460), (230, -330)], ROOF)
    for x in (-150, -78, 78, 150):
        p.rect(x - 20, -250, x + 20, -100, GLASS, r=20)
    p.rect(-68, -620, 68, 0, shade(BRICK, 0.86))
    p.poly([(-80, -620), (0, -890), (80, -620)], shade(TEAL, 1.2))
    p.line([(0, -890), (0, -950)], INK, 6)
    p.line([(-20, -926), (20, -926)], INK, 6)
    p.circle(0, -530, 38, CREAM)
    p.line([(0, -530), (0, -558)], INK, 6)
    p.line([(0, -530), (20, -522)], INK, 6)
    p.rect(-36, -130, 36, 0, DARK_WOOD, r=34)
    p.rect(-36, -60, 36, 0, DARK_WOOD)


def stall(p: Pen, rng: Random, goods: str, colour: str) -> None:
    """A market stall, 320 units wide."""
    p.ellipse(0, 0, 190, 14, shade(PAVEMENT, 0.84))
    for x in (-150, 150):
        p.rect(x - 7, -400, x + 7, 0, DARK_WOOD)
    person(p.at(rng.choice([-50, 50]), -2, 3.4), rng, apron=CREAM)
    p.rect(-160, -170, 160, 0, shade(colour, 0.86))
    p.rect(-176, -184, 176, -164, CREAM, r=3)
    for x in (-92, 92):
        MOTIFS[goods].draw(p.at(x, -184, 1.15), rng)
    for k in range(8):
        x = -184 + k * 46
        cloth = CREAM if k % 2 else colour
        p.poly([(x + 14, -450), (x + 54, -450), (x + 46, -372), (x, -372)], cloth)
        p.pie(x + 23, -372, 23, 26, 0, 180, shade(cloth, 0.9))


def crowd(p: Pen, rng: Random, places: list[tuple[float, float, float]]) -> None:
    """People at (x, y, scale), the ones further back first."""
    for x, y, scale in sorted(places, key=lambda place: place[1]):
        p.ellipse(x, y + 2, scale * 17, scale * 2, shade(PAVEMENT, 0.84))
        person(p.at(x, y, scale, mirrored=rng.random() < 0.5), rng)


def round_table(p: Pen, rng: Random) -> None:
    """Six people around a table, seen from the front."""
    back = [(-470, -150), (-290, -200), (-100, -222), (100, -222), (290, -200), (470, -150)]
    for k, (x, y) in enumerate(back):
        person(
            p.at(x, y + 330, 5.3),
            rng,
            pose=("crossed", "pockets", "wave", "pockets", "hold", "crossed")[k],
            seated=True,
        )
    p.ellipse(0, 60, 640, 150, shade("#b98a58", 0.72))
    p.ellipse(0, 36, 640, 150, "#c99f6c")
    for x, y, thing, s in (
        (-380, 30, "cup", 0.9),
        (-150, -30, "tea", 1.2),
        (70, -40, "cake", 1.3),
        (270, -10, "cup", 0.9),
        (440, 40, "cup", 0.9),
    ):
        MOTIFS[thing].draw(p.at(x, y, s), rng)
    for x, y in ((-250, 80), (-20, 110), (200, 90)):
        p.poly([(x - 50, y), (x + 40, y - 8), (x + 56, y + 30), (x - 40, y + 40)], WHITE)
        for k in range(3):
            p.line([(x - 32 + k * 3, y + 8 + k * 8), (x + 28 + k * 3, y + 3 + k * 8)], STEEL, 3)
    p.rect(-60, 180, 60, 420, DARK_WOOD)


def greenery(p: Pen, x0: float, x1: float, y: float) -> None:
    p.rect(x0, y, x1, y + 26, DEEP_LEAF)
    for k in range(int((x1 - x0) // 34)):
        p.circle(x0 + 17 + k * 34, y, 24, (LEAF, DEEP_LEAF)[k % 2])
