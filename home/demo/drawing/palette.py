"""Colours of the drawn pictures: the design tokens of the street, and how to darken or lighten them."""

PAPER = "#f6f1e4"
INK = "#1d1b17"
LINE = "#d9cfb8"
PLATE = "#1f3f8f"
BRICK = "#b8694d"
ROOF = "#7a4032"
SKY = "#e9eadf"
NIGHT = "#12161f"
PAVEMENT = "#cfc7b5"
LIT = "#ffdf94"
GLASS = "#33434c"
LEAF = "#5f7f4d"
DEEP_LEAF = "#3f5f44"
TRUNK = "#5a3d2b"
RED = "#a3242b"
OCHRE = "#c98f5a"
GOLD = "#d9a441"
TEAL = "#1f5c57"
PLUM = "#5b3a5e"
NAVY = "#23364f"
CREAM = "#f3e6c8"
WHITE = "#fffaf0"
BLUE = "#4a76a8"
ROSE = "#d98a86"
WOOD = "#9a6b43"
DARK_WOOD = "#5e3d26"
STEEL = "#8d9499"

FACADES = ("#d8b577", "#a8b59a", "#b8694d", "#cdb0a6", "#e2d3b3", "#9db0b6", "#c98f5a", "#e9dcc0")
FRONTS = {
    "bakery": "#7a3b24",
    "workshop": "#2f4a3c",
    "beauty": "#5b3a5e",
    "shop": "#23364f",
    "kiosk": "#a3242b",
    "cafe": "#3d2b22",
    "health": "#1f5c57",
    "gallery": "#2c2d33",
    "office": "#3f4d63",
}
SKINS = ("#f0c9a4", "#e0ac82", "#c68d62", "#a56b45", "#7f4f33", "#5f3a27")
HAIRS = ("#241a16", "#4a2f20", "#7a4a26", "#c08a48", "#8f8a83", "#dcd6cb", "#8c3b22")
CLOTHES = ("#1f3f8f", "#a3242b", "#d9a441", "#2f4a3c", "#f3e6c8", "#5b3a5e", "#b8694d", "#4a76a8", "#1f5c57", "#3d3a36")
BOOKS = ("#a3242b", "#1f3f8f", "#2f4a3c", "#d9a441", "#5b3a5e", "#b8694d", "#f3e6c8", "#1f5c57")


def shade(colour: str, factor: float) -> str:
    """`colour` ("#rrggbb") times `factor`: below 1 darker, above 1 nearer to white."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    if factor <= 1:
        mixed = [channel * factor for channel in channels]
    else:
        mixed = [channel + (255 - channel) * (factor - 1) for channel in channels]
    return "#" + "".join(f"{min(255, max(0, round(channel))):02x}" for channel in mixed)
