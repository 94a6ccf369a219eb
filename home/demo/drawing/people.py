"""People in flat shapes: 100 units tall, feet at the origin."""

from random import Random

from .canvas import Pen
from .palette import CLOTHES, HAIRS, INK, SKINS, WHITE, shade

POSES = ("hips", "crossed", "wave", "pockets", "hold")
HEADS = ("short", "bun", "long", "scarf", "beanie", "bald", "curls", "bob")
LOOKS = {"": HEADS, "woman": ("bun", "long", "scarf", "bob", "curls"), "man": ("short", "bald", "beanie", "curls")}


def person(
    p: Pen, rng: Random, *, pose: str = "", apron: str = "", seated: bool = False, shirt: str = "", look: str = ""
) -> tuple[float, float]:
    """Draws somebody and returns where the free hand is, for what it may hold."""
    pose = pose or rng.choice(POSES)
    skin, hair, shirt = rng.choice(SKINS), rng.choice(HAIRS), shirt or rng.choice(CLOTHES)
    trousers = rng.choice([c for c in ("#2b3a4d", "#3d3a36", "#5a4a3a", "#2f4a3c", "#4b3550") if c != shirt])
    head = rng.choice(LOOKS[look])
    if head in ("long", "bob"):
        _back_hair(p, head, hair)
    if not seated:
        _legs(p, trousers, skirt=rng.random() < 0.25 and look != "man")
    hand = _arms(p, pose, shade(shirt, 0.86), skin, behind=True)
    p.rect(-11.5, -80, 11.5, -41, shirt, r=6)
    p.rect(-11.5, -60, 11.5, -41, shirt)
    p.poly([(-4, -80.4), (4, -80.4), (0, -75)], skin)
    p.rect(-3, -84, 3, -79, shade(skin, 0.9))
    if apron:
        p.rect(-8, -70, 8, -24 if not seated else -41, apron, r=2)
        p.line([(-7.5, -70), (-4.5, -80)], apron, 1.5)
        p.line([(7.5, -70), (4.5, -80)], apron, 1.5)
        p.rect(-4.5, -52, 4.5, -45, shade(apron, 0.88), r=1)
    hand = _arms(p, pose, shade(shirt, 0.86), skin, behind=False) or hand
    _head(p, rng, head, skin, hair)
    return hand or (13.0, -44.0)


def _legs(p: Pen, colour: str, *, skirt: bool) -> None:
    for side in (-1, 1):
        p.rect(side * 5.6 - 4.4, -45, side * 5.6 + 4.4, -3, shade(colour, 1.0 if side < 0 else 0.9))
        p.rect(side * 6.6 - 5.6, -4, side * 6.6 + 5.2, 0, INK, r=1.8)
    if skirt:
        p.rect(-10, -18, 10, -4, shade(colour, 0.6))
        p.rect(-1.2, -18, 1.2, -4, shade(colour, 0.45))
        p.poly([(-11.5, -46), (11.5, -46), (15, -16), (-15, -16)], colour)


def _arms(p: Pen, pose: str, sleeve: str, skin: str, *, behind: bool) -> tuple[float, float] | None:
    if pose == "crossed":
        if not behind:
            p.line([(-11, -75), (-14, -62), (6, -60)], sleeve, 6)
            p.line([(11, -75), (14, -63), (-6, -64)], sleeve, 6)
            p.circle(7.5, -60.5, 2.8, skin)
        return None
    if pose == "hips":
        if behind:
            for side in (-1, 1):
                p.line([(side * 10, -75), (side * 20, -61), (side * 11, -49)], sleeve, 6)
        return None
    if pose == "wave":
        if behind:
            p.line([(10, -76), (19, -86), (20, -99)], sleeve, 6)
            p.circle(20.4, -103, 3.4, skin)
            p.line([(-10, -75), (-14.5, -60), (-14, -46)], sleeve, 6)
            p.circle(-14, -43, 3, skin)
        return None
    if pose == "hold":
        if behind:
            p.line([(-10, -75), (-14.5, -60), (-14, -46)], sleeve, 6)
            p.circle(-14, -43, 3, skin)
            return None
        p.line([(10.5, -75), (15, -62), (19, -60)], sleeve, 6)
        p.circle(21.5, -60, 3, skin)
        return (21.5, -62)
    if behind:
        for side in (-1, 1):
            p.line([(side * 10, -75), (side * 14.5, -60), (side * 12, -46)], sleeve, 6)
    return None


def _back_hair(p: Pen, head: str, hair: str) -> None:
    p.rect(-9, -97, 9, -74 if head == "long" else -82, hair, r=6)


def _head(p: Pen, rng: Random, head: str, skin: str, hair: str) -> None:
    y = -90.5
    if head == "scarf":
        scarf = rng.choice(CLOTHES)
        p.ellipse(0, y + 0.5, 9.2, 10, scarf)
        p.poly([(-8, -86), (8, -86), (10, -76), (-10, -76)], scarf)
        p.ellipse(0, y + 1, 6, 7.2, skin)
    else:
        p.ellipse(0, y, 7.2, 8.2, skin)
    if head == "bald":
        p.pie(0, y + 0.5, 7.3, 8.4, 10, 170, hair)
        p.ellipse(0, y + 1, 4.6, 4, skin)
    elif head == "curls":
        for x, dy, r in ((-6.5, -2, 4), (-4, -6.5, 4.4), (1, -8, 4.6), (5, -6, 4.4), (7, -1.5, 3.8)):
            p.circle(x, y + dy, r, hair)
    elif head == "beanie":
        wool = rng.choice(CLOTHES)
        p.pie(0, y - 1.5, 7.9, 8.6, 180, 360, wool)
        p.rect(-8.2, y - 3.5, 8.2, y - 0.6, shade(wool, 0.78), r=1.2)
    elif head != "scarf":
        p.pie(0, y - 0.5, 7.7, 8.8, 180, 360, hair)
        p.poly([(-7.7, y - 0.8), (2, y - 0.8), (-7.4, y + 3.2)], hair)
        if head == "bun":
            p.circle(0, y - 10.5, 3.8, hair)
    if head == "short" and rng.random() < 0.5:
        p.pie(0, y + 0.5, 7.2, 8.2, 20, 160, hair)
        p.ellipse(0, y + 0.8, 4.4, 3.6, skin)
    for side in (-1, 1):
        p.circle(side * 2.7, y + 0.6, 0.75, INK)
    p.arc(0, y + 2.6, 2.2, 1.9, 25, 155, WHITE if head == "bald" else INK, 0.6)
