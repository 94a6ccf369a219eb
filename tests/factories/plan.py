"""A Kiezplan of three streets around the factories' businesses."""

import json

from site_core.models import Kiezplan
from site_core.plan import read_shapes
from site_core.services.plan import keep_plan

STREETS = {
    "Weisestraße": [[13.4245, 52.474], [13.4235, 52.48]],
    "Oderstraße": [[13.4195, 52.474], [13.4185, 52.48]],
    "Allerstraße": [[13.419, 52.4768], [13.424, 52.4771]],
}


def streets_file(streets=None) -> bytes:
    """GeoJSON as the desk uploads it."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "highway": "residential"},
            "geometry": {"type": "LineString", "coordinates": line},
        }
        for name, line in (streets or STREETS).items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def make_plan(attribution="© OpenStreetMap contributors, ODbL") -> Kiezplan:
    plan = Kiezplan.load()
    plan.attribution = attribution
    return keep_plan(plan=plan, streets=read_shapes(streets_file()))
