"""Books, papers, medicine, play, sport and office: what the other doors of a Kiez show."""

from random import Random

from .canvas import Pen
from .motifs import motif
from .palette import (
    BLUE,
    BOOKS,
    BRICK,
    CREAM,
    DARK_WOOD,
    DEEP_LEAF,
    GOLD,
    INK,
    LEAF,
    LINE,
    LIT,
    NAVY,
    PAPER,
    PLATE,
    PLUM,
    RED,
    ROSE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)  # fmt: skip


@motif("books", "Stapeln von Büchern")
def books(p: Pen, rng: Random) -> None:
    x = -48.0
    while x < 4:
        w, h = rng.choice([7, 9, 11]), rng.choice([48, 56, 64])
        colour = rng.choice(BOOKS)
        p.rect(x, -h, x + w, 0, colour)
        p.rect(x, -h + 8, x + w, -h + 11, shade(colour, 0.65))
        x += w + 0.6
    p.poly([(x, -3), (x + 8, 0), (x + 28, -54), (x + 20, -58)], rng.choice(BOOKS))
    for i in range(3):
        p.rect(22 - i, -10 - i * 10, 50 - i * 3, -i * 10 - 0.6, BOOKS[(i * 3 + int(-x)) % len(BOOKS)], r=1)


@motif("papers", "Zeitungen im Ständer")
def papers(p: Pen, rng: Random) -> None:
    for y in (0, -34, -68):
        for x in (-27, 0, 27):
            p.rect(x - 12, y - 31, x + 12, y - 4, rng.choice([WHITE, PAPER, "#efe3cf"]))
            p.rect(x - 10, y - 28, x + 10, y - 24, rng.choice([RED, INK, PLATE]))
            p.rect(x - 10, y - 21, x, y - 12, rng.choice([STEEL, BLUE, ROSE]))
            for dy in (-20, -16, -12):
                p.line([(x + 2, y + dy), (x + 10, y + dy)], STEEL, 1.2)
        p.rect(-44, y - 6, 44, y, STEEL, r=1)


@motif("paper", "Heften und Briefumschlägen")
def paper(p: Pen, rng: Random) -> None:
    colours = [RED, BLUE, GOLD, TEAL, ROSE, PLUM]
    rng.shuffle(colours)
    for i in range(5):
        p.rect(-46 + i % 2 * 4, -8 - i * 8, 2 + i % 2 * 4, -1 - i * 8, colours[i], r=1)
    p.poly([(10, 0), (46, 0), (38, -66), (18, -66)], colours[5])
    p.poly([(14, -60), (42, -60), (34, -84), (22, -84)], CREAM)
    for k in range(3):
        p.circle(28, -16 - k * 18, 5, CREAM)
    p.rect(-38, -66, -2, -43, WHITE)
    p.line([(-38, -66), (-20, -53), (-2, -66)], LINE, 2)


@motif("pens", "Stiften im Becher")
def pens(p: Pen, rng: Random) -> None:
    for x, lean in ((-12, -10), (-4, -3), (4, 4), (12, 12)):
        colour = rng.choice([RED, PLATE, GOLD, TEAL, BRICK])
        p.line([(x, -30), (x + lean, -76)], colour, 6, rounded=False)
        p.poly([(x + lean - 3, -75), (x + lean + 3, -75), (x + lean * 1.2, -88)], CREAM)
    p.rect(-22, -42, 22, 0, rng.choice([NAVY, BRICK]), r=3)
    p.rect(-22, -30, 22, -22, CREAM)
    p.poly([(28, 0), (50, 0), (50, -10), (28, -10)], ROSE)


@motif("frames", "Bildern in Rahmen")
def frames(p: Pen, rng: Random) -> None:
    for x, y, w, h in ((-26, -6, 44, 62), (27, -30, 40, 34), (27, -4, 40, 22)):
        p.rect(x - w / 2, y - h, x + w / 2, y, rng.choice([DARK_WOOD, GOLD, INK]))
        sky, land = rng.choice([("#e9d3a8", BRICK), (BLUE, CREAM), (ROSE, PLUM), ("#cfd8c4", DEEP_LEAF), (GOLD, TEAL)])
        p.rect(x - w / 2 + 4, y - h + 4, x + w / 2 - 4, y - 4, sky)
        p.rect(x - w / 2 + 4, y - h * 0.42, x + w / 2 - 4, y - 4, land)
        p.circle(x + w * 0.18, y - h * 0.62, h * 0.12, WHITE)


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


