"""Profiles of businesses and initiatives, what they are filed under, and the people behind them."""

from members.models.hours import Closure, OpeningHours, OpeningSpan
from members.models.indexes import BusinessIndexPage, InitiativeIndexPage
from members.models.profiles import BusinessPage, GalleryPicture, InitiativePage, ProfilePage
from members.models.records import ProfileRecord
from members.models.requests import ChangeRequest
from members.models.trades import SpokenLanguage, Trade
from members.models.users import User

__all__ = [
    "BusinessIndexPage",
    "BusinessPage",
    "ChangeRequest",
    "Closure",
    "GalleryPicture",
    "InitiativeIndexPage",
    "InitiativePage",
    "OpeningHours",
    "OpeningSpan",
    "ProfilePage",
    "ProfileRecord",
    "SpokenLanguage",
    "Trade",
    "User",
]
