"""The demo content: reads the files under `content/`, checks them, and hands out frozen dataclasses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from .drawing.catalogue import MOTIFS
from .drawing.outside import OUTSIDE
from .drawing.palette import FACADES, FRONTS
from .drawing.scenes import SCENES
from .records import (
    Block,
    Business,
    Campaign,
    Closure,
    DemoContent,
    Home,
    Index,
    Initiative,
    News,
    Page,
    Pick,
    Profile,
    Site,
    Topic,
    Word,
)
from .specs import PictureSpec

CONTENT_DIR = Path(__file__).parent / "content"
CONTACT_LINES = {"phone", "email", "website"}
PROFILE_TEXTS = ("who_we_are", "what_we_offer", "what_the_kiez_means", "why_we_take_part")
BLOCK_TYPES = {"heading", "text", "quote", "image", "cta"}

Entry = dict[str, Any]
T = TypeVar("T")
P = TypeVar("P", bound=Profile)


class ContentError(ValueError):
    """A content file is wrong; the message names the file and the entry."""


def load(folder: Path = CONTENT_DIR) -> DemoContent:
    """All demo content. Raises ContentError naming file and entry for whatever does not fit."""
    topics = tuple(_each(folder / "topics.toml", "topic", "slug", _topic))
    known = {topic.slug for topic in topics}
    files = sorted((folder / "businesses").glob("*.toml"))
    read_business = partial(_profile, Business, known)
    businesses = [entry for file in files for entry in _each(file, "business", "name", read_business)]
    initiatives = list(_each(folder / "initiatives.toml", "initiative", "name", partial(_profile, Initiative, known)))
    profiles = _with_facades([*businesses, *initiatives])
    names = [profile.name for profile in profiles]
    if len(set(names)) < len(names):
        raise ContentError(f"businesses: a name occurs twice: {sorted({n for n in names if names.count(n) > 1})}")
    pages_file = folder / "pages.toml"
    pages = _read(pages_file)
    return DemoContent(
        site=_only(pages_file, "site", pages, lambda e: Site(**e)),
        home=_only(pages_file, "home", pages, lambda e: Home(**e)),
        indexes=_only(pages_file, "indexes", pages, lambda e: {key: Index(**value) for key, value in e.items()}),
        topics=topics,
        businesses=tuple(p for p in profiles if isinstance(p, Business)),
        initiatives=tuple(p for p in profiles if isinstance(p, Initiative)),
        news=tuple(_each(folder / "news.toml", "news", "title", partial(_news, known, set(names)))),
        campaigns=tuple(_each(folder / "campaigns.toml", "campaign", "title", partial(_campaign, known, set(names)))),
        pages=tuple(_each(pages_file, "page", "slug", _page)),
        words=tuple(_each(folder / "words.toml", "word", "phrase", lambda entry: Word(**entry))),
        picks=tuple(_each(folder / "words.toml", "pick", "text", lambda entry: Pick(**entry))),
    )


def _read(file: Path) -> Entry:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def _each(file: Path, table: str, label: str, build: Callable[[Entry], T]) -> Iterator[T]:
    for number, entry in enumerate(_read(file).get(table, []), start=1):
        with _Naming(file, entry.get(label) or f"{table} {number}"):
            yield build(entry)


def _only(file: Path, key: str, data: Entry, build: Callable[[Entry], T]) -> T:
    with _Naming(file, key):
        return build(data[key])


class _Naming:
    """Turns whatever goes wrong inside into a ContentError that says where."""

    def __init__(self, file: Path, entry: str):
        self.place = f"{file.name}, {entry}"

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, KeyError):
            raise ContentError(f"{self.place}: {error} is missing or unknown") from error
        if isinstance(error, (TypeError, ValueError)):
            raise ContentError(f"{self.place}: {error}") from error


def _among(what: str, values: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    found = tuple(values)
    unknown = [value for value in found if value not in set(known)]
    if unknown:
        raise ValueError(f"unknown {what}: {', '.join(unknown)}")
    return found


def _topic(entry: Entry) -> Topic:
    name = entry["name"]
    return Topic(
        slug=entry["slug"],
        description=entry["description"],
        name_de=name["de"],
        name_en=name["en"],
        name_tr=name["tr"],
        name_ar=name["ar"],
        synonyms=tuple(entry["synonyms"]),
    )


def _profile(kind: type[P], topics: set[str], entry: Entry) -> P:
    values = dict(entry)
    name = values["name"]
    for text in PROFILE_TEXTS:
        if not 30 <= len(values[text].split()) <= 90:
            raise ValueError(f"{text} has {len(values[text].split())} words, 30 to 90 are wanted")
    if values["quote"] not in values["what_the_kiez_means"]:
        raise ValueError("the quote is not a sentence of what_the_kiez_means")
    if values["accessibility"] not in ("yes", "limited", "no"):
        raise ValueError(f"accessibility is {values['accessibility']!r}")
    picture = values.pop("picture")
    _among("shop front", [picture["front"]], FRONTS)
    _among("thing outside", [picture["outside"]], OUTSIDE)
    _among("motif", [picture["motif"], *values["gallery"]], MOTIFS)
    return kind(
        **values
        | {
            "public": frozenset(_among("contact line", values["public"], CONTACT_LINES)),
            "topics": _among("topic", values["topics"], topics),
            "trades": tuple(values["trades"]),
            "languages": tuple(values["languages"]),
            "closures": tuple(Closure(**closure) for closure in values.get("closures", [])),
            "picture": PictureSpec("shop", name=name, plate=values["housenumber"], **picture),
            "gallery": tuple(
                PictureSpec("detail", motif=motif, name=f"{name}/{number}")
                for number, motif in enumerate(values["gallery"], start=1)
            ),
        }
    )


def _with_facades(profiles: list[Profile]) -> list[Profile]:
    """Colours the walls along each street, so that no two doors next to each other are alike."""
    order = sorted(profiles, key=lambda p: (p.street, int("".join(filter(str.isdigit, p.housenumber)) or 0)))
    colour = {profile.name: index % len(FACADES) for index, profile in enumerate(order)}
    return [profile.painted(colour[profile.name]) for profile in profiles]


def _scene(entry: Entry, name: str) -> PictureSpec:
    kind = entry.get("kind", "scene")
    _among("scene" if kind == "scene" else "motif", [entry["motif"]], SCENES if kind == "scene" else MOTIFS)
    return PictureSpec(kind, motif=entry["motif"], name=name, caption=entry.get("caption", ""))


def _blocks(entries: list[Entry], name: str) -> tuple[Block, ...]:
    return tuple(_block(entry, f"{name}/{number}") for number, entry in enumerate(entries, start=1))


def _block(entry: Entry, name: str) -> Block:
    kind = _among("block", [entry["type"]], BLOCK_TYPES)[0]
    if kind == "image":
        return Block(kind, caption=entry["caption"], picture=_scene(entry["picture"], name))
    if kind == "cta":
        return Block(kind, label=entry["label"], link=entry["link"])
    return Block(kind, text=entry["text"], attribution=entry.get("attribution", ""))


def _lead(entry: Entry) -> str:
    if len(entry["lead"]) > 300:
        raise ValueError(f"lead has {len(entry['lead'])} characters, 300 is the most")
    return entry["lead"]


def _news(topics: set[str], names: set[str], entry: Entry) -> News:
    title = entry["title"]
    return News(
        title=title,
        lead=_lead(entry),
        days_ago=entry["days_ago"],
        topics=_among("topic", entry["topics"], topics),
        mentions=_among("business", entry["mentions"], names),
        picture=_scene(entry["picture"], title) if "picture" in entry else None,
        story=_blocks(entry["story"], title),
    )


def _campaign(topics: set[str], names: set[str], entry: Entry) -> Campaign:
    title = entry["title"]
    if entry["ends_in"] < entry["starts_in"]:
        raise ValueError("it ends before it starts")
    return Campaign(
        title=title,
        lead=_lead(entry),
        place=entry["place"],
        starts_in=entry["starts_in"],
        ends_in=entry["ends_in"],
        topics=_among("topic", entry["topics"], topics),
        participants=_among("business", entry["participants"], names),
        picture=_scene(entry["picture"], title),
        story=_blocks(entry["story"], title),
    )


def _page(entry: Entry) -> Page:
    return Page(
        slug=entry["slug"],
        title=entry["title"],
        lead=_lead(entry),
        in_menu=entry["in_menu"],
        picture=_scene(entry["picture"], entry["title"]) if "picture" in entry else None,
        body=_blocks(entry["body"], entry["title"]),
    )
