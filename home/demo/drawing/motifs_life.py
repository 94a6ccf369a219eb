"""Plants, animals, play, sport and stage."""

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
    LIT,
    PLATE,
    PLUM,
    RED,
    ROSE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)


@motif("vase", "einer Vase mit Zweigen")
def vase(p: Pen, rng: Random) -> None:
    glaze, bloom = rng.choice([(BLUE, ROSE), (CREAM, RED), (TEAL, GOLD), (BRICK, CREAM)])
    for lean, top in ((-26, -84), (-9, -98), (10, -92), (27, -78)):
        p.line([(0, -44), (lean * 0.6, -66), (lean, top)], DEEP_LEAF, 2.4)
        p.petals(lean, top, 5, 5, 4, bloom)
        p.circle(lean, top, 3, GOLD if bloom != GOLD else WHITE)
        p.ellipse(lean * 0.7, -64, 6, 3.4, LEAF)
    p.ellipse(0, -22, 20, 22, glaze)
    p.rect(-9, -52, 9, -34, glaze)
    p.rect(-12, -54, 12, -49, shade(glaze, 0.8), r=2)


@motif("flowers", "Eimern voller Schnittblumen")
def flowers(p: Pen, rng: Random) -> None:
    blooms = [RED, ROSE, GOLD, WHITE, PLUM, "#e08a2c"]
    rng.shuffle(blooms)
    for i, x in enumerate((-33, 0, 33)):
        for dx, dy in ((-12, -52), (0, -62), (12, -53), (-7, -72), (7, -75)):
            p.line([(x, -30), (x + dx, dy)], DEEP_LEAF, 2)
            p.petals(x + dx, dy, 6, 4.6, 3.8, blooms[i])
            p.circle(x + dx, dy, 3, GOLD if blooms[i] != GOLD else BRICK)
        p.ellipse(x - 10, -38, 5, 9, LEAF)
        p.ellipse(x + 10, -38, 5, 9, LEAF)
        p.poly([(x - 14, -36), (x + 14, -36), (x + 10, 0), (x - 10, 0)], STEEL)
        p.rect(x - 15, -38, x + 15, -33, shade(STEEL, 1.3), r=1)


@motif("seedlings", "Setzlingen in der Kiste")
def seedlings(p: Pen, rng: Random) -> None:
    for x in (-36, -18, 0, 18, 36):
        h = rng.choice([44, 54, 64])
        p.line([(x, -22), (x, -h)], DEEP_LEAF, 2.4)
        for k in range(3):
            y = -h + k * 9
            p.ellipse(x - 6, y, 7, 3.6, LEAF)
            p.ellipse(x + 6, y - 3, 7, 3.6, shade(LEAF, 1.2))
        if rng.random() < 0.6:
            p.circle(x + 3, -h + 14, 4.4, RED)
    p.rect(-50, -26, 50, 0, WOOD, r=2)
    p.line([(-50, -13), (50, -13)], DARK_WOOD, 1.6, rounded=False)


@motif("cradle", "einer Wiege")
def cradle(p: Pen, rng: Random) -> None:
    blanket = rng.choice([GOLD, ROSE, BLUE, LEAF])
    p.arc(0, -36, 50, 36, 25, 155, DARK_WOOD, 5)
    p.pie(-18, -46, 26, 34, 180, 360, shade(CREAM, 0.92))
    p.circle(-18, -48, 9, "#c68d62")
    p.poly([(-44, -46), (44, -46), (36, -12), (-36, -12)], WOOD)
    p.rect(-4, -54, 42, -40, blanket, r=6)
    for x in (-24, -8, 8, 24):
        p.line([(x, -40), (x * 0.85, -16)], DARK_WOOD, 2)
    p.line([(20, -98), (20, -80)], INK, 1.6)
    for dx, c in ((-9, RED), (0, GOLD), (9, PLATE)):
        p.circle(20 + dx, -76, 4.6, c)


