"""Every component in its states, for whoever works on the look. Only there while DEBUG is on, see `urls.py`."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace as Values

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.template.loader import render_to_string

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenwerkstatt & Söhne (vormals Schillerpromenade)"
ARABIC = "مخبز الحيّ"
WORDS = "Wir backen nachts, damit es morgens duftet."


@dataclass(frozen=True)
class Example:
    state: str
    values: dict


def profile(**fields):
    stock = {
        "pk": 7, "title": "Backstube", "url": "#", "language": "de", "plate": "17a", "picture": None,
        "colour": "bakery", "trades": "Bäckerei", "address": "Weisestraße 17a", "distance": "", "claim": WORDS,
        "status": "bis 18 Uhr", "is_open": True,
    }  # fmt: skip
    return Values(**{**stock, **fields})


PROFILES = [
    Example("open", {"card": profile()}),
    Example("closed", {"card": profile(pk=11, status="öffnet Di um 8 Uhr", is_open=False, colour="cafe")}),
    Example(
        "name only",
        {"card": profile(pk=3, plate="", trades="", address="", claim="", status="", is_open=False, colour="")},
    ),
    Example("long words", {"card": profile(pk=5, title=LONG, trades=LONG, plate="100–102 c")}),
    Example("Arabic", {"card": profile(pk=9, title=ARABIC, language="ar", claim="نخبز ليلًا.")}),
]


def news(**fields):
    stock = {
        "title": "Neue Bänke",
        "url": "#",
        "lead": WORDS,
        "on": date(2026, 11, 3),
        "language": "de",
        "picture": None,
    }
    return Values(**{**stock, **fields})


def campaign(**fields):
    stock = {
        "title": "Lange Nacht der Läden", "url": "#", "lead": WORDS, "place": "Herrfurthplatz", "picture": None,
        "starts_on": date(2026, 12, 4), "ends_on": None, "is_running": False, "is_over": False, "language": "de",
    }  # fmt: skip
    return Values(**{**stock, **fields})


class SampleForm(forms.Form):
    name = forms.CharField(label="Ihr Name")
    note = forms.CharField(label="Nachricht", required=False, widget=forms.Textarea, help_text="Zwei Sätze genügen.")
    kind = forms.ChoiceField(label="Art", choices=[("1", "Betrieb"), ("2", LONG)], widget=forms.RadioSelect)


WEEK = [
    {"label": "Montag", "text": "8 bis 18 Uhr", "is_today": True},
    {"label": "Dienstag", "text": "8 bis 12 Uhr und 14 bis 18 Uhr", "is_today": False},
    {"label": "Mittwoch", "text": "geschlossen", "is_today": False},
]
TRADES = [
    {"slug": "essen", "label": "Essen und Trinken", "count": 12, "chosen": True, "children": [
        {"slug": "cafe", "label": "Café", "count": 7, "chosen": False},
        {"slug": "lang", "label": LONG, "count": 1, "chosen": False},
    ]},
    {"slug": "handwerk", "label": "Handwerk", "count": 4, "chosen": False, "children": []},
]  # fmt: skip


def _page(number):
    return Paginator(range(60), 24).get_page(number)


def examples() -> dict[str, list[Example]]:
    """Component -> its states."""
    empty, wrong = SampleForm(), SampleForm({"name": "", "kind": ""})
    return {
        "plate": [
            Example("normal", {"number": "17a"}),
            Example("large", {"number": "17a", "large": True}),
            Example("long", {"number": "100–102 c"}),
        ],
        "profile_card": PROFILES,
        "profile_line": PROFILES,
        "news_card": [
            Example("normal", {"card": news()}),
            Example("long words", {"card": news(title=LONG, lead=LONG)}),
            Example("Arabic", {"card": news(title=ARABIC, lead=ARABIC, language="ar")}),
        ],
        "campaign_card": [
            Example("coming", {"card": campaign()}),
            Example("running", {"card": campaign(is_running=True, ends_on=date(2026, 12, 6))}),
            Example("over", {"card": campaign(is_over=True)}),
            Example("long words", {"card": campaign(title=LONG, place=LONG)}),
        ],
        "date": [
            Example("normal", {"on": date(2026, 11, 3)}),
            Example("over, with its year", {"on": date(2025, 3, 28), "over": True, "with_year": True}),
        ],
        "hours": [Example("normal", {"week": WEEK})],
        "chip": [
            Example("normal", {"href": "#", "label": "Nachhaltig"}),
            Example("active filter", {"href": "#", "label": "Nachhaltig", "remove": True}),
            Example("long words", {"href": "#", "label": LONG}),
        ],
        "filter_group": [Example("normal", {"name": "trade", "heading": "Gewerbe", "choices": TRADES, "filters": {}})],
        "form_field": [
            Example("normal", {"field": empty["name"]}),
            Example("optional, with help", {"field": empty["note"]}),
            Example("choices", {"field": empty["kind"]}),
            Example("error", {"field": wrong["name"]}),
        ],
        "search_form": [
            Example("normal", {"hint": "Bäckerei, Rad, Weisestraße"}),
            Example("filled in", {"text": LONG, "filters": {}}),
        ],
        "notice": [
            Example("normal", {"text": "Dieser Betrieb hat heute geschlossen."}),
            Example("long words", {"text": LONG}),
        ],
        "people": [Example("normal", {"heading": "Wer mitmacht", "rows": [("Backstube", "#"), (LONG, "#")]})],
        "pagination": [
            Example("first", {"items": _page(1), "filters": {}}),
            Example("middle", {"items": _page(2), "filters": {}}),
        ],
    }


def library(request):
    """All examples on one page; the scheme is the browser's, the language that of the address."""
    shown = [
        (
            name,
            [
                (example.state, render_to_string(f"components/{name}.html", {"language": "de", **example.values}))
                for example in states
            ],
        )
        for name, states in examples().items()
    ]
    return render(request, "development/components.html", {"components": shown, "noindex": True})
