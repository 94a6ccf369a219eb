"""Furniture, tools, wheels, cloth: the things workshops and tailors make and mend."""

from random import Random

from .canvas import Pen
from .motifs import motif
from .palette import (
    BLUE,
    BRICK,
    CREAM,
    DARK_WOOD,
    GOLD,
    INK,
    LEAF,
    LIT,
    NAVY,
    OCHRE,
    PLATE,
    PLUM,
    RED,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)

CLOTHS = (PLATE, RED, TEAL, GOLD, PLUM, BRICK, "#2f4a3c")


@motif("armchair", "einem frisch bezogenen Sessel")
def armchair(p: Pen, rng: Random) -> None:
    cloth = rng.choice(CLOTHS)
    for x in (-26, 26):
        p.poly([(x - 4, -12), (x + 4, -12), (x + 2, 0), (x - 2, 0)], DARK_WOOD)
    p.rect(-30, -82, 30, -20, cloth, r=16)
    for x, y in ((-13, -66), (0, -66), (13, -66), (-7, -55), (7, -55)):
        p.circle(x, y, 2, shade(cloth, 0.65))
    p.rect(-42, -50, -24, -10, shade(cloth, 0.84), r=9)
    p.rect(24, -50, 42, -10, shade(cloth, 0.84), r=9)
    p.rect(-25, -38, 25, -22, shade(cloth, 1.22), r=7)


@motif("chairs", "Stühlen aus Holz")
def chairs(p: Pen, rng: Random) -> None:
    for x, flip in ((-24, False), (24, True)):
        q, wood = p.at(x, 0, mirrored=flip), rng.choice([WOOD, DARK_WOOD, OCHRE])
        q.line([(-14, -80), (-16, 0)], wood, 5)
        q.line([(14, -38), (16, 0)], wood, 5)
        for y in (-76, -64, -52):
            q.line([(-14, y), (8, y - 2)], wood, 4.4)
        q.line([(8, -80), (9, -40)], wood, 5)
        q.rect(-17, -42, 18, -35, rng.choice(CLOTHS), r=3)


@motif("tools", "Hammer, Zange und Feilen")
def tools(p: Pen, rng: Random) -> None:
    p.rect(-50, -78, 50, -70, DARK_WOOD, r=2)
    p.rect(-40, -70, -34, -14, WOOD, r=2)
    p.rect(-49, -20, -25, -6, STEEL, r=3)
    for side in (-1, 1):
        p.line([(side * 3 - 8, -44), (side * 8 - 8, -8)], RED, 5)
        p.line([(side * 3 - 8, -44), (-side * 5 - 8, -66)], STEEL, 5)
    p.circle(-8, -44, 4, INK)
    for x, c in ((18, GOLD), (32, BLUE), (44, BRICK)):
        p.rect(x - 4, -70, x + 4, -48, c, r=2)
        p.poly([(x - 2.5, -48), (x + 2.5, -48), (x, -12)], STEEL)


@motif("shoes", "blank geputzten Schuhen")
def shoes(p: Pen, rng: Random) -> None:
    for x, colour in ((-26, rng.choice([RED, BRICK, GOLD])), (26, rng.choice([INK, DARK_WOOD, NAVY]))):
        p.poly([(x - 22, -44), (x - 4, -44), (x - 2, -24), (x + 22, -14), (x + 24, -5), (x - 22, -5)], colour)
        p.rect(x - 23, -6, x + 25, 0, shade(colour, 0.55), r=2)
        p.rect(x - 23, -8, x - 10, 3, shade(colour, 0.55))
        for k in range(3):
            p.line([(x - 4 + k * 5, -28 + k * 4), (x + 2 + k * 5, -32 + k * 4)], CREAM, 2)


@motif("keys", "Schlüsseln an Haken")
def keys(p: Pen, rng: Random) -> None:
    p.rect(-50, -80, 50, -72, DARK_WOOD, r=2)
    for i, x in enumerate((-36, -12, 12, 36)):
        metal, length = (GOLD, STEEL, "#b0703c", GOLD)[i], rng.choice([30, 36, 42])
        p.ring(x, -58, 10, metal, 5)
        p.rect(x - 2.5, -50, x + 2.5, -50 + length, metal)
        p.rect(x, -50 + length - 8, x + 9, -50 + length - 4, metal)
        p.rect(x, -50 + length - 16, x + 7, -50 + length - 12, metal)


