"""The portrait of a business: its shop front, close by, with somebody at the door."""

from random import Random

from ..specs import PictureSpec
from .canvas import WIDTH, Pen, Sheet
from .catalogue import MOTIFS
from .outside import OUTSIDE
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
    WHITE,
    shade,
)
from .people import person
from .street import lamp_post

GROUND, LEFT, RIGHT, TOP = 1030, 130, 1470, 236
SIGN_BOTTOM, GLASS_TOP, GLASS_BOTTOM = 366, 400, 872
DOOR_WIDTH = 262
APRONED = {"bakery", "workshop", "cafe", "beauty"}
AWNINGS = {"bakery": "striped", "cafe": "striped", "kiosk": "striped", "shop": "plain", "beauty": "striped"}


def draw_shop(spec: PictureSpec, rng: Random) -> Sheet:
    wall, wood = FACADES[spec.facade % len(FACADES)], FRONTS[spec.front]
    sheet = Sheet(wall)
    p = sheet.pen
    _wall(p, rng, wall)
    _upper_floor(p, rng, wall)
    _pavement(p, rng)
    door = rng.choice(["left", "right", "right", "left", "middle"])
    _front(p, wood)
    panes, door_x = _layout(door)
    arched = rng.random() < 0.3 and spec.front not in AWNINGS
    for x0, x1 in panes:
        _window(p, rng, spec, wood, x0, x1, arched=arched)
    _door(p, rng, wood, door_x, arched=arched)
    _sign(p, rng, spec.name, wood)
    if spec.front in AWNINGS and rng.random() < 0.85:
        for x0, x1 in panes:
            _awning(p, rng, wood, x0 - 18, x1 + 18, AWNINGS[spec.front])
    _plate(p, 66 if door == "right" else WIDTH - 66, 470, spec.plate)
    _hanging_sign(p, rng, spec, wood, WIDTH - 66 if door == "right" else 66)
    _people_and_things(p, rng, spec, door, door_x)
    return sheet


def _wall(p: Pen, rng: Random, wall: str) -> None:
    joint = shade(wall, 0.93)
    if rng.random() < 0.5:
        for y in range(236, GROUND, 66):
            p.rect(0, y, WIDTH, y + 3, joint)
        for row, y in enumerate(range(236, GROUND, 66)):
            for x in (20 + row % 2 * 50, 1490 + row % 2 * 50):
                p.rect(x, y, x + 3, y + 66, joint)
    p.rect(0, 950, WIDTH, GROUND, shade(wall, 0.72))
    p.rect(0, 944, WIDTH, 952, shade(wall, 0.84))


def _upper_floor(p: Pen, rng: Random, wall: str) -> None:
    trim, dark = shade(wall, 1.45), shade(wall, 0.82)
    count = rng.choice([3, 4, 4])
    boxes = rng.random()
    for i in range(count):
        x = WIDTH * (i + 0.5) / count
        p.rect(x - 92, -20, x + 92, 128, trim)
        p.rect(x - 74, -20, x + 74, 112, LIT if rng.random() < 0.18 else GLASS)
        if rng.random() < 0.5:
            p.poly([(x - 74, -20), (x - 30, -20), (x - 52, 112), (x - 74, 112)], shade(CREAM, 0.94))
        p.rect(x - 5, -20, x + 5, 112, WHITE)
        p.rect(x - 104, 126, x + 104, 144, trim)
        p.rect(x - 104, 144, x + 104, 150, dark)
        if boxes < 0.45:
            p.rect(x - 80, 92, x + 80, 128, BRICK, r=3)
            bloom = rng.choice([RED, GOLD, WHITE, "#d98a86"])
            for k in range(7):
                p.circle(x - 66 + k * 22, 88 - (k % 2) * 10, 17, (LEAF, DEEP_LEAF)[k % 2])
            for k in range(6):
                p.circle(x - 58 + k * 23, 76 + (k % 3) * 7, 7, bloom)
        elif boxes > 0.75:
            for k in range(15):
                p.rect(x - 96 + k * 13.4, 58, x - 93 + k * 13.4, 128, INK)
            p.rect(x - 100, 52, x + 100, 60, INK)
    p.rect(0, 186, WIDTH, 212, trim)
    p.rect(0, 212, WIDTH, 222, dark)


