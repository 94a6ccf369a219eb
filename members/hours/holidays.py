"""Berlin's public holidays. opening-hours-py knows Germany's only, and not 8 March, so days are looked up here."""

import datetime
from functools import lru_cache

import holidays as calendars
from django.utils.translation import gettext_lazy as _


@lru_cache(maxsize=32)
def _names(year: int) -> dict[datetime.date, str]:
    return dict(calendars.country_holidays("DE", subdiv="BE", years=[year], language="en_US"))


# The names the calendar gives, to be translated; one it adds later shows in English.
_IN_WORDS = {
    "New Year's Day": _("New Year's Day"),
    "Women's Day": _("Women's Day"),
    "Good Friday": _("Good Friday"),
    "Easter Monday": _("Easter Monday"),
    "Labor Day": _("Labor Day"),
    "Ascension Day": _("Ascension Day"),
    "Pentecost Monday": _("Pentecost Monday"),
    "German Unity Day": _("German Unity Day"),
    "Christmas Day": _("Christmas Day"),
    "Second Day of Christmas": _("Second Day of Christmas"),
}


def holiday_name(day: datetime.date) -> str | None:
    """What the day is called in the active language if it is a public holiday in Berlin."""
    name = _names(day.year).get(day)
    return str(_IN_WORDS.get(name, name)) if name else None


def falls_on(selector: str, day: datetime.date) -> bool:
    """Whether a holiday selector (``PH``, ``PH -1 day``) matches the day.

    School holidays (``SH``) never do: their dates are set by the Senate from year to year and no calendar
    we stand on has them, so the hours of an ordinary day hold.
    """
    kind, _space, offset = selector.partition(" ")
    if kind != "PH":
        return False
    shifted = day - datetime.timedelta(days=int(offset.split()[0])) if offset else day
    return shifted in _names(shifted.year)