@motif("ball", "einem großen Gymnastikball")
def ball(p: Pen, rng: Random) -> None:
    colour = rng.choice([RED, BLUE, TEAL, GOLD])
    p.circle(-12, -34, 34, colour)
    for rx in (12, 24):
        p.arc(-12, -34, rx, 33, 270, 90, shade(colour, 0.78), 2.4)
    p.ellipse(-25, -50, 7, 5, shade(colour, 1.45))
    p.rect(26, -8, 50, -2, INK, r=2)
    for x in (27, 49):
        p.rect(x - 4, -14, x + 4, 4, STEEL, r=3)


@motif("mats", "gerollten Matten")
def mats(p: Pen, rng: Random) -> None:
    colours = [PLUM, TEAL, BRICK, BLUE, LEAF]
    rng.shuffle(colours)
    for i, (x, y) in enumerate(((-32, -15), (0, -15), (32, -15), (-16, -42), (16, -42))):
        p.circle(x, y, 15.5, colours[i])
        p.ring(x, y, 10.5, shade(colours[i], 1.35), 2)
        p.ring(x, y, 5, shade(colours[i], 1.35), 2)
    p.rect(-50, -1, 50, 1, DARK_WOOD)


@motif("masks", "zwei Theatermasken")
def masks(p: Pen, rng: Random) -> None:
    for x, y, colour, smile in ((-20, -56, CREAM, True), (22, -40, rng.choice([GOLD, ROSE]), False)):
        p.pie(x, y - 14, 25, 20, 180, 360, colour)
        p.pie(x, y - 14, 25, 44, 0, 180, colour)
        for side in (-1, 1):
            p.pie(x + side * 10, y - 6, 6, 6, 180, 360, INK)
        if smile:
            p.pie(x, y + 6, 12, 12, 0, 180, INK)
        else:
            p.pie(x, y + 18, 11, 11, 180, 360, INK)
    p.line([(-44, -66), (-50, -30)], RED, 3)
    p.line([(46, -50), (50, -14)], RED, 3)


@motif("spotlight", "einem Scheinwerfer")
def spotlight(p: Pen, rng: Random) -> None:
    p.poly([(-6, -62), (10, -78), (52, -30), (14, 0), (-20, 0)], LIT)
    p.line([(-30, -98), (-22, -70)], STEEL, 4)
    p.poly([(-44, -84), (-24, -98), (12, -76), (-8, -56)], INK)
    p.line([(-8, -56), (12, -76)], GOLD, 5)


@motif("blocks", "Bauklötzen")
def blocks(p: Pen, rng: Random) -> None:
    colours = [RED, GOLD, BLUE, LEAF, PLUM, BRICK]
    rng.shuffle(colours)
    for i, (x, y) in enumerate(((-34, 0), (-6, 0), (22, 0), (-20, -28), (8, -28))):
        p.rect(x - 13.5, y - 27.5, x + 13.5, y, colours[i], r=2)
        p.frame(x - 9.5, y - 23.5, x + 9.5, y - 4, shade(colours[i], 1.4), 2, r=1)
    p.poly([(-26, -56), (14, -56), (-6, -82)], colours[5])
    p.circle(42, -8, 8, GOLD)


@motif("kites", "bunten Drachen")
def kites(p: Pen, rng: Random) -> None:
    for x, y, s in ((-22, -68, 1.0), (26, -50, 0.75)):
        a, b = rng.sample([RED, GOLD, TEAL, PLATE, ROSE, PLUM], 2)
        q = p.at(x, y, s)
        q.poly([(0, -38), (26, 0), (0, 0)], a)
        q.poly([(0, -38), (-26, 0), (0, 0)], b)
        q.poly([(-26, 0), (0, 0), (0, 40)], a)
        q.poly([(26, 0), (0, 0), (0, 40)], b)
        q.line([(0, 40), (8, 52), (-4, 62), (6, 74)], DARK_WOOD, 1.8)
        for ty, tx in ((50, 7), (62, -3)):
            q.poly([(tx - 7, ty - 4), (tx + 7, ty + 4), (tx + 7, ty - 4), (tx - 7, ty + 4)], GOLD)


