"""The member's form for opening hours: a week as a table, closed days below."""

from datetime import time

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from members.hours.reading import LONGEST
from members.models.hours import Closure, validate_hours
from members.own.week import MOST_STRETCHES, Week, osm_of, week_of

TABLE, TEXT = "table", "text"
MIDNIGHT = time(0)


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self, **kwargs):
        super().__init__(format="%H:%M", **kwargs)


class Calendar(forms.DateInput):
    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class OwnHoursForm(forms.Form):
    """Either every week the same, as a table, or a text for what no table can say.

    `cleaned_data["osm"]` holds the value to keep. A table nobody touched keeps the value as it was written.
    """

    way = forms.ChoiceField(
        label=_("How do you open?"),
        choices=[(TABLE, _("Every week the same")), (TEXT, _("In another way, as a text"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Your hours as a text"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: Apr-Oct Mo-Fr 10:00-18:00; Sa 10:00-14:00; PH off. The office likes to help."),
    )
    closed_on_holidays = forms.BooleanField(label=_("Closed on public holidays"), required=False)
    note = forms.CharField(
        label=_("A word about it"), required=False, max_length=160, help_text=_("For example: kitchen until 9 pm")
    )

    def __init__(self, *args, hours, **kwargs):
        self.osm = hours.osm
        self.week = week_of(hours.osm) if hours.osm else Week()
        super().__init__(*args, initial=self._initial(hours), **kwargs)
        for day in range(7):
            for number in range(MOST_STRETCHES):
                for end, label in (("from", _("%(day)s, from")), ("to", _("%(day)s, to"))):
                    field = forms.TimeField(label=label % {"day": WEEKDAYS[day]}, required=False, widget=Clock())
                    self.fields[_name(day, number, end)] = field

    def _initial(self, hours):
        initial = {"way": TABLE if self.week else TEXT, "text": hours.osm, "note": hours.note}
        week = self.week or Week()
        initial["closed_on_holidays"] = week.closed_on_holidays
        for day, stretches in enumerate(week.days):
            for number, (start, end) in enumerate(stretches):
                initial |= {_name(day, number, "from"): start, _name(day, number, "to"): end}
        return initial

    def rows(self):
        """(day, [(from, to), …]) of the table, as bound fields."""
        return [
            (
                WEEKDAYS[day],
                [
                    (self[_name(day, number, "from")], self[_name(day, number, "to")])
                    for number in range(MOST_STRETCHES)
                ],
            )
            for day in range(7)
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("way") == TEXT:
            cleaned["osm"] = self._text(cleaned)
        elif not self.errors:
            week = Week([self._stretches(day) for day in range(7)], cleaned["closed_on_holidays"])
            cleaned["osm"] = self.osm if week == self.week else osm_of(week)
        return cleaned

    def _text(self, cleaned):
        text = cleaned.get("text", "").strip()
        try:
            # An imported text that nobody can read may stay until somebody rewrites it.
            if text and text != self.osm:
                validate_hours(text)
        except forms.ValidationError as error:
            self.add_error("text", error)
        return text

    def _stretches(self, day):
        found = []
        for number in range(MOST_STRETCHES):
            start, end = (self.cleaned_data.get(_name(day, number, each)) for each in ("from", "to"))
            if (start is None) != (end is None):
                missing = "from" if start is None else "to"
                self.add_error(_name(day, number, missing), _("From when to when, please."))
            elif start is not None and start == end != MIDNIGHT:
                self.add_error(_name(day, number, "to"), _("This ends when it begins."))
            elif start is not None:
                if found and start < found[-1][1]:
                    self.add_error(_name(day, number, "from"), _("This begins before the first stretch has ended."))
                found.append((start, end))
        return found


class ClosureForm(forms.Form):
    """Some days on which the hours do not hold."""

    first_day = forms.DateField(label=_("First day"), widget=Calendar)
    last_day = forms.DateField(label=_("Last day"), widget=Calendar, required=False)
    reason = forms.CharField(label=_("Reason"), max_length=120, required=False)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day lies before the first."))
        return cleaned

    @property
    def closure(self) -> Closure:
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        return Closure(first_day=first, last_day=last or first, reason=self.cleaned_data["reason"])


Closures = forms.formset_factory(ClosureForm, extra=1, can_delete=True, max_num=50)


def _name(day, number, end):
    return f"day{day}_{number}_{end}"
