"""Books, papers, medicine, mirrors and office things."""

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
)


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


@motif("speech", "Sprechblasen auf Papier")
def speech(p: Pen, rng: Random) -> None:
    words = [("Hallo", PLATE), ("Merhaba", RED), ("Hola", TEAL), ("Cześć", PLUM), ("Salut", BRICK), ("Hi!", LEAF)]
    rng.shuffle(words)
    for (word, colour), (x, y, w) in zip(words, ((-22, -62, 28), (22, -34, 28), (-22, -10, 26)), strict=False):
        p.rect(x - w, y - 22, x + w, y, colour, r=8)
        p.poly([(x - 8, y - 2), (x + 6, y - 2), (x - 10, y + 10)], colour)
        p.text(x, y - 11.5, word, 12, WHITE, bold=0.03)


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
