"""One page of each kind on the running demo site, found as a visitor would: by its lists and its map of the site."""

import re
import urllib.request
from urllib.parse import urlsplit

#: Kinds with an address of their own in every demo.
FIXED = {
    "home": "/",
    "directory": "/gewerbe/",
    "directory, filtered": "/gewerbe/?open=now",
    "directory, plan": "/gewerbe/?view=plan",
    "directory, nothing found": "/gewerbe/?street=nirgends",
    "initiatives": "/initiativen/",
    "news": "/aktuelles/",
    "campaigns": "/aktionen/",
    "joining": "/mitmachen/",
    "search with hits": "/suche/?q=Schneider",
    "search without hits": "/suche/?q=Quastenflosser",
    "text": "/ueber-das-projekt/",
    "accessibility statement": "/barrierefreiheit/",
    "not found": "/gibt-es-nicht/",
    "sign-in": "/admin/login/",
}
#: Kinds of which the demo has many: the first below this list.
FIRST_BELOW = {
    "profile": "/gewerbe/",
    "initiative": "/initiativen/",
    "article": "/aktuelles/",
    "campaign": "/aktionen/",
}
#: Linked from the first profile.
ON_PROFILE = {"topic": "/thema/", "change request": "/eintrag/"}


def find(site) -> dict[str, str]:
    """Addresses by kind, without the site's own part."""
    pages = dict(FIXED)
    for kind, below in FIRST_BELOW.items():
        pages[kind] = next(path for path in _links(site, below) if re.fullmatch(rf"{below}[^/?]+/", path))
    linked = _links(site, pages["profile"])
    for kind, start in ON_PROFILE.items():
        pages[kind] = next(path for path in linked if path.startswith(start))
    return pages


def _links(site, path) -> list[str]:
    with urllib.request.urlopen(site + path, timeout=30) as answer:
        html = answer.read().decode()
    return [urlsplit(href).path for href in re.findall(r'<a\b[^>]*?\shref="([^"]+)"', html)]
