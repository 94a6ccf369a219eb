"""A letter in plain text, and the same as simple HTML."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language_bidi, override

from site_core.models import SiteSettings

_ADDRESS = re.compile(r"""(https?://[^\s<>"'«»]*[^\s<>"'«».,;:!?()\[\]])""")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


def write(*, subject, template, context, language) -> Letter:
    """Renders a letter in `language`; the template is plain text, so nothing in it is escaped.

    A lazy subject may hold placeholders such as %(page)s, filled from `context`: `_("…") % {…}` would translate it at
    once, into the language of whoever is just using the site. The template knows `site_name` besides.
    """
    with override(language):
        name = SiteSettings.load().name
        context = {"site_name": name, **context}
        title = _one_line(_filled(subject, context))
        text = _tidy(get_template(template).template.render(Context(context, autoescape=False)))
        html = render_to_string(
            "mails/base.html",
            {
                "subject": title,
                "site_name": name,
                "site_url": settings.WAGTAILADMIN_BASE_URL,
                "language": language,
                "direction": "rtl" if get_language_bidi() else "ltr",
                "paragraphs": [[_linked(line) for line in block.split("\n")] for block in text.strip().split("\n\n")],
            },
        )
    return Letter(title, text, html)


def _filled(subject, context) -> str:
    if not isinstance(subject, Promise):
        return subject
    return _PLACEHOLDER.sub(lambda found: str(context.get(found[1], found[0])), str(subject))


def _one_line(text) -> str:
    return " ".join(text.split())


def _tidy(text) -> str:
    """At most one empty line between paragraphs, no spaces at the end of a line."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines.strip("\n")) + "\n"


def _linked(line):
    """The line for HTML, with the addresses in it turned into links."""
    pieces = _ADDRESS.split(line)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="{0}" dir="ltr">{0}</a>', piece) if at % 2 else piece,)
            for at, piece in enumerate(pieces)
        ),
    )