def _pavement(p: Pen, rng: Random) -> None:
    p.rect(0, GROUND, WIDTH, 1200, PAVEMENT)
    p.rect(0, GROUND, WIDTH, GROUND + 8, shade(PAVEMENT, 0.8))
    seam = shade(PAVEMENT, 0.91)
    p.line([(0, 1092), (WIDTH, 1092)], seam, 3)
    shift = rng.randrange(0, 160)
    for x in range(-200, 1900, 190):
        p.line([(800 + (x + shift - 800) * 0.96, GROUND + 8), (800 + (x + shift - 800) * 1.03, 1092)], seam, 3)
        p.line([(800 + (x + shift - 705) * 1.03, 1092), (800 + (x + shift - 705) * 1.12, 1166)], seam, 3)
    p.rect(0, 1160, WIDTH, 1176, shade(PAVEMENT, 1.3))
    p.rect(0, 1176, WIDTH, 1200, shade(PAVEMENT, 0.72))


def _front(p: Pen, wood: str) -> None:
    p.rect(LEFT, TOP, RIGHT, GROUND, wood)
    p.rect(LEFT - 18, TOP - 14, RIGHT + 18, TOP + 8, shade(wood, 0.8))
    p.rect(LEFT, SIGN_BOTTOM, RIGHT, SIGN_BOTTOM + 9, shade(wood, 0.72))
    for x in (LEFT, RIGHT - 26):
        p.rect(x, SIGN_BOTTOM + 9, x + 26, GROUND, shade(wood, 1.1))
        p.rect(x, GROUND - 70, x + 26, GROUND, shade(wood, 0.8))


def _layout(door: str) -> tuple[list[tuple[float, float]], float]:
    """The panes from left to right edge, and the left edge of the door."""
    if door == "middle":
        x = (WIDTH - DOOR_WIDTH) / 2
        return [(LEFT + 46, x - 30), (x + DOOR_WIDTH + 30, RIGHT - 46)], x
    if door == "left":
        return [(LEFT + 46 + DOOR_WIDTH + 44, RIGHT - 46)], LEFT + 46
    return [(LEFT + 46, RIGHT - 46 - DOOR_WIDTH - 44)], RIGHT - 46 - DOOR_WIDTH


def _window(p: Pen, rng: Random, spec: PictureSpec, wood: str, x0: float, x1: float, *, arched: bool) -> None:
    light = "#fff3d2" if spec.front in ("gallery", "office") else LIT
    p.rect(x0 - 12, GLASS_TOP - 12, x1 + 12, GLASS_BOTTOM + 12, shade(wood, 0.72))
    p.rect(x0, GLASS_TOP, x1, GLASS_BOTTOM, light)
    _interior(p, rng, spec, light, x0, x1)
    _display(p, rng, spec, x0, x1)
    # Two slanting strips of lighter glass, left out where they would cross the goods.
    p.poly([(x0, GLASS_TOP), (x0 + 70, GLASS_TOP), (x0, GLASS_TOP + 150)], shade(light, 1.45))
    p.poly(
        [(x1, GLASS_TOP + 60), (x1, GLASS_TOP + 120), (x1 - 88, GLASS_TOP), (x1 - 50, GLASS_TOP)], shade(light, 1.45)
    )
    width = x1 - x0
    for k in range(1, 2 if width < 700 else 3):
        x = x0 + width * k / (2 if width < 700 else 3)
        p.rect(x - 7, GLASS_TOP, x + 7, GLASS_BOTTOM, wood)
    p.rect(x0, GLASS_TOP + 92, x1, GLASS_TOP + 104, wood)
    if arched:
        _arch(p, wood, x0, x1)
    p.rect(x0 - 20, GLASS_BOTTOM + 10, x1 + 20, GLASS_BOTTOM + 28, shade(wood, 1.22))
    step = (width + 24) / max(2, round(width / 260))
    x = x0 - 12
    while x < x1 + 10:
        p.frame(x + 12, GLASS_BOTTOM + 46, x + step - 12, GROUND - 24, shade(wood, 1.18), 5)
        x += step


