"""One spelling for a street, however people write it."""

import re

from site_core.text.folding import ascii_slug, fold

_ENDING = re.compile(r"(?<=[a-z])(str|strasse)$")
_SHORT = re.compile(r"\b(str|strasse)$")


def street_key(street: str) -> str:
    """The slug a street is filtered by: »Weisestr.« and »Weisestraße« are `weisestrasse`."""
    folded = _ENDING.sub("strasse", _SHORT.sub("strasse", fold(street)))
    return ascii_slug(folded) if folded else ""
