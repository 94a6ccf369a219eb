"""All motifs in one place: importing the families enters them."""

from . import motifs_craft, motifs_food, motifs_life, motifs_town
from .motifs import MOTIFS

FAMILIES = (motifs_craft, motifs_food, motifs_life, motifs_town)

__all__ = ["FAMILIES", "MOTIFS"]