@motif("toys", "Kreiseln und einer Holzbahn")
def toys(p: Pen, rng: Random) -> None:
    for x, y, s in ((-32, 0, 1.0), (36, 0, 0.75)):
        a, b = rng.sample([RED, GOLD, PLATE, TEAL, ROSE], 2)
        q = p.at(x, y, s)
        q.line([(0, -62), (0, -36)], DARK_WOOD, 4)
        q.poly([(-24, -36), (24, -36), (0, 0)], a)
        q.ellipse(0, -36, 24, 7, b)
    p.rect(-12, -24, 12, -8, RED, r=2)
    p.rect(2, -38, 12, -20, PLATE, r=1)
    p.rect(-10, -34, -5, -22, INK)
    for x in (-7, 6):
        p.circle(x, -6, 6, INK)
    p.circle(-4, -62, 12, GOLD)
    p.petals(-4, -62, 5, 7, 3, RED)


@motif("gloves", "Boxhandschuhen")
def gloves(p: Pen, rng: Random) -> None:
    colour = rng.choice([RED, PLATE, "#2f4a3c"])
    p.line([(-22, -70), (0, -96), (22, -66)], CREAM, 3)
    for x, flip in ((-22, False), (24, True)):
        q = p.at(x, 0, mirrored=flip)
        q.rect(-16, -70, 12, -54, CREAM, r=3)
        q.rect(-21, -56, 16, -8, colour, r=15)
        q.ellipse(16, -40, 9, 14, shade(colour, 0.82))
        q.ellipse(-9, -28, 5, 9, shade(colour, 1.35))


@motif("dog", "einem frisch gebürsteten Hund")
def dog(p: Pen, rng: Random) -> None:
    coat = rng.choice([WHITE, "#a5682f", "#4a3a30", STEEL])
    collar = rng.choice([RED, PLATE, GOLD])
    p.line([(-30, -22), (-44, -44)], coat, 8)
    p.ellipse(-8, -22, 28, 22, coat)
    for x in (-24, 6):
        p.rect(x - 6, -16, x + 6, 0, shade(coat, 0.88), r=4)
    p.rect(6, -62, 26, -20, coat, r=9)
    p.ellipse(20, -66, 18, 17, coat)
    p.ellipse(36, -60, 11, 8, shade(coat, 1.2))
    p.ellipse(8, -62, 8, 16, shade(coat, 0.72))
    p.circle(46, -62, 3.6, INK)
    p.circle(25, -71, 2.4, INK)
    p.rect(7, -48, 27, -42, collar, r=2)


@motif("cat", "einer Katze auf dem Kissen")
def cat(p: Pen, rng: Random) -> None:
    coat = rng.choice(["#c9803f", "#3a3534", STEEL, "#8a6a4c"])
    p.rect(-46, -14, 46, 0, rng.choice([RED, TEAL, PLATE]), r=7)
    p.arc(20, -30, 26, 22, 280, 90, coat, 8)
    p.ellipse(0, -34, 24, 24, coat)
    p.circle(-4, -68, 18, coat)
    for side in (-1, 1):
        p.poly([(-4 + side * 17, -70), (-4 + side * 15, -94), (-4 + side * 3, -82)], coat)
        p.circle(-4 + side * 7, -70, 2.6, LIT)
        p.rect(-6 + side * 8, -22, 4 + side * 8, -11, shade(coat, 1.25), r=4)
    p.poly([(-7, -63), (-1, -63), (-4, -60)], ROSE)
    for y in (-62, -58):
        p.line([(-28, y), (-12, y + 1)], CREAM, 1)
        p.line([(20, y), (4, y + 1)], CREAM, 1)
