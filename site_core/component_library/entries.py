"""Examples of entries: cards and lines of what a list holds."""

from datetime import date

from site_core.component_library.parts import ARABIC, LONG, PICTURE, WORDS, Component, Example, Values, profile

_PROFILES = (
    Example("open", {"card": profile()}),
    Example("closed", {"card": profile(pk=11, status="öffnet Di um 8 Uhr", is_open=False, colour="cafe")}),
    Example("with a portrait, by distance", {"card": profile(picture=PICTURE, distance="120 m")}),
    Example(
        "name only",
        {"card": profile(pk=3, plate="", trades="", address="", claim="", status="", is_open=False, colour="")},
    ),
    Example("long words", {"card": profile(pk=5, title=LONG, trades=LONG, plate="100–102 c")}),
    Example("Arabic", {"card": profile(pk=9, title=ARABIC, language="ar", claim="نخبز ليلًا.")}),
)


def _news(**fields):
    stock = {
        "title": "Neue Bänke", "url": "#", "lead": WORDS, "on": date(2026, 11, 3), "language": "de", "picture": None,
    }  # fmt: skip
    return {"card": Values(**{**stock, **fields})}


def _campaign(**fields):
    stock = {
        "title": "Lange Nacht der Läden", "url": "#", "lead": WORDS, "place": "Herrfurthplatz", "picture": None,
        "starts_on": date(2026, 12, 4), "ends_on": None, "is_running": False, "is_over": False, "language": "de",
    }  # fmt: skip
    return {"card": Values(**{**stock, **fields})}


def _result(**fields):
    stock = {
        "title": "Backstube", "url": "#", "language": "de", "plate": "17a", "kind_label": "Gewerbe",
        "meta": "Weisestraße 17a", "on": None, "excerpt": WORDS,
    }  # fmt: skip
    return {"result": Values(**{**stock, **fields})}


ENTRIES = [
    Component("profile_card", (*_PROFILES, Example("short", {"card": profile(pk=12), "short": True}))),
    Component("profile_line", _PROFILES),
    Component(
        "news_card",
        (
            Example("normal", _news()),
            Example("with a picture", _news(picture=PICTURE)),
            Example("long words", _news(title=LONG, lead=LONG)),
            Example("Arabic", _news(title=ARABIC, lead=ARABIC, language="ar")),
        ),
    ),
    Component(
        "campaign_card",
        (
            Example("coming", _campaign()),
            Example("running", _campaign(is_running=True, ends_on=date(2026, 12, 6))),
            Example("over", _campaign(is_over=True)),
            Example("with a picture", _campaign(picture=PICTURE)),
            Example("short", {**_campaign(), "short": True}),
            Example("long words", _campaign(title=LONG, place=LONG)),
        ),
    ),
    Component(
        "result_line",
        (
            Example("a shop", _result()),
            Example("an article", _result(plate="", kind_label="Aktuelles", meta="", on=date(2026, 11, 3))),
            Example("long words", _result(title=LONG, meta=LONG, excerpt=LONG)),
            Example("Arabic", _result(title=ARABIC, language="ar", excerpt=ARABIC)),
        ),
    ),
    Component("people", (Example("two", {"heading": "Wer mitmacht", "rows": [("Backstube", "#"), (LONG, "#")]}),)),
]
