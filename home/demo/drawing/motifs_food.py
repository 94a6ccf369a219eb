"""Bread, cups, pots, fruit and whatever else one eats or drinks."""

from random import Random

from .canvas import Pen
from .motifs import motif
from .palette import (
    BLUE,
    BRICK,
    CREAM,
    DARK_WOOD,
    DEEP_LEAF,
    GOLD,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    PLATE,
    RED,
    ROSE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)


@motif("bread", "Broten und einer Brezel")
def bread(p: Pen, rng: Random) -> None:
    crust = rng.choice(["#8f5a2c", "#a5682f", "#7a4a26"])
    p.rect(-48, -6, 48, 0, WOOD, r=2)
    p.pie(-14, -6, 32, 34, 180, 360, crust)
    for x in (-32, -18, -4):
        p.line([(x, -24), (x + 9, -33)], shade(crust, 1.55), 3.4)
    p.rect(12, -30, 44, -6, shade(crust, 1.18), r=10)
    for x in (20, 28, 36):
        p.line([(x - 2, -25), (x + 3, -12)], shade(crust, 0.75), 2)
    if rng.random() < 0.7:
        p.ring(20, -50, 12, "#6b3d1e", 5)
        p.ring(34, -50, 12, "#6b3d1e", 5)
        p.arc(27, -48, 20, 18, 20, 160, "#6b3d1e", 5)


@motif("cake", "einer Torte auf hohem Fuß")
def cake(p: Pen, rng: Random) -> None:
    cream, sponge = rng.choice([(CREAM, OCHRE), (ROSE, "#7a3b34"), ("#e9dcc0", "#4a2b20")])
    p.poly([(-5, -18), (5, -18), (9, 0), (-9, 0)], WHITE)
    p.rect(-36, -20, 36, -15, WHITE, r=2)
    p.rect(-28, -48, 28, -20, sponge, r=2)
    p.rect(-28, -38, 28, -32, cream)
    p.rect(-30, -54, 30, -44, cream, r=5)
    for x in (-24, -12, 1, 13, 24):
        p.rect(x - 4, -48, x + 3, -38 - (abs(x) % 5), cream, r=3)
        p.circle(x, -57, 4, RED)


@motif("cup", "einer dampfenden Tasse")
def cup(p: Pen, rng: Random) -> None:
    colour = rng.choice([PLATE, WHITE, BRICK, TEAL])
    p.ellipse(0, -3, 36, 5, shade(colour, 0.85))
    p.ring(25, -24, 11, colour, 5)
    p.rect(-25, -42, 25, -18, colour)
    p.pie(0, -19, 25, 16, 0, 180, colour)
    p.ellipse(0, -42, 25, 5, "#4a2b1c")
    for x in (-9, 6):
        p.arc(x, -54, 4, 6, 90, 270, WHITE, 2.4)
        p.arc(x, -66, 4, 6, 270, 90, WHITE, 2.4)


@motif("pot", "einem großen Suppentopf")
def pot(p: Pen, rng: Random) -> None:
    metal = rng.choice([STEEL, "#a3564a", TEAL])
    p.rect(-46, -36, 46, -28, shade(metal, 0.7), r=4)
    p.rect(-36, -46, 36, 0, metal, r=7)
    p.rect(-36, -46, -24, 0, shade(metal, 1.25), r=6)
    p.rect(-40, -52, 40, -45, shade(metal, 0.8), r=3)
    p.pie(0, -51, 34, 12, 180, 360, metal)
    p.circle(0, -65, 5, INK)
    p.line([(24, -60), (46, -86)], WOOD, 5)


@motif("tea", "Teegläsern und einer Kanne")
def tea(p: Pen, rng: Random) -> None:
    metal = rng.choice([GOLD, STEEL, "#b0703c"])
    p.ring(28, -36, 14, shade(metal, 0.7), 5)
    p.poly([(-14, -40), (-34, -54), (-30, -60), (-10, -50)], metal)
    p.ellipse(8, -26, 25, 26, metal)
    p.rect(-4, -58, 20, -48, shade(metal, 0.8), r=3)
    p.circle(8, -62, 5, INK)
    for x in (-40, -20):
        p.ellipse(x, -2, 11, 3, WHITE)
        p.poly([(x - 8, -30), (x + 8, -30), (x + 4, -17), (x + 8, -4), (x - 8, -4), (x - 4, -17)], WHITE)
        p.poly([(x - 7, -25), (x + 7, -25), (x + 3, -17), (x + 7, -5), (x - 7, -5), (x - 3, -17)], "#a5431f")


