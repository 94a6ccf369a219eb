"""All sheets of the public site in one file, so that a page asks once and the next page not at all."""

import re
from pathlib import Path

from django.conf import settings

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")
#: In this order; the cascade layers named in the first one do the rest.
GROUND = ("tokens.css", "fonts.css", "base.css", "layout.css")


def sheets(folder=None) -> list[Path]:
    """What goes into the one sheet: the ground, then every component, then paper."""
    folder = folder or Path(settings.STATICFILES_DIRS[0]) / "css"
    components = sorted((folder / "components").glob("*.css"))
    return [*(folder / name for name in GROUND), *components, *sorted(folder.glob("print.css"))]


def joined(paths) -> bytes:
    """The sheets one after the other, without comments and indentation."""
    return "\n".join(INDENT.sub("\n", COMMENT.sub("", path.read_text())).strip() for path in paths).encode()
