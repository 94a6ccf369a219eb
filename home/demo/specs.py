"""What a picture shall show, as plain values: no drawing happens here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["shop", "detail", "scene"]


@dataclass(frozen=True)
class PictureSpec:
    """One picture.

    `kind` is a shop front, a still life or a scene; `motif` what is shown in it; `name` seeds all that varies, so that
    the same name always gives the same picture. The rest is for shop fronts: `front` the family that colours the wood,
    `facade` the number of the wall colour, `outside` what stands on the pavement, `plate` the house number,
    `owner` who may stand in the door where the text names one person.
    """

    kind: Kind
    motif: str
    name: str
    front: str = "shop"
    facade: int = 0
    outside: str = "none"
    plate: str = ""
    owner: Literal["", "woman", "man"] = ""
    caption: str = ""
