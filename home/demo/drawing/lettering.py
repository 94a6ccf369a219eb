"""Lettering with the font that comes with Pillow; it knows plain Latin letters only, so their marks are drawn here."""

import unicodedata
from functools import lru_cache

from PIL import ImageDraw, ImageFont

Box = tuple[float, float, float, float]
# Letters that have no decomposition, and the plain one that stands in for them before the missing part is drawn.
STAND_INS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"}


@lru_cache(maxsize=64)
def font(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size=pixels)


def _letters(words: str) -> list[tuple[str, str]]:
    """Every letter as its plain form and what is to be added to it."""
    found: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", words):
        if unicodedata.combining(sign) and found:
            plain, marks = found[-1]
            found[-1] = (plain, marks + sign)
        elif sign in STAND_INS:
            found.append((STAND_INS[sign], sign))
        elif sign == "ß":
            found += [("s", ""), ("s", "")]
        else:
            found.append((sign, ""))
    return found


def width_of(words: str, pixels: int) -> float:
    letters = _letters(words)
    return font(pixels).getlength("".join(plain for plain, _ in letters)) + _spacing(pixels) * (len(letters) - 1)


def _spacing(pixels: int) -> float:
    """What each letter stands further apart, since its strokes are thickened."""
    return pixels * 0.03


def write(
    draw: ImageDraw.ImageDraw, centre: tuple[float, float], words: str, pixels: int, fill: str, bold: float
) -> None:
    """Sets `words` in one line around `centre`."""
    face, letters, stroke = font(pixels), _letters(words), round(pixels * bold)
    plain = "".join(letter for letter, _ in letters)
    left = centre[0] - width_of(words, pixels) / 2
    baseline = centre[1] + pixels * 0.34
    for index, (letter, marks) in enumerate(letters):
        x = left + face.getlength(plain[: index + 1]) - face.getlength(letter) + index * _spacing(pixels)
        box = face.getbbox(letter, anchor="ls")
        placed = (x + box[0], baseline + box[1], x + box[2], baseline + box[3])
        if marks == "ı" or (letter == "i" and _above(marks)):
            # A stem without its dot; the dot is a little wider than the stem.
            ink = face.getmask("i").getbbox()
            top, half = baseline + face.getbbox("x", anchor="ls")[1], (ink[2] - ink[0]) * 0.42
            middle = (placed[0] + placed[2]) / 2
            placed = (middle - half, top, middle + half, baseline)
            draw.rounded_rectangle(
                [placed[0] - stroke, top - stroke, placed[2] + stroke, baseline + stroke], radius=stroke, fill=fill
            )
        else:
            draw.text((x, baseline), letter, fill=fill, font=face, anchor="ls", stroke_width=stroke, stroke_fill=fill)
        for mark in marks:
            _mark(draw, mark, placed, pixels, fill)


def _above(marks: str) -> bool:
    return any(unicodedata.combining(mark) == 230 for mark in marks)


def _mark(draw: ImageDraw.ImageDraw, mark: str, box: Box, pixels: int, fill: str) -> None:
    unit, middle = pixels / 100, (box[0] + box[2]) / 2
    thick = round(11 * unit)
    above, below = box[1] - 10 * unit, box[3] + 4 * unit
    if mark == "\u0308":
        for side in (-15, 15):
            _dot(draw, middle + side * unit, above - 5 * unit, 7.5 * unit, fill)
    elif mark == "\u0307":
        _dot(draw, middle, above - 5 * unit, 7.5 * unit, fill)
    elif mark == "\u030a":
        draw.ellipse(_around(middle, above - 5 * unit, 12 * unit), outline=fill, width=round(7 * unit))
    elif mark in ("\u0301", "\u0300"):
        lean = 11 * unit if mark == "\u0301" else -11 * unit
        draw.line([(middle - lean, above + 2 * unit), (middle + lean, above - 14 * unit)], fill=fill, width=thick)
    elif mark in ("\u0302", "\u030c"):
        tip, foot = (above - 14 * unit, above) if mark == "\u0302" else (above, above - 14 * unit)
        draw.line([(middle - 15 * unit, foot), (middle, tip), (middle + 15 * unit, foot)], fill=fill, width=thick)
    elif mark == "\u0306":
        draw.arc(_around(middle, above - 12 * unit, 16 * unit), 10, 170, fill=fill, width=thick)
    elif mark == "\u0303":
        draw.arc(_around(middle - 8 * unit, above - 2 * unit, 10 * unit), 180, 350, fill=fill, width=thick)
        draw.arc(_around(middle + 8 * unit, above - 8 * unit, 10 * unit), 0, 170, fill=fill, width=thick)
    elif mark in ("\u0327", "\u0326"):
        draw.line([(middle + 3 * unit, below - 5 * unit), (middle, below + 7 * unit)], fill=fill, width=round(8 * unit))
        draw.arc(_around(middle, below + 12 * unit, 10 * unit), 290, 130, fill=fill, width=round(8 * unit))
    elif mark == "\u0328":
        draw.arc(_around(middle + 8 * unit, below + 6 * unit, 11 * unit), 80, 260, fill=fill, width=round(8 * unit))
    elif mark in ("ł", "Ł", "ø", "Ø"):
        height = (box[1] + box[3]) / 2
        draw.line(
            [(middle - 17 * unit, height + 10 * unit), (middle + 17 * unit, height - 10 * unit)],
            fill=fill,
            width=round(9 * unit),
        )


def _around(x: float, y: float, r: float) -> list[float]:
    return [x - r, y - r, x + r, y + r]


def _dot(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, fill: str) -> None:
    draw.ellipse(_around(x, y, r), fill=fill)
