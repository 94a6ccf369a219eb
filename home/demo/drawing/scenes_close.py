"""Scenes seen from near: tables, counters, walls, windows and doors."""

from random import Random

from .canvas import WIDTH, Sheet
from .catalogue import MOTIFS
from .palette import (
    BRICK,
    CREAM,
    DARK_WOOD,
    FACADES,
    GLASS,
    GOLD,
    INK,
    LEAF,
    LIT,
    PLATE,
    PLUM,
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
    crowd,
    house,
    pavement,
    round_table,
)


@scene("bags", "Bunte Stoffbeutel mit lachendem Henkel hängen an einer Hakenleiste.")
def bags(rng: Random) -> Sheet:
    sheet = Sheet("#a8b59a")
    p = sheet.pen
    for x in range(0, WIDTH, 160):
        p.rect(x, 0, x + 4, 960, shade("#a8b59a", 0.95))
    p.rect(60, 190, 1540, 250, WOOD, r=6)
    cloths = [CREAM, TEAL, BRICK, GOLD, PLUM, PLATE, RED]
    rng.shuffle(cloths)
    for k in range(5):
        x, h, cloth = 220 + k * 290, rng.choice([430, 480, 520]), cloths[k]
        mark = INK if cloth in (CREAM, GOLD) else CREAM
        p.circle(x, 222, 17, DARK_WOOD)
        for side in (-1, 1):
            p.line([(x, 222), (x + side * 66, 360)], shade(cloth, 0.8), 18)
        p.poly([(x - 116, 350), (x + 116, 350), (x + 128, 350 + h), (x - 128, 350 + h)], cloth)
        p.rect(x - 116, 350, x + 116, 374, shade(cloth, 0.84))
        for patch in range(3):
            px, py = x - 90 + patch * 62, 350 + h - 120 + (patch % 2) * 20
            p.rect(px, py, px + 54, py + 54, cloths[(k + patch + 1) % 7])
        for side in (-34, 34):
            p.circle(x + side, 470, 12, mark)
        p.arc(x, 480, 62, 56, 20, 160, mark, 14)
    p.rect(0, 960, WIDTH, 1200, "#c99f6c")
    p.rect(0, 960, WIDTH, 976, shade("#c99f6c", 1.25))
    MOTIFS["scissors"].draw(p.at(420, 1110, 2.0), rng)
    MOTIFS["fabric"].draw(p.at(1180, 1120, 2.4), rng)
    return sheet


@scene("exhibition", "Passanten betrachten ein Schaufenster, in dem große Bilder hängen.")
def exhibition(rng: Random) -> Sheet:
    sheet = Sheet("#9db0b6")
    p = sheet.pen
    p.rect(0, 0, WIDTH, 70, shade("#9db0b6", 1.4))
    p.rect(110, 130, 1490, 1010, "#2c2d33")
    p.rect(150, 170, 1450, 930, "#fff3d2")
    for x0, y0, x1, y1, sky, land in (
        (220, 250, 500, 620, "#e9d3a8", BRICK),
        (560, 230, 950, 500, "#4a76a8", CREAM),
        (560, 560, 740, 780, "#d98a86", PLUM),
        (790, 560, 950, 780, GOLD, TEAL),
        (1020, 260, 1370, 690, "#cfd8c4", "#3f5f44"),
    ):
        p.rect(x0, y0, x1, y1, rng.choice([DARK_WOOD, INK, GOLD]))
        p.rect(x0 + 16, y0 + 16, x1 - 16, y1 - 16, sky)
        middle = y0 + (y1 - y0) * rng.choice([0.5, 0.6, 0.66])
        p.poly(
            [
                (x0 + 16, y1 - 16),
                (x0 + 16, middle),
                ((x0 + x1) / 2, middle - 40),
                (x1 - 16, middle + 20),
                (x1 - 16, y1 - 16),
            ],
            land,
        )
        p.circle(x0 + (x1 - x0) * rng.choice([0.3, 0.7]), y0 + (y1 - y0) * 0.3, (x1 - x0) * 0.09, WHITE)
    p.rect(792, 170, 808, 930, "#2c2d33")
    pavement(p, 1010)
    crowd(p, rng, [(330, 1120, 5.3), (520, 1130, 3.4), (1010, 1120, 5.2), (1210, 1135, 5.4)])
    return sheet


