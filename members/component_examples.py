"""Examples of what only this app can draw, for the component library: façades, the street, the Kiezplan."""

from members.plan import SmallPlan
from members.plan_view import PlanEntry, PlanGroup, PlanView
from members.street import Door, street_of
from site_core.component_library.parts import ARABIC, LONG, Component, Example, Values
from site_core.plan import Frame

_SHEET = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 700'%3E"
    "%3Cpath fill='%23d8d2c2' d='M0 0h1000v700H0z'/%3E%3Cpath stroke='%23fff' stroke-width='24' "
    "d='M0 200h1000M0 480h1000M300 0v700M720 0v700'/%3E%3C/svg%3E"
)
_BASE = Values(url=_SHEET, frame=Frame(13.41, 52.48, 60_000, 100_000, 1000, 700), attribution="© Ein Kartenwerk")
_DOORS = [
    Door(1, "Backstube", "#", "3", "Weisestraße", "Bäckerei", "baeckerei", "bakery", is_open=True, status="bis 18 Uhr"),
    Door(2, "Café Jule", "#", "3", "Weisestraße", "Café", "cafe", "cafe", is_open=True, status="bis 20 Uhr"),
    Door(3, LONG, "#", "5", "Weisestraße", "Büro", "steuerberatung", "office", status="öffnet Di um 8 Uhr"),
    Door(4, "Prinzessinnengarten", "#", "9", "Weisestraße", "Garten", "garten", is_initiative=True),
    Door(5, ARABIC, "#", "11", "Weisestraße", language="ar"),
]


def _entry(title, plate, x="", y="", **fields):
    stock = {
        "url": "#", "address": f"Weisestraße {plate}", "trades": "Bäckerei", "is_open": False, "status": "",
        "language": "de", "distance": "", "name": title,
    }  # fmt: skip
    return PlanEntry(title=title, plate=plate, x=x, y=y, **{**stock, **fields})


_GROUPS = (
    PlanGroup(
        "A",
        "circle",
        "bakery",
        "Essen und Trinken",
        (_entry("Backstube", "3", "20.00%", "30.00%", is_open=True, status="bis 18 Uhr"), _entry("Ohne Ort", "")),
    ),
    PlanGroup("B", "square", "cafe", "Gastlichkeit", (_entry("Café Jule", "5", "50.00%", "60.00%"),)),
    PlanGroup("C", "diamond", "clothes", "Mode und Textil", (_entry(LONG, "7", "70.00%", "20.00%"),)),
    PlanGroup("D", "hexagon", "shop", "Andere", (_entry(ARABIC, "9", "85.00%", "75.00%", language="ar"),)),
)


def _small(plate):
    small = SmallPlan(_BASE, view_box="200 300 440 330", x=420, y=480, scale=1.2, plate=plate, plan_url="#")
    return {"plan": small, "name": "Backstube", "address": f"Weisestraße {plate}"}


COMPONENTS = [
    Component(
        "facade",
        (
            Example("closed", {"pk": 3, "name": "Backstube", "colour": "bakery"}),
            Example("open: the light is on", {"pk": 3, "name": "Backstube", "colour": "bakery", "lit": True}),
            Example("up to the roof", {"pk": 4, "name": "Fahrrad Kurt", "colour": "bicycle", "tall": True}),
            Example("long words", {"pk": 5, "name": LONG, "colour": "clothes"}),
            Example("Arabic", {"pk": 6, "name": ARABIC, "colour": "shop"}),
        ),
    ),
    Component(
        "street",
        (
            Example(
                "with streets beside it",
                {
                    "street": street_of("weisestr", "Weisestraße", _DOORS),
                    "previous": Values(slug="oker", label="Okerstraße"),
                    "next": Values(slug="herrfurth", label="Herrfurthstraße"),
                    "directory": "#",
                },
            ),
            Example("one door, closed", {"street": street_of("oker", "Okerstraße", _DOORS[2:3]), "directory": "#"}),
        ),
        wide=True,
    ),
    Component("plan", (Example("four branches", {"plan": PlanView(_BASE, _GROUPS)}),), wide=True),
    Component(
        "plan_small", (Example("a house number", _small("3")), Example("a long house number", _small("100–102 c")))
    ),
]
