"""The two faces of the site, cut from their packages down to the letters, features and the one cut we use.

Both are under the SIL Open Font License 1.1; the notice stays in the files.
"""

import string
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import fontpkg_barlow_condensed
import fontpkg_bricolage_grotesque
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

GERMAN = "äöüÄÖÜßẞ„“‚‘"
TURKISH = "çğıöşüâîûÇĞİÖŞÜÂÎÛ"
NEIGHBOURS = "áàãåæéèêëíìïñóòôøœúùýÁÀÅÆÉÈÊÍÑÓÔØŒÚČčŁłŚśŠšŽž"
POINTS = "\u00a0 ·…–—‑’”‹›«»¿¡€§°%×½&@"
ARROWS = "←↑→↓↗"
LATIN = string.ascii_letters + string.digits + string.punctuation + GERMAN + TURKISH + POINTS

#: Names of the copyright holder, the face, the licence and where to read it: what the licence asks to keep.
KEPT_NAMES = [0, 1, 2, 13, 14]


@dataclass(frozen=True)
class Face:
    source: Path
    letters: str
    features: tuple[str, ...]
    axes: dict[str, float]


FACES = {
    "fonts/headline.woff2": Face(
        source=fontpkg_bricolage_grotesque.ROOT / "files" / "BricolageGrotesque[opsz,wdth,wght].ttf",
        letters=LATIN + NEIGHBOURS + ARROWS,
        features=("ccmp", "kern", "locl", "mark"),
        axes={"opsz": 40, "wdth": 84, "wght": 700},
    ),
    "fonts/numerals.woff2": Face(
        source=fontpkg_barlow_condensed.ROOT / "files" / "BarlowCondensed-SemiBold.ttf",
        letters=LATIN,
        features=("ccmp", "kern", "locl", "tnum"),
        axes={},
    ),
}


def cut(face) -> bytes:
    """The face as WOFF2. A letter it does not have is left to the next font of the stack."""
    font = TTFont(face.source, recalcTimestamp=False)
    options = subset.Options(layout_features=list(face.features), name_IDs=KEPT_NAMES, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=face.letters)
    subsetter.subset(font)
    if face.axes:
        font = instancer.instantiateVariableFont(font, face.axes)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def is_current(face, path) -> bool:
    """Whether `path` was made after its package was installed and after this recipe was last changed."""
    if not path.exists():
        return False
    return path.stat().st_mtime >= max(face.source.stat().st_mtime, Path(__file__).stat().st_mtime)
