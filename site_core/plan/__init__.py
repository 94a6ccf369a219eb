"""The Kiezplan: GeoJSON read with care, projected, simplified, drawn as SVG. Pure functions; nothing is stored here."""

from site_core.plan.drawing import Drawing, draw
from site_core.plan.errors import BadPlan
from site_core.plan.frame import Frame
from site_core.plan.geojson import MAX_BYTES, Shape, read_shapes, restored, stored

__all__ = ["MAX_BYTES", "BadPlan", "Drawing", "Frame", "Shape", "draw", "read_shapes", "restored", "stored"]
