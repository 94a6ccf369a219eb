"""What is near: the middle of a street, distances within a city as numbers and in words."""

from math import cos, pi, radians, sqrt

from django.db.models import Avg, Min, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

EARTH = 6_371_000
DEGREE = EARTH * pi / 180


def metres_per_degree(latitude) -> tuple[float, float]:
    """The length of one degree northward and eastward at that latitude."""
    return DEGREE, DEGREE * cos(radians(latitude))


class InStreetsQuerySet(QuerySet):
    """Rows with a street and a point."""

    def middle_of(self, street_key) -> dict | None:
        """Name, latitude and longitude of the middle of a street, the mean of its points; None where there is none."""
        rows = self.filter(street_key=street_key, latitude__isnull=False, longitude__isnull=False).order_by()
        found = rows.aggregate(street=Min("street"), latitude=Avg("latitude"), longitude=Avg("longitude"))
        return found if found["street"] else None


def squared_metres(from_latitude, from_longitude, latitude, longitude):
    """The square of the distance, which sorts as the distance does; of numbers and of columns (`F`) alike.

    Across a city the earth is flat: degrees times a constant, so that any database can sort by it.
    """
    north, east = metres_per_degree(from_latitude)
    dy, dx = (latitude - from_latitude) * north, (longitude - from_longitude) * east
    return dy * dy + dx * dx


def distance_in_words(squared) -> str:
    """»120 m« or »1,3 km« from square metres; empty where nothing is known."""
    if squared is None:
        return ""
    metres = sqrt(squared)
    if metres < 995:
        return _("%(metres)s m") % {"metres": max(10, round(metres / 10) * 10)}
    places = 1 if metres < 9_950 else 0
    kilometres = round(metres / 1000, places)  # number_format cuts off, it does not round
    return _("%(kilometres)s km") % {"kilometres": number_format(kilometres, places, force_grouping=True)}
