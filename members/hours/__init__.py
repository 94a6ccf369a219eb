"""Opening hours: OSM opening_hours syntax, read generously, evaluated in Europe/Berlin with Berlin's holidays."""

from .errors import InvalidHours
from .schedule import Day, Schedule, Span, Status, normalise, parse

__all__ = ["Day", "InvalidHours", "Schedule", "Span", "Status", "normalise", "parse"]
