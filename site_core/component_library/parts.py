"""What examples are made of, and the stock values that several components are shown with."""

from dataclasses import dataclass
from types import SimpleNamespace as Values

from site_core.pictures import Picture

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenwerkstatt & Söhne (vormals Schillerpromenade)"
ARABIC = "مخبز الحيّ"
WORDS = "Wir backen nachts, damit es morgens duftet."
#: A bright sky, a dark house: light and shade enough to see whether a picture is there and how it is cut.
PICTURE = Picture(
    src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 600'%3E"
    "%3Cpath fill='%23b8c4cc' d='M0 0h800v600H0z'/%3E%3Cpath fill='%23554a44' d='M150 600V220l250-130 250 130v380z'/%3E"
    "%3Cpath fill='%23e8d9a0' d='M250 330h120v150H250zm180 0h120v150H430z'/%3E%3C/svg%3E",
    srcset="",
    width=800,
    height=600,
    alt="Ein Haus mit zwei Fenstern",
    credit="Ayşe Yıldız",
)


@dataclass(frozen=True)
class Example:
    """One state of a component: what its template is given."""

    state: str
    values: dict


@dataclass(frozen=True)
class Component:
    """A template of `templates/components/`. `wide` ones fill the page; of one `in_head` there is but markup to see."""

    name: str
    examples: tuple[Example, ...]
    wide: bool = False
    in_head: bool = False


def profile(**fields):
    """What cards and lines of a profile are given."""
    stock = {
        "pk": 7, "title": "Backstube", "url": "#", "language": "de", "plate": "17a", "picture": None,
        "colour": "bakery", "trades": "Bäckerei", "address": "Weisestraße 17a", "distance": "", "claim": WORDS,
        "status": "bis 18 Uhr", "is_open": True,
    }  # fmt: skip
    return Values(**{**stock, **fields})
