"""Every component in its states, for whoever works on the look. Only there while DEBUG is on, see `urls.py`."""

from site_core.component_library.page import components, library
from site_core.component_library.parts import ARABIC, LONG, PICTURE, WORDS, Component, Example, Values, profile

__all__ = [
    "ARABIC",
    "LONG",
    "PICTURE",
    "WORDS",
    "Component",
    "Example",
    "Values",
    "components",
    "library",
    "profile",
]
