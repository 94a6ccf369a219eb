"""Scenes in the open: streets by day and night, the square, the market, a yard, the field."""

from random import Random

from .canvas import WIDTH, Sheet
from .catalogue import MOTIFS
from .outside import cargo_bike
from .palette import (
    CREAM,
    DARK_WOOD,
    GOLD,
    INK,
    LEAF,
    LIT,
    NIGHT,
    PAVEMENT,
    PLATE,
    RED,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
)
from .people import person
from .scene import scene
from .street import (
    EVENING,
    bulbs,
    bunting,
    church,
    crowd,
    greenery,
    houses,
    lamp_post,
    pavement,
    stall,
    tree,
)

DUSK = "#2b3550"
NIGHT_STONE = "#4b4a50"


@scene("lanterns", "Abend in einer Straße mit leuchtenden Schaufenstern, davor Menschen und eine Lichterkette.")
def lanterns(rng: Random) -> Sheet:
    sheet = Sheet(DUSK)
    p = sheet.pen
    p.circle(1330, 150, 60, CREAM)
    houses(p, rng, 930, scheme=EVENING, scale=1.1)
    pavement(p, 930, NIGHT_STONE)
    bulbs(p, -40, 330, 820, 380)
    bulbs(p, 780, 380, 1640, 300)
    lamp_post(p.at(800, 1010, 1.35), lit=True)
    for x, y, s in (
        (170, 1080, 3.9),
        (350, 1110, 2.7),
        (560, 1090, 4.1),
        (1010, 1100, 2.8),
        (1180, 1085, 4.0),
        (1410, 1110, 2.7),
    ):
        hand = person(p.at(x, y, s), rng, pose="hold")
        lx, ly = x + hand[0] * s, y + hand[1] * s
        p.line([(lx, ly), (lx + 50, ly - 50)], WOOD, 6)
        p.line([(lx + 50, ly - 50), (lx + 50, ly - 10)], INK, 3)
        p.circle(lx + 50, ly + 24, 36, rng.choice(["#f2a65a", "#e0563f", "#f0c66b", "#7fb5a8"]))
        p.rect(lx + 32, ly - 12, lx + 68, ly - 4, INK)
    return sheet


@scene("courtyard", "Hinterhof mit Wimpelketten, einem Baum, Musik und Menschen an einem langen Tisch.")
def courtyard(rng: Random) -> Sheet:
    sheet = Sheet(SKY)
    p = sheet.pen
    houses(p, rng, 800, scale=1.0, shops=False)
    p.rect(690, 540, 910, 800, INK, r=100)
    p.rect(690, 660, 910, 800, INK)
    p.rect(720, 590, 880, 800, LIT, r=76)
    p.rect(720, 700, 880, 800, LIT)
    pavement(p, 800, "#c9bda4")
    greenery(p, 0, 400, 800)
    greenery(p, 1240, 1600, 800)
    tree(p.at(1370, 900, 1.45), rng)
    bunting(p, -20, 230, 800, 300)
    bunting(p, 800, 300, 1640, 200)
    for k, x in enumerate((300, 470, 640, 810, 980)):
        person(p.at(x, 1120, 4.3), rng, seated=True, pose=("hold", "crossed", "wave", "hold", "pockets")[k])
    p.rect(190, 935, 1090, 962, "#c99f6c", r=4)
    for x in (250, 1030):
        p.line([(x - 20, 962), (x + 20, 1110)], DARK_WOOD, 14)
        p.line([(x + 20, 962), (x - 20, 1110)], DARK_WOOD, 14)
    for x, thing, s in (
        (300, "soup", 1.0),
        (470, "cup", 0.8),
        (640, "pot", 1.4),
        (830, "bread", 1.1),
        (990, "soup", 1.0),
    ):
        MOTIFS[thing].draw(p.at(x, 936, s), rng)
    x, y, s = 1280, 1120, 4.6
    hand = person(p.at(x, y, s), rng, pose="hold")
    MOTIFS["violin"].draw(p.at(x + hand[0] * s + 6, y + hand[1] * s + 90, 1.8), rng)
    return sheet


@scene("field", "Weites Feld mit Radfahrerinnen auf der alten Landebahn, Drachen am Himmel, dahinter die Häuser.")
def field(rng: Random) -> Sheet:
    sheet = Sheet("#dfe6e2")
    p = sheet.pen
    p.circle(1260, 220, 80, "#f6e3b0")
    houses(p, rng, 650, scale=0.36)
    greenery(p, 0, WIDTH, 640)
    p.rect(0, 655, WIDTH, 1200, "#a9b07a")
    p.poly([(0, 840), (WIDTH, 760), (WIDTH, 1010), (0, 1180)], "#bcb8ad")
    for k in range(5):
        p.poly(
            [
                (80 + k * 330, 998 - k * 30),
                (240 + k * 330, 984 - k * 30),
                (240 + k * 330, 998 - k * 30),
                (80 + k * 330, 1013 - k * 30),
            ],
            WHITE,
        )
    for x, y, s in ((260, 260, 2.0), (620, 170, 1.4), (960, 330, 1.7)):
        MOTIFS["kites"].draw(p.at(x, y + 120, s), rng)
    for x, y, s in ((330, 1080, 3.6), (820, 1000, 3.2), (1290, 950, 2.9)):
        MOTIFS["bicycle"].draw(p.at(x, y, s), rng)
        person(p.at(x - 4 * s, y - 30 * s, s * 1.02), rng, seated=True, pose="hold")
        p.line([(x - 8 * s, y - 68 * s), (x + 10 * s, y - 46 * s), (x, y - 18 * s)], "#2b3a4d", 8 * s)
    for _ in range(30):
        x, y = rng.randrange(0, 1600), rng.choice([rng.randrange(690, 760), rng.randrange(1150, 1195)])
        p.line([(x, y), (x + 6, y - 18)], "#7d8a54", 4)
    return sheet


