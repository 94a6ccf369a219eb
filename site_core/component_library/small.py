"""Examples of small parts: plate, date, chip, forms, filters, notices, pagination, pictures."""

from datetime import date

from django import forms
from django.core.paginator import Paginator

from site_core.component_library.parts import LONG, PICTURE, Component, Example, Values

_TRADES = [
    {"slug": "essen", "label": "Essen und Trinken", "count": 12, "chosen": True, "children": [
        {"slug": "cafe", "label": "Café", "count": 7, "chosen": False},
        {"slug": "lang", "label": LONG, "count": 1, "chosen": False},
    ]},
    {"slug": "handwerk", "label": "Handwerk", "count": 4, "chosen": False, "children": []},
]  # fmt: skip
_CHILD_CHOSEN = [
    {**_TRADES[0], "chosen": False, "children": [{**_TRADES[0]["children"][0], "chosen": True}]},
    _TRADES[1],
]
_NONE_CHOSEN = [{**_TRADES[0], "chosen": False}, _TRADES[1]]
_WEEK = [
    {"label": "Montag", "text": "8 bis 18 Uhr", "is_today": True},
    {"label": "Dienstag", "text": "8 bis 12 Uhr und 14 bis 18 Uhr", "is_today": False},
    {"label": "Mittwoch", "text": "geschlossen", "is_today": False},
]
_STREETS = [("weisestr", "Weisestraße"), ("okerstr", "Okerstraße")]


class SampleForm(forms.Form):
    name = forms.CharField(label="Ihr Name")
    note = forms.CharField(label="Nachricht", required=False, widget=forms.Textarea, help_text="Zwei Sätze genügen.")
    kind = forms.ChoiceField(label="Art", choices=[("1", "Betrieb"), ("2", LONG)], widget=forms.RadioSelect)
    street = forms.ChoiceField(label="Straße", choices=[("1", "Weisestraße"), ("2", LONG)])
    agreed = forms.BooleanField(label="Ich stimme zu")


_EMPTY, _WRONG = SampleForm(), SampleForm({"name": "", "kind": "", "note": "x"})


def _page(number, entries=60):
    return {"items": Paginator(range(entries), 24).get_page(number), "filters": {}}


SMALL = [
    Component(
        "plate",
        (
            Example("normal", {"number": "17a"}),
            Example("large", {"number": "17a", "large": True}),
            Example("long", {"number": "100–102 c"}),
        ),
    ),
    Component(
        "date",
        (
            Example("normal", {"on": date(2026, 11, 3)}),
            Example("over, with its year", {"on": date(2025, 3, 28), "over": True, "with_year": True}),
        ),
    ),
    Component("hours", (Example("a week, today first", {"week": _WEEK}),)),
    Component(
        "chip",
        (
            Example("normal", {"href": "#", "label": "Nachhaltig"}),
            Example("active filter", {"href": "#", "label": "Nachhaltig", "remove": True}),
            Example("long words", {"href": "#", "label": LONG}),
        ),
    ),
    Component(
        "topics",
        (
            Example(
                "two",
                {"topics": [Values(slug="reparieren", label="Reparieren"), Values(slug="bio", label="Nachhaltig")]},
            ),
        ),
    ),
    Component("topic_chip", (Example("active filter", {"label": "Reparieren", "url": "#"}),)),
    Component(
        "filter_group",
        (
            Example("nothing chosen", {"name": "trade", "heading": "Gewerbe", "choices": _NONE_CHOSEN, "filters": {}}),
            Example("a branch chosen", {"name": "trade", "heading": "Gewerbe", "choices": _TRADES, "filters": {}}),
            Example("a craft chosen", {"name": "trade", "heading": "Gewerbe", "choices": _CHILD_CHOSEN, "filters": {}}),
        ),
    ),
    Component(
        "near",
        (
            Example("nothing chosen", {"filters": {}, "origin": None, "streets": _STREETS}),
            Example(
                "a street",
                {
                    "filters": {"trade": "cafe"},
                    "origin": Values(street="Okerstraße", written="okerstr"),
                    "streets": _STREETS,
                },
            ),
            Example(
                "a position",
                {"filters": {}, "origin": Values(street="", written="52.4766,13.4237"), "streets": _STREETS},
            ),
        ),
    ),
    Component(
        "form_field",
        (
            Example("normal", {"field": _EMPTY["name"]}),
            Example("optional, with help", {"field": _EMPTY["note"]}),
            Example("filled in", {"field": _WRONG["note"]}),
            Example("choices", {"field": _EMPTY["kind"]}),
            Example("a list to choose from", {"field": _EMPTY["street"]}),
            Example("a tick", {"field": _EMPTY["agreed"]}),
            Example("error", {"field": _WRONG["name"]}),
            Example("error in choices", {"field": _WRONG["kind"]}),
        ),
    ),
    Component(
        "search_form",
        (
            Example("normal", {"hint": "Bäckerei, Rad, Weisestraße"}),
            Example("filled in", {"text": LONG, "filters": {}}),
        ),
    ),
    Component(
        "notice",
        (
            Example("normal", {"text": "Dieser Betrieb hat heute geschlossen."}),
            Example("long words", {"text": LONG}),
        ),
    ),
    Component(
        "refused",
        (Example("one part", {"names": ["trade"]}), Example("three parts", {"names": ["trade", "page", "near"]})),
    ),
    Component(
        "pagination",
        (
            Example("first of three", _page(1)),
            Example("middle", _page(2)),
            Example("last", _page(3)),
            Example("many", _page(644, entries=31_000)),
            Example("one page only", _page(1, entries=5)),
        ),
    ),
    Component(
        "picture",
        (
            Example("described", {"picture": PICTURE}),
            Example("decorative", {"picture": PICTURE, "decorative": True, "eager": True}),
        ),
    ),
    Component(
        "figure",
        (
            Example("caption and credit", {"picture": PICTURE, "caption": "Vor dem Laden"}),
            Example("in another language than the page", {"picture": PICTURE, "caption": "Önünde", "lang": "tr"}),
        ),
    ),
]
