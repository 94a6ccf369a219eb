"""The kinds of demo content as frozen dataclasses; dates are counted in days from the day the demo is loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import Literal

from .specs import PictureSpec


@dataclass(frozen=True)
class Topic:
    slug: str
    description: str
    name_de: str
    name_en: str
    name_tr: str
    name_ar: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Closure:
    """Closed from `from_day` to `to_day`, both included, counted from today."""

    from_day: int
    to_day: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A business or an initiative. `public` names the contact lines anybody may see: phone, email, website."""

    name: str
    trades: tuple[str, ...]
    claim: str
    who_we_are: str
    what_we_offer: str
    what_the_kiez_means: str
    quote: str
    why_we_take_part: str
    languages: tuple[str, ...]
    since: int
    street: str
    housenumber: str
    lat: float
    lon: float
    phone: str
    email: str
    website: str
    public: frozenset[str]
    accessibility: Literal["yes", "limited", "no"]
    accessibility_note: str
    opening_hours: str
    topics: tuple[str, ...]
    confirmed_days_ago: int
    picture: PictureSpec
    gallery: tuple[PictureSpec, ...]
    closures: tuple[Closure, ...] = ()
    postcode: str = "12049"
    city: str = "Berlin"

    def painted(self, facade: int) -> Profile:
        """The same profile with another wall colour on its portrait."""
        return replace(self, picture=replace(self.picture, facade=facade))


@dataclass(frozen=True, kw_only=True)
class Business(Profile):
    """One of the invented businesses."""


@dataclass(frozen=True, kw_only=True)
class Initiative(Profile):
    """One of the invented social initiatives."""


@dataclass(frozen=True)
class Block:
    """One part of a story; which fields are filled depends on `type`."""

    type: Literal["heading", "text", "quote", "image", "cta"]
    text: str = ""
    attribution: str = ""
    caption: str = ""
    picture: PictureSpec | None = None
    label: str = ""
    link: str = ""

    def html(self) -> str:
        """`text` as simple HTML: paragraphs, and lists from lines that start with "- " or "1. "."""
        return "".join(_paragraph(part) for part in self.text.strip().split("\n\n"))


def _list_kind(line: str) -> str:
    if line.startswith("- "):
        return "ul"
    return "ol" if line.partition(". ")[0].isdigit() else "p"


def _paragraph(part: str) -> str:
    found = []
    for kind, lines in groupby(part.split("\n"), key=_list_kind):
        if kind == "p":
            found.append("<p>" + "<br/>".join(escape(line, quote=False) for line in lines) + "</p>")
        else:
            items = "".join(f"<li>{escape(line.split(' ', 1)[1], quote=False)}</li>" for line in lines)
            found.append(f"<{kind}>{items}</{kind}>")
    return "".join(found)


@dataclass(frozen=True)
class News:
    title: str
    lead: str
    days_ago: int
    topics: tuple[str, ...]
    mentions: tuple[str, ...]
    picture: PictureSpec | None
    story: tuple[Block, ...]


@dataclass(frozen=True)
class Campaign:
    """`starts_in` and `ends_in` are days from today; negative ones have passed."""

    title: str
    lead: str
    place: str
    starts_in: int
    ends_in: int
    topics: tuple[str, ...]
    participants: tuple[str, ...]
    picture: PictureSpec
    story: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    slug: str
    title: str
    lead: str
    in_menu: bool
    picture: PictureSpec | None
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Word:
    """What a word means in the Kiez: one of a trade, a topic, or other words to search for."""

    phrase: str
    trade: str = ""
    topic: str = ""
    same_as: str = ""
    language: str = ""


@dataclass(frozen=True)
class Pick:
    """The page of a slug, put first where `text` is searched for."""

    text: str
    page: str
    description: str


@dataclass(frozen=True)
class Index:
    """Title and introduction of a listing page."""

    title: str
    intro: str


@dataclass(frozen=True)
class Home:
    headline: str
    intro: str
    search_label: str


@dataclass(frozen=True)
class Site:
    name: str
    claim: str
    contact_email: str
    #: To be filled in by whoever runs the site; the demo has an invented association instead.
    imprint_address: str
    demo_address: str
    funding_notice: str


@dataclass(frozen=True)
class DemoContent:
    """Everything; `indexes` has the keys businesses, initiatives, news and campaigns."""

    site: Site
    home: Home
    indexes: dict[str, Index]
    topics: tuple[Topic, ...]
    businesses: tuple[Business, ...]
    initiatives: tuple[Initiative, ...]
    news: tuple[News, ...]
    campaigns: tuple[Campaign, ...]
    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    picks: tuple[Pick, ...]

    @property
    def profiles(self) -> tuple[Profile, ...]:
        return (*self.businesses, *self.initiatives)

    def pictures(self) -> tuple[PictureSpec, ...]:
        """Every picture the demo needs, each once."""
        found = [spec for profile in self.profiles for spec in (profile.picture, *profile.gallery)]
        for texts in (*self.news, *self.campaigns, *self.pages):
            blocks = texts.body if isinstance(texts, Page) else texts.story
            found += [spec for spec in (texts.picture, *(block.picture for block in blocks)) if spec]
        return tuple(dict.fromkeys(found))
