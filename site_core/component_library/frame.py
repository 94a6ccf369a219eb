"""Examples of what frames every page: head, header, ways through the site, footer."""

from site_core.component_library.parts import ARABIC, LONG, PICTURE, WORDS, Component, Example, Values

_MENU = [
    Values(title=title, url="#", current=title == "Gewerbe")
    for title in ("Gewerbe", "Initiativen", "Aktuelles", "Aktionen", "Mitmachen")
]
_LANGUAGES = [
    Values(url="#", code=code, name=name, short=short, current=code == "de")
    for code, short, name in (
        ("de", "DE", "Deutsch"),
        ("en", "EN", "English"),
        ("tr", "TR", "Türkçe"),
        ("ar", "عربي", "العربية"),
    )
]
_SITE = {"name": "Schillerkiez", "claim": WORDS, "contact_email": "", "contact_phone": None, "address": "",
         "funding_notice": ""}  # fmt: skip
_REACHED = {"contact_email": "kontakt@example.org", "address": "Herrfurthstraße 7\n12049 Berlin"}
_FUNDED = {"funding_notice": "Gefördert von der Stadt.\nEin Vorhaben des Quartiers."}


def _site(**fields):
    return Values(**{**_SITE, **fields})


def _tabs(chosen):
    kinds = (("businesspage", "Gewerbe", 12), ("newspage", "Aktuelles", 3))
    return [Values(slug=slug, label=label, count=count, chosen=slug == chosen) for slug, label, count in kinds]


FRAME = [
    Component(
        "header",
        (
            Example("language, search and menu", {"name": "Schillerkiez", "menu": _MENU, "language_links": _LANGUAGES}),
            Example(
                "long words",
                {
                    "name": "Gewerbe im Schillerkiez und in der Schillerpromenade",
                    "menu": [*_MENU, Values(title="Geben und Nehmen", url="#", current=False)],
                    "language_links": _LANGUAGES,
                },
            ),
            Example("without pages", {"name": "Schillerkiez", "menu": [], "language_links": _LANGUAGES}),
        ),
        wide=True,
    ),
    Component(
        "footer",
        (
            Example("as set up", {"site": _site(), "menu": _MENU[:2], "logos": None}),
            Example("with a way to reach us", {"site": _site(**_REACHED), "menu": _MENU[:2], "logos": None}),
            Example(
                "with funding notice and logos",
                {"site": _site(**_REACHED, **_FUNDED), "menu": _MENU[:2], "logos": PICTURE},
            ),
        ),
        wide=True,
    ),
    Component(
        "main_places", (Example("normal", {"places": _MENU[:3]}), Example("on a site without pages", {"places": []}))
    ),
    Component(
        "kind_tabs",
        (
            Example("everything", {"kinds": _tabs(""), "filters": {}}),
            Example("one kind", {"kinds": _tabs("newspage"), "filters": {"kind": "newspage"}}),
        ),
    ),
    Component(
        "view_tabs",
        (
            Example("list", {"filters": {}, "on_plan": None}),
            Example("plan", {"filters": {"view": "plan"}, "on_plan": True}),
        ),
    ),
    Component(
        "about_page",
        (
            Example(
                "with a picture to share",
                {
                    "site": _site(),
                    "page": Values(title=LONG, search_description=WORDS),
                    "canonical": "/gewerbe/backstube/",
                    "share_image": "/media/images/haus.jpg",
                    "type": "profile",
                },
            ),
            Example("without a page", {"site": _site(), "canonical": "/", "type": "website", "language": "ar"}),
        ),
        in_head=True,
    ),
    Component("favicon", (Example("in the head", {}),), in_head=True),
    Component("json_ld", (Example("a shop", {"data": {"@type": "Bakery", "name": ARABIC}}),), in_head=True),
]