@scene("cups", "Gestapelte Pfandbecher in vielen Farben auf einem Tresen.")
def cups(rng: Random) -> Sheet:
    sheet = Sheet("#e2d3b3")
    p = sheet.pen
    for y in range(0, 860, 96):
        for x in range(-(y // 96 % 2) * 70, WIDTH, 140):
            p.frame(x, y, x + 136, y + 92, shade("#e2d3b3", 0.95), 3)
    p.rect(0, 900, WIDTH, 1200, DARK_WOOD)
    p.rect(0, 890, WIDTH, 930, WOOD)
    colours = [TEAL, BRICK, GOLD, PLATE, PLUM, RED, LEAF]
    for k, x in enumerate((180, 400, 620)):
        for n in range(5 - k % 2 * 2):
            y, colour = 890 - n * 62, rng.choice(colours)
            p.poly([(x - 84, y - 170), (x + 84, y - 170), (x + 62, y), (x - 62, y)], colour)
            p.rect(x - 92, y - 182, x + 92, y - 160, shade(colour, 1.25), r=8)
    p.rect(820, 560, 1420, 890, "#c79a63")
    p.rect(800, 540, 1440, 580, shade("#c79a63", 0.84))
    for k in range(4):
        x, colour = 900 + k * 146, colours[k]
        p.poly([(x - 62, 540), (x + 62, 540), (x + 74, 400), (x - 74, 400)], colour)
        p.rect(x - 80, 388, x + 80, 410, shade(colour, 1.25), r=8)
    p.rect(930, 650, 1310, 800, WHITE, r=8)
    p.text(1120, 700, "BITTE", 56, INK)
    p.text(1120, 760, "ZURÜCK", 56, INK)
    return sheet


@scene("roundtable", "Sechs Menschen sitzen an einem großen runden Tisch mit Kaffee und Papieren.")
def roundtable(rng: Random) -> Sheet:
    sheet = Sheet("#cdb0a6")
    p = sheet.pen
    p.rect(0, 760, WIDTH, 1200, "#b98a58")
    for k in range(5):
        p.line([(0, 800 + k * 90), (WIDTH, 800 + k * 90)], shade("#b98a58", 0.9), 4)
    for x in (120, 1120):
        p.rect(x, 90, x + 360, 520, WHITE)
        p.rect(x + 18, 108, x + 342, 502, SKY)
        p.rect(x + 172, 108, x + 188, 502, WHITE)
        house(p.at(x + 30, 502, 0.42), rng, 3, rng.choice(FACADES), dim=1.0, lit=0.1, shop=False)
    p.rect(560, 120, 1040, 420, "#2f4a3c", r=6)
    p.frame(560, 120, 1040, 420, WOOD, 14, r=6)
    for k, w in enumerate((300, 220, 260)):
        p.line([(620, 190 + k * 66), (620 + w, 190 + k * 66)], CREAM, 9)
    round_table(p.at(800, 760), rng)
    return sheet


@scene("workbench", "Werkstatt mit Hobelbank: zwei Menschen bei der Arbeit, an der Wand hängt Werkzeug.")
def workbench(rng: Random) -> Sheet:
    sheet = Sheet("#d8b577")
    p = sheet.pen
    for y in range(0, 900, 110):
        p.line([(0, y), (WIDTH, y)], shade("#d8b577", 0.94), 4)
    p.rect(1040, 90, 1500, 560, WHITE)
    p.rect(1064, 114, 1476, 536, SKY)
    p.rect(1262, 114, 1278, 536, WHITE)
    p.rect(1064, 316, 1476, 332, WHITE)
    for x in (240, 560, 860):
        MOTIFS[rng.choice(["tools", "keys"])].draw(p.at(x, 400, 2.6), rng)
    p.rect(0, 940, WIDTH, 1200, "#a87f55")
    person(p.at(520, 1060, 6.0), rng, pose="hold", apron="#2f4a3c")
    person(p.at(1000, 1060, 5.4), rng, pose="hips", apron=CREAM)
    p.rect(180, 760, 1420, 810, "#c99f6c", r=4)
    for x in (240, 1280):
        p.rect(x, 810, x + 80, 1110, WOOD)
    p.rect(240, 960, 1360, 1000, WOOD)
    p.rect(700, 716, 940, 760, DARK_WOOD, r=8)
    p.rect(770, 676, 800, 720, DARK_WOOD, r=8)
    for k in range(7):
        p.arc(1000 + k * 34, 750 - k % 2 * 8, 16, 12, 20, 300, CREAM, 6)
    MOTIFS["chairs"].draw(p.at(330, 762, 2.0), rng)
    return sheet


@scene("menu", "Gedeckter Tisch mit aufgeklappter Speisekarte, Suppe, Tee und Brot.")
def menu(rng: Random) -> Sheet:
    sheet = Sheet("#9db0b6")
    p = sheet.pen
    p.rect(0, 520, WIDTH, 1200, CREAM)
    for x in range(0, WIDTH, 200):
        p.rect(x, 520, x + 100, 1200, shade(CREAM, 0.95))
    for y in range(560, 1200, 200):
        p.rect(0, y, WIDTH, y + 100, shade(RED, 1.72))
    p.poly([(470, 480), (800, 520), (800, 1080), (430, 1030)], WHITE)
    p.poly([(1130, 480), (800, 520), (800, 1080), (1170, 1030)], shade(WHITE, 0.95))
    for k, word in enumerate(("Suppe", "Çorba", "Soup", "Zupa")):
        p.text(620, 610 + k * 110, word, 62, (RED, TEAL, PLATE, PLUM)[k])
        p.line([(880, 612 + k * 110), (1080 - k % 2 * 50, 606 + k * 110)], STEEL, 8)
        p.line([(880, 644 + k * 110), (1010 + k % 2 * 40, 638 + k * 110)], shade(STEEL, 1.4), 8)
    for x, y, thing, s in (
        (230, 800, "soup", 3.6),
        (1380, 820, "tea", 3.6),
        (1330, 1140, "bread", 2.6),
        (250, 1120, "cup", 2.6),
    ):
        MOTIFS[thing].draw(p.at(x, y, s), rng)
    for x in (300, 900, 1350):
        p.line([(x, 0), (x, 150)], INK, 6)
        p.pie(x, 240, 100, 100, 180, 360, BRICK)
        p.pie(x, 240, 40, 40, 0, 180, LIT)
    return sheet


@scene("repair", "Reparaturtisch unter einer Lampe: Schuh, Radio und Werkzeug liegen bereit.")
def repair(rng: Random) -> Sheet:
    sheet = Sheet("#5f6f68")
    p = sheet.pen
    p.poly([(800, 250), (330, 900), (1270, 900)], "#8a958a")
    p.line([(800, 0), (800, 170)], INK, 8)
    p.pie(800, 300, 190, 140, 180, 360, "#c9602f")
    p.pie(800, 300, 70, 60, 0, 180, LIT)
    p.rect(0, 900, WIDTH, 1200, WOOD)
    p.rect(0, 900, WIDTH, 920, shade(WOOD, 1.25))
    person(p.at(800, 1196, 6.6), rng, pose="crossed", apron="#2f4a3c", seated=True)
    p.rect(0, 905, WIDTH, 1200, WOOD)
    p.rect(0, 895, WIDTH, 920, shade(WOOD, 1.25))
    for x, y, thing, s in (
        (230, 950, "radio", 3.2),
        (560, 1080, "shoes", 2.9),
        (1050, 1070, "scissors", 2.4),
        (1360, 960, "lamps", 3.6),
    ):
        MOTIFS[thing].draw(p.at(x, y, s), rng)
    return sheet


@scene("plan", "Plan des Kiezes an der Wand, mit bunten Nadeln besteckt, davor zwei Menschen.")
def plan(rng: Random) -> Sheet:
    sheet = Sheet("#e2d3b3")
    p = sheet.pen
    p.rect(210, 90, 1390, 900, WOOD)
    p.rect(236, 116, 1364, 874, "#e9eadf")
    p.rect(236, 116, 440, 874, "#b9c4a0")
    for k in range(6):
        p.line([(440, 220 + k * 118), (1364, 190 + k * 118)], WHITE, 20, rounded=False)
    for k in range(5):
        p.line([(520 + k * 190, 116), (560 + k * 190, 874)], WHITE, 20, rounded=False)
    p.line([(745, 116), (780, 874)], "#b9c4a0", 34, rounded=False)
    p.circle(762, 470, 76, WHITE)
    p.circle(762, 470, 52, "#b9c4a0")
    for _ in range(60):
        x, y = rng.randrange(470, 1340), rng.randrange(150, 850)
        p.circle(x, y, 13, rng.choice([RED, PLATE, TEAL, GOLD, PLUM, BRICK]))
        p.circle(x - 4, y - 4, 4, WHITE)
    p.rect(0, 1040, WIDTH, 1200, "#b98a58")
    p.rect(0, 1020, WIDTH, 1042, CREAM)
    person(p.at(330, 1150, 6.0), rng, pose="hips")
    person(p.at(1310, 1150, 6.0, mirrored=True), rng, pose="wave")
    return sheet


@scene("plates", "Blaue Emailleschilder mit weißen Hausnummern an einer Ziegelwand.")
def plates(rng: Random) -> Sheet:
    wall = "#b8694d"
    sheet = Sheet(wall)
    p = sheet.pen
    for row, y in enumerate(range(0, 1200, 60)):
        p.rect(0, y, WIDTH, y + 4, shade(wall, 1.18))
        for x in range(-(row % 2) * 75, WIDTH, 150):
            p.rect(x, y, x + 4, y + 60, shade(wall, 1.18))
    numbers = [3, 7, 10, 12, 20, 24, 31, 38, 47, 58]
    rng.shuffle(numbers)
    for k in range(6):
        x, y = 330 + k % 3 * 470, 360 + k // 3 * 480
        p.rect(x - 186, y - 152, x + 186, y + 170, shade(wall, 0.76), r=26)
        p.rect(x - 190, y - 164, x + 190, y + 158, PLATE, r=26)
        p.frame(x - 174, y - 148, x + 174, y + 142, WHITE, 9, r=16)
        p.text(x, y - 2, str(numbers[k]), 200, WHITE, bold=0.035)
        for sx in (-150, 150):
            p.circle(x + sx, y - 3, 11, STEEL)
    return sheet


@scene("door", "Eine offene Ladentür, aus der Licht auf den Gehweg fällt, jemand winkt herein.")
def door(rng: Random) -> Sheet:
    wall = "#a8b59a"
    sheet = Sheet(wall)
    p = sheet.pen
    p.rect(0, 60, WIDTH, 96, shade(wall, 1.4))
    p.rect(520, 200, 1080, 1000, "#2f4a3c")
    p.rect(570, 250, 1030, 1000, LIT)
    p.rect(570, 640, 1030, 1000, shade(LIT, 0.9))
    MOTIFS["books"].draw(p.at(690, 640, 1.6), rng)
    MOTIFS["lamps"].draw(p.at(920, 640, 1.8), rng)
    p.poly([(1030, 250), (1290, 300), (1290, 1060), (1030, 1000)], shade("#2f4a3c", 1.2))
    p.poly([(1070, 320), (1250, 352), (1250, 800), (1070, 780)], GLASS)
    p.circle(1262, 690, 14, GOLD)
    pavement(p, 1000)
    p.poly([(570, 1008), (1030, 1008), (1180, 1200), (420, 1200)], shade(LIT, 1.25))
    person(p.at(760, 1090, 6.2), rng, pose="wave", apron=CREAM)
    p.rect(330, 420, 450, 510, WHITE, r=10)
    p.rect(336, 426, 444, 504, PLATE, r=8)
    p.text(390, 466, "12", 56, WHITE, bold=0.035)
    for x in (300, 1420):
        MOTIFS["herbs"].draw(p.at(x, 1060, 2.6), rng)
    return sheet
