"""Every address there is, from the URL configuration: by name and arguments."""

import re
from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

ADMIN = "admin/"


@dataclass(frozen=True)
class Route:
    """`name` as in reverse(), or the pattern itself where it has none; the arguments tell two of one name apart."""

    name: str
    arguments: frozenset[str]

    def __str__(self):
        return " ".join([self.name, *sorted(self.arguments)])


def all_routes() -> dict[Route, str]:
    """Each route with its pattern, in the order they are tried."""
    return dict(_below(get_resolver(), "", ()))


def _below(resolver, above, namespaces):
    for entry in resolver.url_patterns:
        pattern = above + re.sub(r"^\^", "", str(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _below(entry, pattern, inner)
        else:
            regex = entry.pattern.regex
            unnamed = (str(number) for number in range(regex.groups - len(regex.groupindex)))
            name = ":".join((*namespaces, entry.name)) if entry.name else pattern
            yield Route(name, frozenset([*regex.groupindex, *unnamed])), pattern
