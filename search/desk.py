"""What the search brings to the desk's first screen."""

from django.urls import reverse
from django.utils.translation import ngettext

from search.services import unanswered
from site_core.desk import OTHER_LINES
from site_core.registry import DeskLine, DeskList


def teaches(user) -> bool:
    """Whether this person explains words to the search."""
    return user.has_perm("search.add_kiezword")


def explain_url(text) -> str:
    """Where a word gets its meaning, with this one filled in."""
    return reverse("wagtailsnippets_search_kiezword:add", query={"phrase": text})


def not_found(user) -> DeskList:
    """What was searched for most and not found; each line leads to the form that explains it."""
    rows = unanswered()
    lines = [
        DeskLine(
            row["said"],
            explain_url(row["said"]),
            note=ngettext("%(count)s time", "%(count)s times", row["asked"]) % {"count": row["asked"]},
        )
        for row in rows[:OTHER_LINES]
    ]
    return DeskList(lines, rows.count() if lines else 0, reverse("kiez_words:index"))
