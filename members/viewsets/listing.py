"""What the desk's listings have in common."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.views import IndexView

from members.permissions import works_at_desk


def written_day(moment) -> str:
    """A day, or the day of a moment here, in figures; empty where there is none."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment)
    return date_format(moment, "SHORT_DATE_FORMAT") if moment else ""


class DeskMenuItem(MenuItem):
    """An entry that members do not see."""

    def is_shown(self, request):
        return works_at_desk(request.user)


class OnlyItsFilters(IndexView):
    """Takes the filters on offer and no other.

    wagtail-modeladmin hands every parameter of the address to the query: `?user__password__startswith=…` would let
    staff read a password's hash letter by letter.
    """

    def get_filters_params(self, params=None):
        offered = {getattr(offer, "parameter_name", offer) for offer in self.list_filter}
        given = super().get_filters_params(params)
        return {name: value for name, value in given.items() if name.split("__", 1)[0] in offered}
