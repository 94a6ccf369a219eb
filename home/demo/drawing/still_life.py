"""Still lifes: one thing a shop makes or sells, seen large."""

from random import Random

from ..specs import PictureSpec
from .canvas import HEIGHT, WIDTH, Pen, Sheet
from .catalogue import MOTIFS
from .motifs import Drawer
from .palette import CREAM, DARK_WOOD, LIT, NAVY, PLUM, SKY, WHITE, WOOD, shade

LARGE = {
    "armchair",
    "ball",
    "bicycle",
    "cat",
    "chairs",
    "cradle",
    "desk",
    "dog",
    "dress",
    "mirror",
    "scales",
    "washers",
}
GROUNDS = ("#e2d3b3", "#a8b59a", "#9db0b6", "#cdb0a6", "#d8b577", "#e9dcc0", "#c9a98b", "#b4c0b2")


def draw_still_life(spec: PictureSpec, rng: Random) -> Sheet:
    ground = rng.choice(GROUNDS)
    sheet = Sheet(ground)
    layouts = [_on_the_floor, _before_a_disc] if spec.motif in LARGE else [_on_shelves, _before_a_disc, _at_the_window]
    rng.choice(layouts)(sheet.pen, rng, MOTIFS[spec.motif].draw, ground)
    return sheet


def _floor(p: Pen, y: float, colour: str) -> None:
    p.rect(0, y, WIDTH, HEIGHT, colour)
    p.rect(0, y, WIDTH, y + 18, shade(colour, 1.25))
    for k in range(3):
        p.line([(0, y + 80 + k * 62), (WIDTH, y + 80 + k * 62)], shade(colour, 0.88), 3)


def _shadow(p: Pen, x: float, y: float, reach: float, ground: str) -> None:
    p.ellipse(x, y + 6, reach, reach * 0.09, shade(ground, 0.76))


def _on_the_floor(p: Pen, rng: Random, thing: Drawer, ground: str) -> None:
    p.rect(0, 0, WIDTH, 46, shade(ground, 0.85))
    for x in range(-20, WIDTH, 170):
        p.rect(x, 46, x + 4, 900, shade(ground, 0.95))
    table = rng.choice([WOOD, DARK_WOOD, "#b98a58"])
    _floor(p, 900, table)
    for x, y, size in ((370, 950, 4.6), (1260, 960, 4.4), (810, 1050, 7.6)):
        _shadow(p, x, y, size * 50, shade(table, 1.2))
        thing(p.at(x, y, size, mirrored=rng.random() < 0.4), rng)


def _on_shelves(p: Pen, rng: Random, thing: Drawer, ground: str) -> None:
    wood = rng.choice([WOOD, "#b98a58", DARK_WOOD])
    p.rect(0, 0, WIDTH, HEIGHT, shade(ground, 0.78))
    guests = {(0, rng.randrange(3)), (1, rng.randrange(3))}
    for row in range(2):
        top = 40 + row * 575
        for column in range(3):
            x0 = 40 + column * 512
            p.rect(x0, top, x0 + 496, top + 545, rng.choice([ground, shade(ground, 1.3), LIT]))
            p.rect(x0, top + 520, x0 + 496, top + 545, shade(wood, 0.8))
            shown = MOTIFS[rng.choice(("vase", "herbs", "books"))].draw if (row, column) in guests else thing
            shown(p.at(x0 + 248, top + 520, rng.choice([3.7, 4.1, 4.4]), mirrored=rng.random() < 0.4), rng)
    for y in (0, 585, 1160):
        p.rect(0, y, WIDTH, y + 40, wood)
    for x in (0, 536, 1048, 1560):
        p.rect(x, 0, x + 40 if x in (0, 1560) else x + 16, HEIGHT, wood)


def _before_a_disc(p: Pen, rng: Random, thing: Drawer, ground: str) -> None:
    disc = rng.choice([PLUM, NAVY, CREAM, "#6f4434"])
    p.circle(800, 590, 500, disc)
    p.ring(800, 590, 536, shade(ground, 1.4), 8)
    p.rect(0, 1010, WIDTH, HEIGHT, shade(ground, 0.78))
    p.rect(0, 1010, WIDTH, 1024, shade(ground, 1.3))
    _shadow(p, 800, 1020, 440, shade(ground, 0.95))
    thing(p.at(800, 1016, 8.4, mirrored=rng.random() < 0.4), rng)


def _at_the_window(p: Pen, rng: Random, thing: Drawer, ground: str) -> None:
    p.rect(160, -20, 1440, 930, WHITE)
    p.rect(200, -20, 1400, 890, SKY)
    for x, h, c in (
        (200, 420, "#cdb0a6"),
        (440, 560, "#d8b577"),
        (720, 480, "#a8b59a"),
        (960, 600, "#c98f5a"),
        (1210, 450, "#9db0b6"),
    ):
        right = min(1400, x + 250)
        p.rect(x, 890 - h, right, 890, shade(c, 1.5))
        for wy in range(int(890 - h + 50), 830, 120):
            for wx in range(x + 34, int(right) - 60, 84):
                p.rect(wx, wy, wx + 44, wy + 66, shade(c, 1.28))
    p.rect(786, -20, 814, 890, WHITE)
    p.rect(200, 250, 1400, 274, WHITE)
    p.rect(110, 920, 1490, 975, WHITE)
    p.rect(110, 975, 1490, 990, shade(ground, 0.78))
    thing(p.at(590, 938, 7.2, mirrored=rng.random() < 0.4), rng)
    thing(p.at(1170, 938, 4.8, mirrored=rng.random() < 0.4), rng)