def _arch(p: Pen, wood: str, x0: float, x1: float) -> None:
    width = x1 - x0
    count = 2 if width < 700 else 3
    for k in range(count):
        a, b = x0 + width * k / count, x0 + width * (k + 1) / count
        for corner, start, centre in ((a, 180, a + 80), (b, 270, b - 80)):
            p.poly([(corner, GLASS_TOP), (centre, GLASS_TOP), (corner, GLASS_TOP + 80)], wood)
            p.pie(centre, GLASS_TOP + 80, 80, 80, start, start + 90, "#fff3d2" if wood == FRONTS["gallery"] else LIT)


def _interior(p: Pen, rng: Random, spec: PictureSpec, light: str, x0: float, x1: float) -> None:
    back, deep = shade(light, 0.93), shade(light, 0.84)
    p.rect(x0, GLASS_TOP + 300, x1, GLASS_BOTTOM, back)
    lamp = rng.choice([INK, RED, PLATE, BRICK, GOLD])
    count = max(2, round((x1 - x0) / 260))
    for k in range(count):
        x = x0 + (x1 - x0) * (k + 0.5) / count
        drop = 150 + (k % 2) * 26
        p.line([(x, GLASS_TOP), (x, GLASS_TOP + drop)], shade(lamp, 0.8), 4)
        p.pie(x, GLASS_TOP + drop + 34, 36, 36, 180, 360, lamp)
        p.pie(x, GLASS_TOP + drop + 34, 15, 15, 0, 180, WHITE)
    if spec.front in ("health", "office"):
        p.rect(x0, GLASS_BOTTOM - 92, x1, GLASS_BOTTOM, "#e9eadf")
        for k in range(0, int(x1 - x0), 44):
            p.rect(x0 + k, GLASS_BOTTOM - 92, x0 + k + 4, GLASS_BOTTOM, "#d6d9cc")
        return
    p.rect(x0, GLASS_TOP + 268, x1, GLASS_TOP + 280, deep)
    x = x0 + 20
    while x < x1 - 40:
        w, h = rng.choice([22, 30, 40, 48]), rng.choice([26, 38, 50])
        if rng.random() < 0.72:
            p.rect(x, GLASS_TOP + 268 - h, x + w, GLASS_TOP + 268, deep, r=4)
        x += w + rng.choice([10, 16, 34])


def _display(p: Pen, rng: Random, spec: PictureSpec, x0: float, x1: float) -> None:
    thing = MOTIFS[spec.motif].draw
    base = GLASS_BOTTOM - (92 if spec.front in ("health", "office") else 30)
    ledge = DARK_WOOD if spec.front not in ("gallery", "health", "office") else "#cfd3c6"
    p.rect(x0, base, x1, base + 12, ledge)
    if base > GLASS_BOTTOM - 60:
        p.rect(x0, base + 12, x1, GLASS_BOTTOM, shade(ledge, 1.18))
    width = x1 - x0
    count = 2 if width < 700 else 3
    for k in range(count):
        x = x0 + width * (k + 0.5) / count
        size = (2.55, 2.2, 2.4)[(k + spec.facade) % 3] * (0.9 if width / count < 260 else 1)
        thing(p.at(x, base, size, mirrored=rng.random() < 0.4), rng)


def _door(p: Pen, rng: Random, wood: str, x: float, *, arched: bool) -> None:
    leaf = rng.choice([shade(wood, 0.84), shade(wood, 1.14), DARK_WOOD])
    right = x + DOOR_WIDTH
    p.rect(x - 12, GLASS_TOP - 12, right + 12, GROUND, shade(wood, 0.62))
    p.rect(x, GLASS_TOP, right, GLASS_TOP + 92, LIT)
    p.rect(x + DOOR_WIDTH / 2 - 4, GLASS_TOP, x + DOOR_WIDTH / 2 + 4, GLASS_TOP + 92, wood)
    p.rect(x, GLASS_TOP + 104, right, GROUND, leaf)
    p.rect(x + 34, GLASS_TOP + 140, right - 34, GROUND - 190, LIT, r=44 if arched else 4)
    p.poly(
        [(x + 34, GLASS_TOP + 320), (x + 34, GLASS_TOP + 250), (x + 140, GLASS_TOP + 140), (x + 184, GLASS_TOP + 140)],
        shade(LIT, 1.45),
    )
    p.frame(x + 34, GROUND - 158, right - 34, GROUND - 34, shade(leaf, 1.25), 5)
    handle = x + 16 if x > WIDTH / 2 else right - 16
    p.rect(handle - 5, GROUND - 330, handle + 5, GROUND - 240, GOLD, r=5)
    p.rect(x - 26, GROUND - 4, right + 26, GROUND + 18, shade(PAVEMENT, 1.3))
    p.rect(x - 26, GROUND + 14, right + 26, GROUND + 22, shade(PAVEMENT, 0.76))