@motif("mirror", "Spiegel und Frisierstuhl")
def mirror(p: Pen, rng: Random) -> None:
    p.ellipse(-20, -60, 25, 34, GOLD)
    p.ellipse(-20, -60, 21, 30, "#d7e3e4")
    p.poly([(-32, -52), (-14, -80), (-9, -76), (-28, -46)], WHITE)
    seat = rng.choice([RED, TEAL, PLUM])
    p.rect(24, -20, 30, -4, STEEL)
    p.rect(12, -4, 42, 0, STEEL, r=2)
    p.rect(8, -32, 44, -20, seat, r=4)
    p.rect(34, -70, 46, -26, seat, r=5)
    p.rect(-44, -14, 2, -8, DARK_WOOD)
    for x, c in ((-36, ROSE), (-24, BLUE), (-12, GOLD)):
        p.rect(x - 3, -28, x + 3, -14, c, r=1)


@motif("barber", "einer Barbierstange und Rasierpinsel")
def barber(p: Pen, rng: Random) -> None:
    p.rect(-42, -96, -18, -88, STEEL, r=3)
    p.rect(-40, -88, -20, -10, WHITE)
    for k, c in enumerate((RED, PLATE, RED, PLATE)):
        y = -24 - k * 18
        p.poly([(-40, y), (-20, y - 14), (-20, y - 4), (-40, y + 10)], c)
    p.rect(-42, -10, -18, 0, STEEL, r=3)
    p.pie(10, -26, 20, 28, 0, 180, rng.choice([BLUE, TEAL]))
    p.ellipse(10, -27, 20, 6, WHITE)
    p.rect(31, -26, 41, 0, DARK_WOOD, r=3)
    p.poly([(32, -26), (40, -26), (45, -56), (27, -56)], CREAM)


@motif("pharmacy", "Apothekergefäßen und Mörser")
def pharmacy(p: Pen, rng: Random) -> None:
    for x, h, c in ((-37, 58, TEAL), (-12, 48, rng.choice([BLUE, BRICK]))):
        p.rect(x - 12, -h, x + 12, 0, WHITE, r=4)
        p.rect(x - 12, -h + 18, x + 12, -h + 34, c)
        p.rect(x - 8, -h - 8, x + 8, -h + 1, c, r=3)
        p.circle(x, -h - 10, 4, c)
    p.line([(28, -36), (46, -66)], STEEL, 7)
    p.pie(26, -36, 22, 34, 0, 180, "#5b7f6a")
    p.rect(14, -6, 38, 0, "#5b7f6a", r=2)
    p.rect(3, -40, 49, -34, shade("#5b7f6a", 1.25), r=2)


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
    for x, y, s in ((-22, -60, 1.0), (26, -44, 0.75)):
        a, b = rng.sample([RED, GOLD, TEAL, PLATE, ROSE, PLUM], 2)
        q = p.at(x, y, s)
        q.poly([(0, -38), (26, 0), (0, 0)], a)
        q.poly([(0, -38), (-26, 0), (0, 0)], b)
        q.poly([(-26, 0), (0, 0), (0, 40)], a)
        q.poly([(26, 0), (0, 0), (0, 40)], b)
        q.line([(0, 40), (8, 52), (-4, 62), (6, 74)], DARK_WOOD, 1.8)
        for ty, tx in ((50, 7), (62, -3)):
            q.poly([(tx - 7, ty - 4), (tx + 7, ty + 4), (tx + 7, ty - 4), (tx - 7, ty + 4)], GOLD)


@motif("speech", "Sprechblasen auf Papier")
def speech(p: Pen, rng: Random) -> None:
    words = [("Hallo", PLATE), ("Merhaba", RED), ("Hola", TEAL), ("Cześć", PLUM), ("Salut", BRICK), ("Hi!", LEAF)]
    rng.shuffle(words)
    for (word, colour), (x, y, w) in zip(words, ((-22, -62, 28), (22, -34, 28), (-22, -10, 26)), strict=False):
        p.rect(x - w, y - 22, x + w, y, colour, r=8)
        p.poly([(x - 8, y - 2), (x + 6, y - 2), (x - 10, y + 10)], colour)
        p.text(x, y - 11.5, word, 12, WHITE, bold=0.03)


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