@motif("lamps", "leuchtenden Lampen")
def lamps(p: Pen, rng: Random) -> None:
    for x, h in ((-30, 78), (4, 56), (36, 70)):
        shade_colour = rng.choice([RED, TEAL, GOLD, PLUM, LEAF])
        p.rect(x - 2, -h + 10, x + 2, -3, INK)
        p.rect(x - 12, -5, x + 12, 0, INK, r=2)
        p.circle(x, -h + 24, 9, LIT)
        p.poly([(x - 9, -h), (x + 9, -h), (x + 19, -h + 24), (x - 19, -h + 24)], shade_colour)


@motif("radio", "einem alten Radio")
def radio(p: Pen, rng: Random) -> None:
    case = rng.choice([WOOD, RED, TEAL])
    p.line([(24, -52), (42, -90)], STEEL, 2.5)
    p.rect(-44, -54, 44, 0, case, r=10)
    p.rect(-36, -46, 8, -8, CREAM, r=4)
    for y in range(-42, -10, 6):
        p.line([(-32, y), (4, y)], shade(CREAM, 0.75), 2)
    p.circle(26, -34, 11, CREAM)
    p.line([(26, -34), (32, -40)], INK, 2.5)
    p.circle(26, -13, 5, INK)


@motif("jewels", "Ringen und Ketten")
def jewels(p: Pen, rng: Random) -> None:
    p.poly([(-34, 0), (-6, 0), (-12, -44), (-28, -44)], NAVY)
    p.ellipse(-20, -50, 9, 10, NAVY)
    p.arc(-20, -42, 14, 26, 0, 180, GOLD, 3)
    p.circle(-20, -14, 5, rng.choice([RED, TEAL, BLUE]))
    for x, gem in ((14, rng.choice([RED, PLUM])), (36, rng.choice([BLUE, TEAL]))):
        p.rect(x - 10, -10, x + 10, 0, NAVY, r=3)
        p.ring(x, -22, 12, GOLD, 4)
        p.poly([(x - 7, -38), (x, -46), (x + 7, -38), (x, -31)], gem)


@motif("bicycle", "einem Fahrrad")
def bicycle(p: Pen, rng: Random) -> None:
    colour = rng.choice([RED, PLATE, TEAL, GOLD, BRICK])
    for x in (-32, 32):
        p.ring(x, -22, 22, INK, 3.4)
        p.circle(x, -22, 3, STEEL)
    for ends in (
        ((-32, -22), (-12, -54), (22, -54), (-2, -22), (-32, -22)),
        ((-2, -22), (-14, -60)),
        ((32, -22), (20, -64)),
    ):
        p.line(list(ends), colour, 3.6)
    p.line([(-22, -62), (-6, -62)], INK, 5)
    p.line([(20, -64), (32, -68)], INK, 3.6)
    p.ring(-2, -22, 6, INK, 2.4)


@motif("wheels", "Laufrädern")
def wheels(p: Pen, rng: Random) -> None:
    spokes = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7))
    for x, y, r in ((-24, -30, 30), (30, -22, 22), (16, -66, 17)):
        p.ring(x, y, r, rng.choice([INK, DARK_WOOD]), r * 0.13)
        for dx, dy in spokes:
            p.line([(x - dx * r * 0.9, y - dy * r * 0.9), (x + dx * r * 0.9, y + dy * r * 0.9)], STEEL, 1.3)
        p.circle(x, y, r * 0.15, rng.choice([RED, GOLD, PLATE]))


@motif("dress", "Schneiderpuppen mit Kleidern")
def dress(p: Pen, rng: Random) -> None:
    for x in (-25, 25):
        cloth = rng.choice(CLOTHS)
        p.rect(x - 1.8, -30, x + 1.8, 0, DARK_WOOD)
        p.rect(x - 11, -4, x + 11, 0, DARK_WOOD, r=2)
        p.circle(x, -92, 4, DARK_WOOD)
        p.rect(x - 3, -90, x + 3, -82, CREAM)
        p.poly([(x - 13, -83), (x + 13, -83), (x + 8, -58), (x + 22, -18), (x - 22, -18), (x - 8, -58)], cloth)
        p.rect(x - 8.5, -60, x + 8.5, -55, shade(cloth, 0.65))
        if rng.random() < 0.6:
            for k in range(5):
                p.circle(x - 12 + k * 6, -30 - (k % 2) * 9, 2.2, CREAM)


@motif("fabric", "Stoffballen")
def fabric(p: Pen, rng: Random) -> None:
    cloths = list(CLOTHS)
    rng.shuffle(cloths)
    for row, (y, xs) in enumerate(((0, (-34, 0, 34)), (-28, (-17, 17)), (-56, (0,)))):
        for k, x in enumerate(xs):
            cloth = cloths[(row * 3 + k) % len(cloths)]
            p.rect(x - 22, y - 27, x + 12, y, cloth, r=4)
            for dx in (-15, -7, 1):
                p.line([(x + dx, y - 24), (x + dx, y - 3)], shade(cloth, 1.3), 1.6)
            p.ellipse(x + 11, y - 13.5, 7, 13.5, shade(cloth, 0.72))
            p.ellipse(x + 11, y - 13.5, 3, 6, CREAM)


