"""All scenes in one place: importing the families enters them."""

from . import scenes_close, scenes_outdoors
from .scene import SCENES

FAMILIES = (scenes_close, scenes_outdoors)

__all__ = ["FAMILIES", "SCENES"]
