"""Counting choices beside filters: any number of facets in one query."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Count, Max, Value
from django.db.models.functions import Cast

from site_core.text.folding import sort_key


@dataclass(frozen=True)
class Choice:
    slug: str
    label: str
    count: int
    parent: str = ""
    chosen: bool = False
    children: tuple["Choice", ...] = ()


def facet(name, pages, slug, label="", parent=""):
    """One facet of `pages`: rows of (name, slug, parent, label, number of pages). Expressions or plain strings."""
    return (
        pages.order_by()
        .annotate(facet=_text(name), facet_slug=_text(slug), facet_parent=_text(parent))
        .values("facet", "facet_slug", "facet_parent")
        .annotate(facet_label=Max(_text(label)), facet_count=Count("pk", distinct=True))
        .values_list("facet", "facet_slug", "facet_parent", "facet_label", "facet_count")
    )


def count_all(first, *others) -> dict[str, list[Choice]]:
    """All the facets in one UNION: name to choices, in telephone-book order."""
    found = defaultdict(list)
    for name, slug, parent, label, count in first.union(*others, all=True):
        if slug:
            found[name].append(Choice(slug, label or slug, count, parent or ""))
    for choices in found.values():
        choices.sort(key=lambda choice: sort_key(choice.label))
    return found


def mark(choices, chosen, *, below=()) -> list[Choice]:
    """The choices with the chosen one marked, each with its children from `below`."""
    children = defaultdict(list)
    for child in below:
        children[child.parent].append(Choice(child.slug, child.label, child.count, child.parent, child.slug == chosen))
    return [
        Choice(each.slug, each.label, each.count, each.parent, each.slug == chosen, tuple(children[each.slug]))
        for each in choices
    ]


def _text(expression):
    return Value(expression, CharField()) if isinstance(expression, str) else Cast(expression, CharField())