@motif("beer", "Bierkrügen und Zapfhahn")
def beer(p: Pen, rng: Random) -> None:
    p.rect(-6, -70, 6, 0, GOLD)
    p.rect(-22, -74, 22, -64, GOLD, r=4)
    p.line([(0, -74), (rng.choice([-8, 8]), -92)], INK, 5)
    for x in (-32, 30):
        p.ring(x + 15, -20, 9, CREAM, 4)
        p.rect(x - 13, -38, x + 13, 0, "#e0a437", r=3)
        for dx in (-6, 2):
            p.rect(x + dx, -30, x + dx + 3, -6, "#f0c66b", r=1)
        p.rect(x - 14, -45, x + 14, -34, WHITE, r=5)


@motif("soup", "Suppenschalen und Stäbchen")
def soup(p: Pen, rng: Random) -> None:
    bowl = rng.choice([NAVY, RED, TEAL])
    p.line([(-30, -50), (44, -76)], WOOD, 3)
    p.line([(-26, -48), (48, -68)], WOOD, 3)
    p.ellipse(0, -40, 42, 9, WHITE)
    p.ellipse(0, -40, 37, 7, "#c97f35")
    for x, c in ((-18, LEAF), (-4, CREAM), (10, RED), (22, LEAF)):
        p.ellipse(x, -41, 6, 3, c)
    p.pie(0, -40, 42, 36, 0, 180, bowl)
    p.rect(-14, -8, 14, 0, shade(bowl, 0.8), r=2)
    p.line([(-36, -26), (36, -26)], shade(bowl, 1.4), 2.5)


@motif("herbs", "Kräutern in Töpfen")
def herbs(p: Pen, rng: Random) -> None:
    for x in (-30, 2, 34):
        leaf = rng.choice([LEAF, DEEP_LEAF, "#7d9a4f"])
        for dx, dy in ((-9, -36), (0, -46), (9, -37), (-5, -54), (6, -56)):
            p.line([(x, -22), (x + dx, dy)], DEEP_LEAF, 2)
            p.ellipse(x + dx, dy, 6, 8, leaf)
        p.poly([(x - 13, -24), (x + 13, -24), (x + 9, 0), (x - 9, 0)], BRICK)
        p.rect(x - 15, -28, x + 15, -22, shade(BRICK, 0.85), r=1)


@motif("icecream", "Eistüten")
def icecream(p: Pen, rng: Random) -> None:
    scoops = [ROSE, CREAM, "#9cb58a", "#7a4a32", "#d9a441", "#b9a3c4"]
    rng.shuffle(scoops)
    for i, x in enumerate((-30, 2, 34)):
        p.poly([(x - 13, -44), (x + 13, -44), (x, 0)], OCHRE)
        for dx in (-5, 3):
            p.line([(x + dx - 4, -42), (x + dx + 5, -22)], shade(OCHRE, 0.78), 1.6)
        p.circle(x, -52, 14, scoops[i])
        p.circle(x, -72, 11.5, scoops[i + 3])


@motif("flour", "Mehlsack und Nudelholz")
def flour(p: Pen, rng: Random) -> None:
    p.rect(-38, -66, 4, 0, CREAM, r=9)
    p.poly([(-30, -66), (-4, -66), (2, -82), (-14, -76), (-36, -82)], shade(CREAM, 0.9))
    p.line([(-31, -65), (-3, -65)], RED, 3.5)
    p.circle(-17, -34, 11, OCHRE)
    p.rect(10, -14, 46, -2, WOOD, r=5)
    p.rect(2, -11, 54, -5, shade(WOOD, 0.75), r=3)
    p.ellipse(28, -20, 16, 7, WHITE)


@motif("fruit", "Kisten voll Obst und Gemüse")
def fruit(p: Pen, rng: Random) -> None:
    heaps = [("#c23a2b", 7), ("#e08a2c", 7.5), ("#7d9a4f", 6.5), ("#5b3a5e", 6.5), ("#e5c04a", 7)]
    rng.shuffle(heaps)
    for i, (x, y) in enumerate(((-25, 0), (25, 0), (0, -40))):
        colour, r = heaps[i]
        for row, count in ((0, 5), (1, 4), (2, 2)):
            for k in range(count):
                p.circle(x + (k - (count - 1) / 2) * 9.6, y - 25 - row * 6.5, r, shade(colour, 1 + 0.12 * (k % 2)))
        p.rect(x - 25, y - 24, x + 25, y, WOOD, r=1)
        for dy in (-16, -8):
            p.line([(x - 25, y + dy), (x + 25, y + dy)], DARK_WOOD, 1.4, rounded=False)