@scene("vacant", "Eckladen mit leerem Schaufenster und einem Zettel an der Scheibe, davor neugierige Leute.")
def vacant(rng: Random) -> Sheet:
    sheet = Sheet("#c98f5a")
    p = sheet.pen
    p.rect(0, 140, WIDTH, 176, shade("#c98f5a", 1.4))
    p.rect(140, 230, 1460, 1010, "#6f665c")
    p.rect(180, 340, 1000, 880, "#d5dad5")
    p.poly([(180, 700), (180, 520), (420, 340), (560, 340)], "#e6eae5")
    p.rect(584, 340, 598, 880, "#6f665c")
    p.rect(180, 262, 1420, 318, shade("#6f665c", 0.8))
    p.rect(1080, 340, 1380, 1010, "#4d463f")
    p.rect(1120, 390, 1340, 800, "#d5dad5")
    for x, colour, lean in ((270, GOLD, -8), (420, WHITE, 6), (690, "#d98a86", -4), (830, WHITE, 8)):
        p.poly([(x, 480), (x + 110, 480 + lean), (x + 106, 640 + lean), (x - 4, 640)], colour)
        for k in range(4):
            p.line([(x + 18, 516 + k * 28), (x + 88 - k * 8, 516 + k * 28 + lean / 2)], STEEL, 6)
    p.line([(200, 840), (980, 840)], "#b8bdb6", 6)
    pavement(p, 1010)
    crowd(p, rng, [(360, 1130, 5.2), (560, 1140, 5.4), (760, 1125, 3.5)])
    hand = person(p.at(1200, 1090, 5.3), rng, pose="hold")
    MOTIFS["keys"].draw(p.at(1200 + hand[0] * 5.3 + 34, 1090 + hand[1] * 5.3 + 86, 1.1), rng)
    return sheet


@scene("square", "Der runde Platz mit Kirche und Bäumen, darunter Menschen und ein Marktstand.")
def square(rng: Random) -> Sheet:
    sheet = Sheet(SKY)
    p = sheet.pen
    houses(p, rng, 760, scale=0.62)
    church(p.at(800, 800, 0.82))
    p.rect(0, 760, WIDTH, 1200, PAVEMENT)
    p.ellipse(800, 900, 760, 150, shade(PAVEMENT, 0.86))
    p.ellipse(800, 880, 700, 126, "#a9b07a")
    p.ellipse(800, 850, 330, 56, "#d8cba9")
    for x, y, s in ((260, 860, 0.9), (480, 800, 0.72), (1130, 800, 0.74), (1350, 865, 0.95)):
        tree(p.at(x, y, s), rng, leaf=rng.choice([LEAF, "#7d9a4f", "#4f7350"]))
    stall(p.at(1180, 1120, 0.82), rng, "flowers", RED)
    crowd(p, rng, [(240, 1110, 3.6), (400, 1130, 3.7), (640, 1000, 2.7), (760, 1140, 3.8), (930, 1010, 2.6)])
    return sheet


@scene("market", "Marktstände mit gestreiften Dächern vor Altbauten, Menschen kaufen ein.")
def market(rng: Random) -> Sheet:
    sheet = Sheet(SKY)
    p = sheet.pen
    houses(p, rng, 800, scale=0.85)
    pavement(p, 800)
    for x, goods, colour in ((270, "fruit", RED), (800, "bread", TEAL), (1330, "flowers", PLATE)):
        stall(p.at(x, 1010, 1.2), rng, goods, colour)
    crowd(p, rng, [(470, 1150, 4.4), (620, 1165, 3.0), (1080, 1150, 4.5)])
    return sheet


@scene("night", "Straße bei Nacht: Die Läden im Erdgeschoss leuchten, zwei Menschen gehen heim.")
def night(rng: Random) -> Sheet:
    sheet = Sheet(NIGHT)
    p = sheet.pen
    for _ in range(34):
        p.circle(rng.randrange(0, WIDTH), rng.randrange(0, 300), rng.choice([2.5, 3.5]), CREAM)
    p.circle(300, 130, 56, CREAM)
    p.circle(326, 116, 50, NIGHT)
    houses(p, rng, 960, scheme=(0.4, 0.2), scale=1.25)
    pavement(p, 960, "#3b3c46")
    for x in (330, 1240):
        p.ellipse(x, 1040, 210, 34, "#6d6650")
        lamp_post(p.at(x, 1040, 1.3), lit=True)
    person(p.at(700, 1110, 4.5), rng, pose="pockets")
    person(p.at(850, 1115, 4.6), rng, pose="wave")
    return sheet


@scene("cargobike", "Lastenrad mit voller Kiste fährt an Altbauten und Bäumen vorbei.")
def cargobike(rng: Random) -> Sheet:
    sheet = Sheet(SKY)
    p = sheet.pen
    houses(p, rng, 860, scale=0.95)
    pavement(p, 860)
    tree(p.at(190, 930, 1.25), rng)
    p.rect(0, 1050, WIDTH, 1200, "#8d8a84")
    p.rect(0, 1040, WIDTH, 1058, shade(PAVEMENT, 1.3))
    q = p.at(760, 1150, 6.2)
    cargo_bike(q, rng)
    rider = q.at(-31, -40, 1.12)
    person(rider, rng, pose="hold", seated=True)
    q.line([(-33, -84), (-22, -62), (-16, -26)], "#2b3a4d", 9)
    q.rect(-24, -26, -8, -20, INK, r=2)
    return sheet
