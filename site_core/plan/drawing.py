"""The base of the plan as one SVG: ground, greens, streets with their names, boundary. Businesses come on top of it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape

from site_core.plan.frame import Frame, frame_of
from site_core.plan.geojson import Shape
from site_core.plan.labels import labels_of
from site_core.plan.lines import clipped_lines, clipped_ring, joined, path_data, simplified, surface

#: Widths in metres, by the words of OpenStreetMap; a street that says nothing is an ordinary one.
_CLASSES = {"main": 17, "road": 12, "lane": 7, "path": 3}
_MAIN = {"motorway", "trunk", "primary", "secondary", "tertiary"}
_LANE = {"service", "track", "pedestrian", "construction"}
_PATH = {"footway", "path", "steps", "cycleway", "bridleway", "corridor"}
_WATER = ("natural=water", "water", "leisure=swimming_pool", "leisure=marina", "landuse=reservoir", "landuse=basin")
#: Square metres; smaller areas are specks.
_SMALLEST = 120
_TOLERANCE = 0.9
_MARGIN = 30
#: Sizes of names: where the plan is shown small, as usual, and large.
_SMALL, _LABEL, _LARGE = 36, 23, 20

#: Colours stand in the drawing itself: as a picture of its own it cannot ask the page for them.
_STYLE = """
svg{background:#e4e6d8}
.g{fill:#bccaa4}.w{fill:#b7cdd3}
.s{fill:none;stroke:#fbf7ec;stroke-linecap:round;stroke-linejoin:round}
.path{stroke-dasharray:1 9;stroke:#fffdf6}
.b{fill:none;stroke:#964b33;stroke-width:3;stroke-dasharray:2 9;stroke-linecap:round;opacity:.75}
text{fill:#4d483e;font:600 LABELpx "Barlow Condensed","DIN Condensed","Roboto Condensed","DejaVu Sans Condensed",\
"Arial Narrow",sans-serif;font-stretch:condensed;text-anchor:middle;dominant-baseline:central;\
stroke:#fbf7ec;stroke-width:5;stroke-linejoin:round;paint-order:stroke}
@media(max-width:34rem){text{font-size:SMALLpx;stroke-width:7}.m{display:none}}
@media(min-width:70rem){text{font-size:LARGEpx}}
@media(prefers-color-scheme:dark){
svg{background:#161c28}
.g{fill:#22352f}.w{fill:#1c3346}
.s{stroke:#343d50}.path{stroke:#465069}
.b{stroke:#e39a7c}
text{fill:#cdc7b5;stroke:#1d2432}
}
"""


@dataclass(frozen=True)
class Drawing:
    svg: str
    frame: Frame


def draw(shapes: list[Shape]) -> Drawing:
    """The plan of these streets, areas and boundaries. Raises BadPlan where they make none."""
    streets = [shape for shape in shapes if not shape.is_area]
    boundary = [shape for shape in shapes if shape.is_boundary]
    areas = [shape for shape in shapes if shape.is_area and not shape.is_boundary]
    # A trunk road that leaves the neighbourhood would draw the frame out with it.
    roads = [street for street in streets if _class_of(street) == "road"]
    frame = frame_of(roads or streets or areas, boundary)
    by_class = {name: _runs([each for each in streets if _class_of(each) == name], frame) for name in _CLASSES}
    parts = [
        _areas("w", [area for area in areas if area.kind.startswith(_WATER)], frame),
        _areas("g", [area for area in areas if not area.kind.startswith(_WATER)], frame),
        *(_streets(name, by_class[name], frame) for name in reversed(_CLASSES)),
        _outline(boundary, frame),
        *_names(by_class, frame),
    ]
    body = "".join(part for part in parts if part)
    size = f'viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" height="{frame.height}"'
    return Drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{_style()}</style>{body}</svg>', frame)


def _style() -> str:
    text = _STYLE.replace("LABEL", str(_LABEL)).replace("SMALL", str(_SMALL)).replace("LARGE", str(_LARGE))
    return "".join(text.splitlines())


def _class_of(street: Shape) -> str:
    word = street.kind.partition("=")[2].removesuffix("_link")
    return "main" if word in _MAIN else "lane" if word in _LANE else "path" if word in _PATH else "road"


def _runs(streets, frame) -> dict[str, list]:
    """Name to lines on the plan, joined where they meet and freed of what nobody sees."""
    by_name = defaultdict(list)
    for street in streets:
        by_name[street.name] += [[frame.place(*point) for point in part] for part in street.parts]
    found = {}
    for name, lines in by_name.items():
        near = [piece for line in joined(lines) for piece in clipped_lines(line, frame.width, frame.height, _MARGIN)]
        found[name] = [simplified(line, _TOLERANCE) for line in near]
    return found


def _streets(name, runs, frame) -> str:
    data = "".join(path_data(line) for lines in runs.values() for line in lines)
    width = max(2, round(_CLASSES[name] * frame.metre))
    return f'<path class="s {name}" stroke-width="{width}" d="{data}"/>' if data else ""


def _rings(shape, frame):
    """The rings of an area that can be seen, cut at the frame."""
    for ring in shape.parts:
        cut = clipped_ring([frame.place(*point) for point in ring], frame.width, frame.height, _MARGIN)
        if len(cut) > 2 and surface(cut) >= _SMALLEST * frame.metre**2:
            yield simplified([*cut, cut[0]], _TOLERANCE)


def _areas(name, areas, frame) -> str:
    """One path an area keeps its holes apart from its neighbours; equal colours share a group."""
    paths = ["".join(path_data(ring, close=True) for ring in _rings(area, frame)) for area in areas]
    drawn = "".join(f'<path d="{data}"/>' for data in paths if data)
    return f'<g class="{name}" fill-rule="evenodd">{drawn}</g>' if drawn else ""


def _outline(boundary, frame) -> str:
    """What goes around all the parts together: an edge that two of them share is left out."""
    edges = Counter(
        frozenset(edge)
        for area in boundary
        for ring in area.parts
        for edge in zip(ring, ring[1:], strict=False)
        if edge[0] != edge[1]
    )
    lines = joined([[frame.place(*point) for point in sorted(edge)] for edge, count in edges.items() if count == 1])
    near = [piece for line in lines for piece in clipped_lines(line, frame.width, frame.height, _MARGIN)]
    data = "".join(path_data(simplified(line, _TOLERANCE)) for line in near)
    return f'<path class="b" d="{data}"/>' if data else ""


def _names(by_class, frame) -> list[str]:
    streets = defaultdict(list)
    for name in ("main", "road", "lane"):
        for street, lines in by_class[name].items():
            if street:
                streets[street] += lines
    # What fits in large letters is always shown; the rest needs a plan that is shown large itself.
    first = labels_of(streets, _SMALL, frame.width, frame.height)
    more = labels_of(streets, _LABEL, frame.width, frame.height, beside=first)
    return [*(_text(label) for label in first), *(_text(label, ' class="m"') for label in more)]


def _text(label, attribute="") -> str:
    place = f"translate({label.x} {label.y})rotate({label.angle})"
    return f'<text{attribute} transform="{place}">{escape(label.text)}</text>'
