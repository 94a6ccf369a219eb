"""Lists forgive: any page number, any filter."""

import pytest
from django import forms

from site_core.listing import FilterForm, paginate

ROWS = list(range(1, 26))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (None, 1), ("", 1), ("1", 1), ("2", 2), ("3", 3), ("4", 3), ("99999999999999999999", 3), ("0", 3), ("-1", 3),
        ("abc", 1), ("1.5", 1), ("1e9", 1), ("\x00", 1), ("2\x00", 2), ("²", 1), ("٢", 2), (" 2 ", 2), ("x" * 9_000, 1),
    ],
)  # fmt: skip
def test_any_page_number_gives_a_page(asked, shown):
    assert paginate(ROWS, asked, 10).number == shown


def test_an_empty_list_has_one_empty_page():
    page = paginate([], "7", 10)
    assert (page.number, list(page.object_list), page.has_other_pages()) == (1, [], False)


class ColourForm(FilterForm):
    colour = forms.RegexField(r"^[a-z]+$", label="Farbe", required=False, max_length=10)
    size = forms.ChoiceField(choices=[("s", "klein"), ("l", "groß")], label="Größe", required=False)


def test_a_filter_keeps_what_it_understands_and_names_the_rest():
    form = ColourForm({"colour": "rot", "size": "xxl", "fremd": "1"})
    assert form.chosen == {"colour": "rot"}
    assert form.query == {"colour": "rot"}
    assert form.refused == ["Größe"]


def test_without_filters_nothing_is_chosen_and_nothing_refused():
    form = ColourForm({})
    assert (form.chosen, form.query, form.refused) == ({}, {}, [])
