"""Several things side by side, as the active language writes it: Arabic has a comma of its own."""

from collections.abc import Iterable

from django.utils.translation import pgettext


def separator() -> str:
    return pgettext("between things in a list", ", ")


def listed(items: Iterable) -> str:
    return separator().join(str(item) for item in items)