@motif("desk", "Zeichentisch und Lampe")
def desk(p: Pen, rng: Random) -> None:
    p.line([(-32, -36), (-38, 0)], DARK_WOOD, 4)
    p.line([(32, -36), (38, 0)], DARK_WOOD, 4)
    p.rect(-48, -40, 48, -34, WOOD, r=1)
    p.rect(-8, -74, 34, -46, INK, r=2)
    p.rect(-5, -71, 31, -49, rng.choice([BLUE, TEAL, ROSE]))
    p.rect(9, -46, 17, -40, STEEL)
    p.line([(-36, -40), (-42, -66), (-24, -84)], RED, 3)
    p.poly([(-34, -80), (-20, -92), (-8, -76)], RED)
    for x, c in ((42, LEAF),):
        p.rect(x - 6, -50, x + 6, -40, BRICK, r=1)
        p.petals(x, -58, 5, 6, 5, c)


@motif("files", "Aktenordnern")
def files(p: Pen, rng: Random) -> None:
    colours = [RED, BLUE, LEAF, GOLD, PLUM, TEAL]
    rng.shuffle(colours)
    for i, x in enumerate((-40, -24, -8, 8)):
        p.rect(x - 7.5, -62, x + 7.5, 0, colours[i], r=1)
        p.rect(x - 5, -52, x + 5, -34, WHITE)
        p.ring(x, -12, 4, shade(colours[i], 0.6), 2)
    p.rect(24, -22, 46, 0, BRICK, r=2)
    p.rect(28, -58, 42, -20, DEEP_LEAF, r=7)
    p.rect(18, -44, 26, -30, DEEP_LEAF, r=4)
    p.rect(22, -36, 30, -31, DEEP_LEAF)


@motif("washers", "Waschmaschinen")
def washers(p: Pen, rng: Random) -> None:
    for x in (-26, 26):
        p.rect(x - 24, -64, x + 24, 0, WHITE, r=4)
        p.rect(x - 24, -64, x + 24, -52, "#d7dcda", r=4)
        p.circle(x - 14, -58, 3, RED)
        p.rect(x, -60, x + 18, -56, STEEL, r=1)
        p.circle(x, -27, 18, STEEL)
        p.circle(x, -27, 14, "#8fb4c4")
        p.pie(x, -27, 14, 14, 10, 190, rng.choice([PLUM, RED, GOLD, TEAL]))


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


@motif("scales", "einer Waage und Gesetzbüchern")
def scales(p: Pen, rng: Random) -> None:
    p.rect(-14, -2, 26, 0, GOLD)
    p.rect(-8, -6, 20, -1, GOLD, r=2)
    p.rect(3.5, -88, 8.5, -4, GOLD)
    p.line([(-30, -78), (42, -84)], GOLD, 4)
    for x, y in ((-30, -78), (42, -84)):
        p.line([(x - 13, y + 36), (x, y), (x + 13, y + 36)], STEEL, 1.6)
        p.pie(x, y + 36, 16, 12, 0, 180, GOLD)
    for i in range(3):
        p.rect(-50, -9 - i * 9, -18 - i, -i * 9 - 1, (RED, NAVY, TEAL)[i], r=1)


@motif("parcel", "Paketen")
def parcel(p: Pen, rng: Random) -> None:
    for x, y, w, h in ((-22, 0, 46, 40), (27, 0, 40, 30), (-16, -40, 36, 26), (28, -30, 30, 22)):
        card = rng.choice(["#c79a63", "#b5864f", "#d3ad79"])
        p.rect(x - w / 2, y - h, x + w / 2, y, card, r=1)
        p.rect(x - 3, y - h, x + 3, y, shade(card, 0.8))
        p.rect(x + w / 2 - 13, y - h + 5, x + w / 2 - 4, y - h + 12, WHITE)


@motif("cards", "Spielkarten und Würfeln")
def cards(p: Pen, rng: Random) -> None:
    for x, lean, colour in ((-30, -10, INK), (-10, -2, RED), (10, 7, INK)):
        p.poly([(x - 14, 0), (x + 14, 0), (x + 14 + lean, -52), (x - 14 + lean, -52)], WHITE)
        p.line([(x - 14, 0), (x - 14 + lean, -52)], LINE, 1.5)
        cx, cy = x + lean / 2, -26
        p.poly([(cx - 8, cy), (cx, cy - 12), (cx + 8, cy), (cx, cy + 12)], colour)
    for x, y in ((36, 0), (44, -20)):
        p.rect(x - 9, y - 19, x + 9, y, BRICK, r=3)
        for dx, dy in ((-4, -14), (4, -5), (0, -9.5)):
            p.circle(x + dx, y + dy, 1.7, WHITE)


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
