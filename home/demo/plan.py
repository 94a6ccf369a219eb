"""The plan of the invented Kiez, drawn by hand: a leaning grid of streets, a round square, a promenade, a field."""

import json
import math

#: Where the grid is measured from, in degrees.
_LON, _LAT = 13.423, 52.4765
#: Degrees of latitude a row climbs for each degree of longitude, and of longitude a column leans for each of latitude.
_CLIMB, _LEAN = 0.0965, -0.289
#: Degrees of longitude for one of latitude, here.
_STRETCH = 1.642
_PLACE = (13.4222, 52.47707)

#: Name, kind, latitude at _LON, from longitude, to longitude.
_ROWS = (
    ("Mahlower Straße", "residential", 52.47977, 13.41925, 13.42585),
    ("Selchower Straße", "residential", 52.47888, 13.41925, 13.4261),
    ("Herrfurthstraße", "residential", 52.47715, 13.41865, 13.42145),
    ("Herrfurthstraße", "residential", 52.47715, 13.42295, 13.4265),
    ("Kienitzer Straße", "residential", 52.47562, 13.4191, 13.4282),
    ("Allerstraße", "residential", 52.47478, 13.4194, 13.42712),
    ("Okerstraße", "residential", 52.47381, 13.41965, 13.4274),
)
#: Name, kind, longitude at _LAT, from latitude, to latitude.
_COLUMNS = (
    ("Oderstraße", "residential", 13.41889, 52.4792, 52.4717),
    ("Lichtenrader Straße", "residential", 13.42043, 52.47945, 52.4721),
    ("Fontanestraße", "residential", 13.4222, 52.4816, 52.47882),
    ("Schillerpromenade", "residential", 13.4219, 52.47878, 52.4777),
    ("Schillerpromenade", "residential", 13.42262, 52.47885, 52.4775),
    ("Schillerpromenade", "residential", 13.42192, 52.4766, 52.47222),
    ("Schillerpromenade", "residential", 13.42264, 52.4765, 52.47228),
    ("Weisestraße", "residential", 13.42429, 52.48005, 52.47255),
    ("Hermannstraße", "secondary", 13.42661, 52.482, 52.4712),
)


def demo_plan() -> bytes:
    """The streets, greens and boundary as one GeoJSON file, as somebody at the desk would upload it."""
    features = [
        *(
            _line(name, kind, [(west, _row(lat, west)), (east, _row(lat, east))])
            for name, kind, lat, west, east in _ROWS
        ),
        *(
            _line(name, kind, [(_column(lon, north), north), (_column(lon, south), south)])
            for name, kind, lon, north, south in _COLUMNS
        ),
        _line("Leinestraße", "residential", [(13.41985, 52.47192), (13.4278, 52.47364)]),
        _line(
            "Flughafenstraße",
            "tertiary",
            [(13.4177, 52.4802), (13.4199, 52.48045), (13.4252, 52.4812), (13.429, 52.4822)],
        ),
        _line("Herrfurthplatz", "residential", _circle(52)),
        _line("", "footway", [(13.4169, 52.4799), (13.4182, 52.4772), (13.4189, 52.4731), (13.4193, 52.4708)]),
        _area({"leisure": "park"}, _circle(36)),
        *(
            _area({"leisure": "park"}, _strip(north, south))
            for north, south in ((52.4787, 52.47775), (52.4764, 52.4737))
        ),
        _area({"leisure": "park"}, _field()),
        _area({"leisure": "garden"}, _block(13.4213, 52.4753, 34, 26)),
        _area({"leisure": "playground"}, _block(13.4251, 52.4793, 48, 30)),
        _area({"leisure": "garden"}, _block(13.4235, 52.4763, 30, 20)),
        _area({"leisure": "garden"}, _block(13.4197, 52.4781, 26, 44)),
        _area({"landuse": "cemetery"}, [(13.421, 52.4709), (13.421, 52.4719), (13.4272, 52.4732), (13.4277, 52.4709)]),
        _area({"natural": "water"}, _block(13.4179, 52.4757, 40, 22)),
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _row(lat, lon) -> float:
    return lat + (lon - _LON) * _CLIMB


def _column(lon, lat) -> float:
    return lon + (lat - _LAT) * _LEAN


def _circle(metres) -> list:
    turns = [math.tau * number / 28 for number in range(29)]
    lon, lat = _PLACE
    step = metres / 111_320
    return [(lon + math.cos(turn) * step * _STRETCH, lat + math.sin(turn) * step) for turn in turns]


def _strip(north, south) -> list:
    """A piece of the green between the two lanes of the promenade."""
    west, east = 13.42208, 13.42246
    corners = [(west, north), (east, north), (east, south), (west, south)]
    return [(_column(lon, lat), lat) for lon, lat in corners]


def _block(lon, lat, width, height) -> list:
    """A rectangle of metres around a point, leaning as the streets do."""
    x, y = width / 2 / 111_320, height / 2 / 111_320
    corners = [(-x, -y), (x, -y), (x, y), (-x, y)]
    return [(lon + (dx - dy * 0.17) * _STRETCH, lat + dy + dx * 0.17) for dx, dy in corners]


def _field() -> list:
    """The field beyond the last street."""
    edge = [(_column(13.41874, lat), lat) for lat in (52.4798, 52.4761, 52.4706)]
    return [*edge, (13.412, 52.4706), (13.412, 52.4798)]


def _line(name, kind, points) -> dict:
    return _feature({"name": name, "highway": kind}, "LineString", points)


def _area(about, ring) -> dict:
    return _feature(about, "Polygon", [[*ring, ring[0]]])


def _feature(about, kind, coordinates) -> dict:
    return {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": coordinates}}
