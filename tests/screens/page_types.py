"""One address of each kind of public page, and the ways in which people look at them."""

from dataclasses import dataclass
from itertools import combinations, product

LANGUAGES = ("de", "en", "tr", "ar")


@dataclass(frozen=True)
class Look:
    """How a page is looked at: in which language, by day or by night, on which screen."""

    language: str
    colours: str
    width: int

    def __str__(self):
        return f"{self.language}, {self.colours}, {self.width} px"


#: What everybody gets first, and what every page is looked at in.
FIRST = Look("de", "light", 390)
LOOKS = [Look(*values) for values in product(LANGUAGES, ("light", "dark"), (390, 1440))]


def addresses(kiez) -> dict[str, str]:
    """Every public address in German, for the small Kiez of the journeys; the page to apply on comes with it."""
    return {
        "home": "/",
        "directory": "/gewerbe/",
        "directory, filtered": f"/gewerbe/?trade=schneiderei&street={kiez.tailor.street_key}",
        "directory, nearest first": f"/gewerbe/?near={kiez.tailor.street_key}",
        "directory, near a point": "/gewerbe/?near=52.4766,13.4237",
        "directory, plan": "/gewerbe/?view=plan",
        "directory, nothing found": "/gewerbe/?street=nirgends",
        "initiatives": "/initiativen/",
        "initiative": kiez.initiative.url,
        "profile": kiez.tailor.url,
        "profile, little known": kiez.unconfirmed.url,
        "change request": f"/eintrag/{kiez.unconfirmed.pk}/",
        "change request, thanks": f"/eintrag/{kiez.unconfirmed.pk}/danke/",
        "news": "/aktuelles/",
        "article": kiez.news.url,
        "campaigns": "/aktionen/",
        "campaign": kiez.campaign.url,
        "search": "/suche/",
        "search with hits": "/suche/?q=Schneider",
        "search without hits": "/suche/?q=Quastenflosser",
        "topic": f"/thema/{kiez.topic.slug}/",
        "text": kiez.about.url,
        "joining": "/mitmachen/",
        "joining, thanks": "/mitmachen/danke/",
        "invitation": kiez.invitation,
        "invitation, over": "/einladung/veraltet/",
        "not found": "/gibt-es-nicht/",
    }


#: What `tests.screens.library_urls` adds to the site: pages nobody has an address for.
FAULTS = {"sent away": "/verboten/", "fault of ours": "/fehler/"}
#: Pages of the sign-in: outside the languages' addresses, and their look follows the person's settings.
SIGN_IN = {"sign-in": "/admin/login/", "sign-in, code": "/admin/sign-in/code/"}


def in_language(address, language) -> str:
    return address if language == "de" else f"/{language}{address}"


def pairwise(names, looks=LOOKS) -> list[tuple[str, Look]]:
    """A short list of (name, look) in which every two values of name, language, colours and width meet once.

    Greedy: takes the look that brings most pairs not seen yet, until none is left. The same list every time.
    """
    rows = [(name, look) for name in names for look in looks]
    left = {pair for row in rows for pair in _pairs(row)}
    chosen = []
    while left:
        best = max(rows, key=lambda row: len(_pairs(row) & left))
        chosen.append(best)
        left -= _pairs(best)
    return chosen


def _pairs(row) -> frozenset:
    name, look = row
    values = [("name", name), ("language", look.language), ("colours", look.colours), ("width", look.width)]
    return frozenset(combinations(values, 2))
