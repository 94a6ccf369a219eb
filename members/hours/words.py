"""Opening hours in words, in the active language.

A language says hours its own way through the messages: English writes ``09:00``, German ``9 Uhr``. Times inside a
list stay bare ("9:30–13 und 15–18"), the unit comes once around the whole.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .evaluation import BERLIN
from .rules import APPOINTMENT
from .schedule import Day, Span, Status

A_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class WeekRow:
    """One line of the week: consecutive days with the same words. ``label`` names them, ``is_today``: one is today."""

    label: str
    text: str
    is_today: bool
    days: tuple[Day, ...]


@dataclass(frozen=True)
class NowInWords:
    """Open or not, and after it what comes next; ``rest`` begins with its own comma where it needs one."""

    state: str
    rest: str = ""

    def __str__(self):
        return f"{self.state}{self.rest}"


def day_in_words(day: Day) -> str:
    """``10–18 Uhr``, ``9:30–13 und 15–18 Uhr``, ``ab 18 Uhr``, ``geschlossen (Urlaub)``, ``nach Vereinbarung``."""
    if day.closed_reason is not None:
        return _with_remark(_("closed"), day.closed_reason)
    if not day.spans:
        text = _on_request(day.note) if day.by_appointment else _("closed")
    else:
        text = _spans_in_words(day.spans)
        if day.by_appointment:
            text = _("%(times)s, otherwise %(appointment)s") % {"times": text, "appointment": _on_request(day.note)}
    return _with_remark(text, day.holiday)


def status_in_words(status: Status, moment: datetime.datetime) -> str:
    """``offen bis 19 Uhr``, ``öffnet morgen um 9 Uhr``, ``durchgehend geöffnet``, ``nach Vereinbarung``."""
    moment = moment.astimezone(BERLIN)
    if status.is_open:
        return _open_in_words(status, moment)
    if status.opens_at is None:
        return _("by appointment") if status.by_appointment else _("closed today")
    opens_at = status.opens_at.astimezone(BERLIN)
    days_away = (opens_at.date() - moment.date()).days
    said = {"time": _one_time(opens_at), "day": WEEKDAYS[opens_at.weekday()]}
    if days_away == 0:
        return _("opens at %(time)s") % said
    if days_away == 1:
        return _("opens tomorrow at %(time)s") % said
    if days_away < A_WEEK.days:
        return _("opens %(day)s at %(time)s") % said
    return _("closed today, opens again on %(date)s") % {"date": _date(opens_at.date(), moment.date())}


def now_in_words(status: Status, moment: datetime.datetime, days: Iterable[Day]) -> NowInWords:
    """``Jetzt geöffnet`` ``bis 18 Uhr, morgen Ruhetag``; ``Jetzt geschlossen``, ``öffnet morgen um 9 Uhr``.

    ``days``: the coming days, today first.
    """
    if not status.is_open:
        words = status_in_words(status, moment)
        return NowInWords(_("Closed now"), _comma(words)) if status.opens_at else NowInWords(_sentence(words))
    if status.until is None or status.end_assumed or status.until - moment >= datetime.timedelta(days=1):
        return NowInWords(_sentence(status_in_words(status, moment)))
    said = {"time": _one_time(status.until.astimezone(BERLIN), is_end=True)}
    until = _("until at least %(time)s") % said if status.open_ended else _("until %(time)s") % said
    return NowInWords(_("Open now"), f" {until}{_comma(_afterwards(status.until, moment.astimezone(BERLIN), days))}")


def week_in_words(days: Iterable[Day], today: datetime.date | None = None) -> list[WeekRow]:
    """The days as rows, neighbours with the same words in one row ("Montag–Freitag")."""
    today = today or datetime.datetime.now(BERLIN).date()
    rows = []
    for text, group in groupby(days, key=day_in_words):
        same = tuple(group)
        rows.append(WeekRow(_days_label(same), text, any(day.date == today for day in same), same))
    return rows


def _open_in_words(status: Status, moment: datetime.datetime) -> str:
    if status.until is None:
        return _("open around the clock")
    if status.end_assumed:
        return _("open, no fixed closing time")
    until = status.until.astimezone(BERLIN)
    said = {"time": _one_time(until, is_end=True)}
    if status.open_ended:
        return _("open until at least %(time)s") % said
    if until - moment < datetime.timedelta(days=1):
        return _("open until %(time)s") % said
    last_day = (until - datetime.timedelta(microseconds=1)).date()
    if until - moment < A_WEEK:
        return _("open until %(day)s, %(time)s") % {**said, "day": WEEKDAYS[last_day.weekday()]}
    return _("open until %(date)s") % {"date": _date(last_day, moment.date())}


def _afterwards(until: datetime.datetime, moment: datetime.datetime, days: Iterable[Day]) -> str:
    """When it opens again, if that is today or tomorrow, or that tomorrow it does not."""
    tomorrow = moment.date() + datetime.timedelta(days=1)
    near = [day for day in days if day.date in (moment.date(), tomorrow)]
    again = next((span for day in near for span in day.spans if span.starts_at >= until), None)
    if again is not None:
        said = {"time": _one_time(again.starts_at)}
        is_today = again.starts_at.date() == moment.date()
        return _("again from %(time)s") % said if is_today else _("tomorrow from %(time)s") % said
    day = next((day for day in near if day.date == tomorrow and not day.spans and not day.by_appointment), None)
    if day is None:
        return ""
    return _("closed tomorrow") if day.closed_reason is not None or day.holiday else _("tomorrow is the day of rest")


def _comma(words: str) -> str:
    return pgettext("between open or not and what comes next", ", %(words)s") % {"words": words} if words else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _spans_in_words(spans: list[Span]) -> str:
    if len(spans) == 1 and spans[0].is_whole_day:
        return _with_remark(_("around the clock"), spans[0].comment)
    times = _with_unit(_listed([_span_in_words(span) for span in spans]))
    if spans[-1].open_ended and not spans[-1].end_assumed:
        times = _("%(times)s or longer") % {"times": times}
    return _with_remark(times, "; ".join(dict.fromkeys(span.comment for span in spans if span.comment)))


def _span_in_words(span: Span) -> str:
    start = _bare_time(span.starts_at)
    if span.end_assumed:
        return pgettext("open from this time on, closing time unknown", "from %(time)s") % {"time": start}
    return _("%(start)s–%(end)s") % {"start": start, "end": _bare_time(span.ends_at, is_end=True)}


def _listed(items: list[str]) -> str:
    if len(items) == 1:
        return items[0]
    separator = pgettext("between times in a list", ", ")
    return _("%(items)s and %(last)s") % {"items": separator.join(items[:-1]), "last": items[-1]}


def _bare_time(moment: datetime.datetime, *, is_end: bool = False) -> str:
    hour = 24 if is_end and moment.hour == moment.minute == 0 else moment.hour
    if moment.minute:
        return pgettext("time of day", "%(hour)02d:%(minute)02d") % {"hour": hour, "minute": moment.minute}
    return pgettext("full hour", "%(hour)02d:00") % {"hour": hour}


def _with_unit(times: str) -> str:
    return pgettext("times of day with the word for the hour", "%(times)s") % {"times": times}


def _one_time(moment: datetime.datetime, *, is_end: bool = False) -> str:
    return _with_unit(_bare_time(moment, is_end=is_end))


def _on_request(note: str) -> str:
    return _("by appointment") if not note or _is_plain_appointment(note) else note


def _is_plain_appointment(note: str) -> bool:
    """Whether the note says no more than "by appointment", so that it can be said in every language."""
    found = APPOINTMENT.search(note)
    return bool(found) and len(note.split()) <= 3 and found.end() == len(note.rstrip(".! "))


def _with_remark(text: str, remark: str | None) -> str:
    return _("%(text)s (%(remark)s)") % {"text": text, "remark": remark} if remark else text


def _days_label(days: tuple[Day, ...]) -> str:
    first, last = WEEKDAYS[days[0].date.weekday()], WEEKDAYS[days[-1].date.weekday()]
    if len(days) == 1:
        return str(first)
    if len(days) == 2:
        return _("%(first)s and %(second)s") % {"first": first, "second": last}
    return _("%(first)s–%(last)s") % {"first": first, "last": last}


def _date(day: datetime.date, today: datetime.date) -> str:
    near = day - today < datetime.timedelta(days=300)
    return formats.date_format(day, "MONTH_DAY_FORMAT" if near else "DATE_FORMAT")