def _sign(p: Pen, rng: Random, name: str, wood: str) -> None:
    ground, letters = rng.choice(
        [(wood, CREAM), (shade(wood, 0.78), GOLD), (CREAM, shade(wood, 0.9)), (wood, WHITE), (wood, LIT)]
    )
    p.rect(LEFT + 26, TOP + 20, RIGHT - 26, SIGN_BOTTOM - 10, ground, r=6)
    if ground != wood:
        p.frame(LEFT + 36, TOP + 30, RIGHT - 36, SIGN_BOTTOM - 20, letters, 3, r=4)
    words = name.upper() if len(name) < 16 and rng.random() < 0.35 else name
    size = min(84.0, 84.0 * (RIGHT - LEFT - 150) / p.text_width(words, 84))
    p.text((LEFT + RIGHT) / 2, (TOP + SIGN_BOTTOM) / 2 + 4, words, size, letters)


def _awning(p: Pen, rng: Random, wood: str, x0: float, x1: float, style: str) -> None:
    top, edge, drop = SIGN_BOTTOM + 4, SIGN_BOTTOM + 96, 30
    main = rng.choice([wood, RED, "#2f4a3c", PLATE, BRICK]) if style == "plain" else wood
    main = shade(main, 1.15)
    count = max(4, round((x1 - x0) / 62))
    step, spread = (x1 - x0) / count, 20
    p.rect(x0 + 8, edge + drop - 6, x1 - 8, edge + drop + 12, shade(wood, 0.6))
    for k in range(count):
        cloth = CREAM if style == "striped" and k % 2 else main
        a, b = x0 + k * step, x0 + (k + 1) * step
        la, lb = a + spread * (2 * k / count - 1), b + spread * (2 * (k + 1) / count - 1)
        p.poly([(a, top), (b, top), (lb, edge), (la, edge)], cloth)
        p.rect(la, edge, lb, edge + drop / 2, shade(cloth, 0.9))
        p.pie((la + lb) / 2, edge + drop / 2, (lb - la) / 2, drop * 0.8, 0, 180, shade(cloth, 0.9))


def _plate(p: Pen, x: float, y: float, number: str) -> None:
    p.rect(x - 50, y - 38, x + 50, y + 38, WHITE, r=9)
    p.rect(x - 46, y - 34, x + 46, y + 34, PLATE, r=7)
    p.text(x, y + 2, number, 48 if len(number) < 3 else 40, WHITE, bold=0.035)


def _hanging_sign(p: Pen, rng: Random, spec: PictureSpec, wood: str, x: float) -> None:
    """Round like the old trade signs, with the goods on it; some houses have a street lamp instead."""
    if rng.random() < 0.35:
        lamp_post(p.at(x, 1130, 1.9), lit=False)
        return
    p.rect(x - 58, 396, x + 58, 404, INK)
    for side in (-30, 30):
        p.line([(x + side, 402), (x + side, 424)], INK, 4)
    p.circle(x, 476, 58, shade(wood, 0.8))
    p.circle(x, 476, 51, CREAM)
    MOTIFS[spec.motif].draw(p.at(x, 508, 0.66), rng)


def _people_and_things(p: Pen, rng: Random, spec: PictureSpec, door: str, door_x: float) -> None:
    apron = rng.choice([CREAM, "#2f4a3c", "#3d2b22", PLATE, WHITE, RED]) if spec.front in APRONED else ""
    centre = door_x + DOOR_WIDTH / 2
    # Standing on the step, a little towards the window, so that the door is still seen as one.
    aside = {"left": 34, "right": -34, "middle": rng.choice([-30, 30])}[door]
    p.ellipse(centre + aside, 1066, 92, 12, shade(PAVEMENT, 0.84))
    person(p.at(centre + aside, 1064, 5.15, mirrored=rng.random() < 0.5), rng, apron=apron, look=spec.owner)
    place = {"left": 1150, "right": 450, "middle": rng.choice([340, 1260])}[door]
    OUTSIDE[spec.outside](p.at(place, 1078, 1.0, mirrored=rng.random() < 0.5), rng)
