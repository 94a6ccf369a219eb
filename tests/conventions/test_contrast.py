"""Every colour that stands on another, by day, at night, and for who asks for more contrast."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.STATICFILES_DIRS[0]) / "css" / "tokens.css").read_text()
TEXT, LARGE = 4.5, 3.0

#: Colour, its grounds, and the least contrast: text 4.5; large text, edges of controls and the focus ring 3.
PAIRS = [
    ("ink", ("paper", "sky", "pavement"), TEXT),
    ("soft", ("paper", "sky", "pavement"), TEXT),
    ("brick", ("paper", "sky"), TEXT),
    ("open", ("paper", "sky"), TEXT),
    ("on-plate", ("plate",), TEXT),
    ("on-voice", ("voice",), TEXT),
    ("paper", ("ink", "brick"), TEXT),
    ("edge", ("paper", "sky"), LARGE),
    ("focus", ("paper", "sky", "pavement"), LARGE),
]
#: The sign over a shop: its letters on each front. Drawn, and the same by day and at night.
FRONTS = ("bakery", "workshop", "beauty", "kiosk", "cafe", "care", "culture", "shop")

SCHEMES = {
    "light": [],
    "dark": ["(prefers-color-scheme: dark)"],
    "light, more contrast": ["(prefers-contrast: more)"],
    "dark, more contrast": [
        "(prefers-contrast: more)",
        "(prefers-color-scheme: dark)",
        "(prefers-color-scheme: dark) and (prefers-contrast: more)",
    ],
}


def colours(scheme) -> dict[str, str]:
    """The tokens that are colours, as a browser with these wishes reads the sheet."""
    found = {}
    for media, body in re.findall(r"(?:@media ([^{]+?) )?\{?\s*:root \{(.+?)\n\s*\}", SHEET, re.DOTALL):
        if not media or media in SCHEMES[scheme]:
            found.update(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", body))
    return found


def luminance(colour) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_wcag():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_each_scheme_is_read_as_a_browser_reads_it():
    papers = {scheme: colours(scheme)["paper"] for scheme in SCHEMES}
    assert papers["light"] == papers["light, more contrast"] != papers["dark"] == papers["dark, more contrast"]
    assert colours("light")["soft"] != colours("light, more contrast")["soft"]
    assert colours("dark")["soft"] != colours("dark, more contrast")["soft"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_can_be_read(scheme):
    known = colours(scheme)
    measured = {
        f"{name} on {ground}": round(contrast(known[name], known[ground]), 2)
        for name, grounds, least in PAIRS
        for ground in grounds
        if contrast(known[name], known[ground]) < least
    }
    assert measured == {}


@pytest.mark.parametrize("front", FRONTS)
def test_every_shop_sign_can_be_read(front):
    known = colours("light")
    assert contrast(known["drawn-sign"], known[f"front-{front}"]) >= TEXT


@pytest.mark.parametrize("scheme", ["light, more contrast", "dark, more contrast"])
def test_who_asks_for_more_contrast_gets_it_for_text(scheme):
    known = colours(scheme)
    assert contrast(known["ink"], known["paper"]) >= 7
    assert contrast(known["soft"], known["paper"]) >= 7
