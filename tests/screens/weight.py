"""What a page weighs on a phone: every answer a browser gets for it, texts as brotli."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import brotli

from tests.journeys.looking import read

#: 390 px wide, two dots a pixel.
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
KINDS = ("document", "stylesheet", "script", "font", "image")
#: How hard a server presses what it makes for each visitor, and what it presses once.
AT_ONCE, BEFOREHAND = 5, 11


@dataclass
class Weight:
    """Bytes by kind, and every address that was asked for."""

    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    asked: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.kinds.values())

    def __str__(self):
        parts = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in self.kinds.items() if size)
        return f"{self.total / 1024:.1f} KB in {len(self.asked)} requests ({parts})"


def weigh(new_context, address) -> Weight:
    """Reads the page to its end in a fresh context; `new_context(**screen)` makes that."""
    context = new_context(**PHONE)
    answers = []
    context.on("response", lambda answer: answers.append(answer))
    page = context.new_page()
    read(page, address)
    page.wait_for_load_state("networkidle")
    weight = Weight()
    for answer in answers:
        if answer.url.startswith(("data:", "blob:")):
            continue
        kind = answer.request.resource_type
        weight.kinds[kind] = weight.kinds.get(kind, 0) + _size(answer, kind)
        weight.asked.append(urlsplit(answer.url).path)
    context.close()
    return weight


def _size(answer, kind) -> int:
    body = answer.body()
    if kind == "document":
        return len(brotli.compress(body, quality=AT_ONCE))
    if kind in ("stylesheet", "script") or "svg" in answer.headers.get("content-type", ""):
        return len(brotli.compress(body, quality=BEFOREHAND))
    return len(body)