@motif("olives", "Schalen mit Oliven und Käse")
def olives(p: Pen, rng: Random) -> None:
    for x, c in ((-28, "#5f7f4d"), (26, "#3d2b3a")):
        for k in range(5):
            p.ellipse(x - 16 + k * 8, -24 - (k % 2) * 4, 5.5, 4.5, c)
        p.pie(x, -23, 24, 24, 0, 180, rng.choice([WHITE, BLUE]))
    p.poly([(-22, -34), (24, -34), (24, -58), (-8, -64)], "#e8c65a")
    for x, y in ((0, -46), (14, -50), (12, -40)):
        p.circle(x, y, 3.4, "#c99f35")


@motif("jars", "Einmachgläsern")
def jars(p: Pen, rng: Random) -> None:
    fills = ["#7d9a4f", "#a3242b", "#d9a441", "#5b2a3a", "#c97f35"]
    rng.shuffle(fills)
    for i, (x, h) in enumerate(((-33, 44), (0, 60), (33, 48))):
        p.rect(x - 15, -h, x + 15, 0, "#e4ead9", r=5)
        p.rect(x - 12, -h + 10, x + 12, -3, fills[i], r=4)
        for k in range(3):
            p.ellipse(x - 5 + k * 5, -h + 20 + k * 8, 4, 5.5, shade(fills[i], 1.22))
        p.rect(x - 13, -h - 9, x + 13, -h + 1, RED if i % 2 else PLATE, r=2)
        p.rect(x - 9, -h / 2 - 6, x + 9, -h / 2 + 6, WHITE, r=1)


@motif("dumplings", "einem Blech voll Piroggen")
def dumplings(p: Pen, rng: Random) -> None:
    p.poly([(-50, 0), (50, 0), (42, -30), (-42, -30)], shade(STEEL, 1.1))
    for row, (y, count) in enumerate(((-6, 4), (-17, 4), (-27, 3))):
        for k in range(count):
            x = (k - (count - 1) / 2) * (23 - row * 2)
            p.pie(x, y + 2, 10, 12, 180, 360, CREAM)
            p.arc(x, y + 2, 10, 12, 190, 350, shade(CREAM, 0.8), 2)


@motif("spices", "Gewürzkegeln in Schalen")
def spices(p: Pen, rng: Random) -> None:
    colours = ["#b5321f", "#d98e1f", "#7d8a3c", "#6b3d1e", "#e0b93f"]
    rng.shuffle(colours)
    for i, (x, y) in enumerate(((-33, 0), (0, 0), (33, 0), (-17, -32), (17, -32))):
        p.poly([(x - 13, y - 13), (x + 13, y - 13), (x, y - 36)], colours[i])
        p.poly([(x, y - 36), (x + 13, y - 13), (x + 4, y - 13)], shade(colours[i], 0.84))
        p.rect(x - 15, y - 14, x + 15, y, WOOD, r=3)


@motif("bottles", "Flaschen in bunten Farben")
def bottles(p: Pen, rng: Random) -> None:
    for x in (-38, -19, 0, 19, 38):
        glass = rng.choice(["#3f6b4a", "#7a3b24", "#c9602f", "#2f57a0", "#a3242b", "#d9a441"])
        h = rng.choice([50, 58, 64])
        p.rect(x - 8, -h + 18, x + 8, 0, glass, r=3.5)
        p.rect(x - 3, -h, x + 3, -h + 24, glass)
        p.rect(x - 4, -h - 3, x + 4, -h + 2, CREAM, r=1)
        p.rect(x - 8, -h + 28, x + 8, -h + 41, rng.choice([WHITE, CREAM]))


@motif("lotus", "einer Lotusblüte in der Schale")
def lotus(p: Pen, rng: Random) -> None:
    bloom = rng.choice([ROSE, "#e6b3ae", "#c9799a"])
    for dx, top, tone in ((-34, -42, 0.82), (34, -42, 0.82), (-20, -58, 0.92), (20, -58, 0.92), (0, -66, 1)):
        p.poly([(0, -20), (dx * 0.9 - 9, top + 17), (dx, top), (dx * 0.9 + 9, top + 17)], shade(bloom, tone))
    p.ellipse(0, -24, 9, 6, GOLD)
    p.pie(0, -24, 42, 24, 0, 180, TEAL)
    p.ellipse(0, -24, 42, 3.5, shade(TEAL, 1.3))
