"""What the search alone shows, for the page of components."""

from search.presenting import Help
from search.suggest import Suggestion
from site_core.component_library import ARABIC, LONG, Component, Example, Values
from site_core.facets import Choice

_TRADES, _NAMES, _STREETS = "Branchen und Gewerke", "Gewerbe und Initiativen", "Straßen"
_OFFERED = [
    Suggestion(_TRADES, "Änderungsschneiderei", "#"),
    Suggestion(_TRADES, LONG, "#"),
    Suggestion(_NAMES, "Schneiderei Zümrüt", "#", note="Kienitzer Straße"),
    Suggestion(_NAMES, ARABIC, "#", note="Weisestraße", language="ar"),
    Suggestion(_STREETS, "Schillerpromenade", "#"),
]
_BRANCHES = [Choice("mode", "Mode und Schmuck", 5), Choice("rad", "Rad, Auto und Reisen", 2), Choice("lang", LONG, 1)]
_TOPICS = [Choice("reparieren", "Reparieren", 14), Choice("secondhand", "Secondhand", 8)]
_SIMILAR = [
    Values(
        title="Backstube Krume",
        url="#",
        language="de",
        kind_label="Gewerbe",
        meta="Bäckerei · Okerstraße 14",
        plate="14",
        hit="Branche: Bäckerei",
        pieces=(("Brot und ", False), ("Kuchen", True), (" von gestern Nacht.", False)),
        why=("kuchen: Text: kuchen (2)",),
    )
]

COMPONENTS = [
    Component(
        "suggestions",
        (
            Example("of all kinds", {"text": "sch", "suggestions": _OFFERED}),
            Example("nothing but the search", {"text": LONG, "suggestions": []}),
        ),
    ),
    Component(
        "search_help",
        (
            Example("before anybody has asked", {"help": Help(_BRANCHES, _TOPICS)}),
            Example("nothing found", {"help": Help(_BRANCHES, _TOPICS, similar=_SIMILAR, trades=_TOPICS)}),
            Example("for staff", {"help": Help([], [], similar=_SIMILAR), "explained": True}),
        ),
    ),
    Component(
        "search_picks",
        (
            Example(
                "two",
                {
                    "picks": [
                        Values(url="#", title="Reparaturtag", description="Am ersten Samstag."),
                        Values(url="#", title=LONG),
                    ]
                },
            ),
        ),
    ),
    Component("search_beacon", (Example("invisible", {"text": "quastenflosser"}),)),
    Component("search_scripts", (Example("in the head", {}),), in_head=True),
]
