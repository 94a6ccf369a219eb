"""What a change under review changes, field by field."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from wagtail.admin.compare import M2MFieldComparison


@dataclass(frozen=True)
class Change:
    """One field with old and new text marked; a list of things has an entry for each that changed."""

    label: str
    difference: SafeString | str = ""
    entries: list[tuple[str, list]] = field(default_factory=list)


def changes_between(public, draft, edit_handler, request) -> list[Change]:
    """The fields in which two versions of a page differ, in the order of the form."""
    panel = edit_handler.get_bound_panel(instance=draft, request=request, form=None)
    comparisons = [compare(public, draft) for compare in panel.get_comparison()]
    return [_change(comparison) for comparison in comparisons if _differs(comparison)]


def _differs(comparison) -> bool:
    if isinstance(comparison, M2MFieldComparison):
        # In another order they are the same topics, trades and languages.
        old, new = comparison.get_items()
        return set(old) != set(new)
    return comparison.has_changed()


def _change(comparison) -> Change:
    if comparison.is_field:
        return Change(comparison.field_label(), comparison.htmldiff())
    return Change(comparison.field_label(), entries=[_entry(child) for child in comparison.get_child_comparisons()])


def _entry(child) -> tuple[str, list]:
    kind = "added" if child.is_addition() else "removed" if child.is_deletion() else "kept"
    return kind, [(each.field_label(), each.htmldiff()) for each in child.get_field_comparisons()]