@motif("scissors", "einer großen Schere und Garn")
def scissors(p: Pen, rng: Random) -> None:
    for side in (-1, 1):
        p.line([(-10 + side * 16, -14), (-10 - side * 11, -84)], STEEL, 6)
        p.ring(-10 + side * 17, -12, 13, RED, 6)
    p.circle(-10, -49, 4, INK)
    for x, y, c in ((32, 0, rng.choice([PLATE, TEAL])), (32, -34, rng.choice([GOLD, PLUM]))):
        p.rect(x - 13, y - 31, x + 13, y - 26, WOOD, r=2)
        p.rect(x - 10, y - 26, x + 10, y - 5, c)
        p.rect(x - 13, y - 5, x + 13, y, WOOD, r=2)


@motif("coats", "Mänteln auf Bügeln")
def coats(p: Pen, rng: Random) -> None:
    p.line([(-50, -92), (50, -92)], STEEL, 4)
    cloths = list(CLOTHS)
    rng.shuffle(cloths)
    for i, x in enumerate((-34, -11, 12, 35)):
        h = rng.choice([58, 70, 76])
        p.line([(x, -92), (x, -84)], STEEL, 2)
        p.poly([(x, -85), (x + 14, -76), (x + 13, -85 + h), (x - 13, -85 + h), (x - 14, -76)], cloths[i])
        p.line([(x, -80), (x, -87 + h)], shade(cloths[i], 0.7), 1.6)
        for k in range(3):
            p.circle(x + 3, -66 + k * 12, 1.5, CREAM)


@motif("bag", "bedruckten Stoffbeuteln")
def bag(p: Pen, rng: Random) -> None:
    for x, y in ((-26, 0), (26, 0)):
        cloth = rng.choice([CREAM, GOLD, TEAL, BRICK, PLUM, BLUE])
        mark = INK if cloth in (CREAM, GOLD) else CREAM
        p.arc(x, y - 52, 11, 22, 180, 360, shade(cloth, 0.8), 4)
        p.poly([(x - 21, y - 52), (x + 21, y - 52), (x + 23, y), (x - 23, y)], cloth)
        p.circle(x - 7, y - 30, 2.4, mark)
        p.circle(x + 7, y - 30, 2.4, mark)
        p.arc(x, y - 26, 10, 10, 20, 160, mark, 3)


@motif("posters", "Plakaten aus dem Siebdruck")
def posters(p: Pen, rng: Random) -> None:
    for x, y, w in ((-27, -4, 21), (24, -10, 22)):
        ground, mark = rng.sample([RED, CREAM, TEAL, GOLD, PLATE, "#d98a86"], 2)
        p.rect(x - w, y - 70, x + w, y, ground)
        kind = rng.randrange(3)
        if kind == 0:
            p.circle(x, y - 44, 13, mark)
        elif kind == 1:
            p.poly([(x - 14, y - 30), (x, y - 60), (x + 14, y - 30)], mark)
        else:
            for k in range(4):
                p.line([(x - 13, y - 58 + k * 9), (x + 13, y - 62 + k * 9)], mark, 4)
        p.rect(x - 14, y - 20, x + 14, y - 15, mark)
        p.rect(x - 14, y - 11, x + 4, y - 7, mark)
    p.rect(-20, -6, 34, 0, WOOD, r=2)


@motif("violin", "Geigen")
def violin(p: Pen, rng: Random) -> None:
    for x, scale in ((-24, 1.0), (26, 0.84)):
        q, wood = p.at(x, 0, scale), rng.choice(["#9a4f22", "#7a3a1c", "#b5652c"])
        q.rect(-2.6, -100, 2.6, -50, DARK_WOOD)
        q.circle(0, -101, 5, DARK_WOOD)
        q.ellipse(0, -44, 14, 14, wood)
        q.ellipse(0, -18, 19, 18, wood)
        q.rect(-10, -40, 10, -22, wood)
        for side in (-1, 1):
            q.circle(side * 16, -33, 6, shade(wood, 0.45))
            q.arc(side * 8, -25, 3, 6, 90, 270, INK, 1.6)
        q.rect(-7, -23, 7, -20, CREAM)
        q.line([(0, -96), (0, -8)], WHITE, 1.2)
