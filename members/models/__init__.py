"""Profiles of businesses and initiatives, what they are filed under, and the people behind them."""

from members.models.applications import Application
from members.models.hours import Closure, OpeningHours, OpeningSpan
from members.models.house_numbers import HouseNumber
from members.models.indexes import BusinessIndexPage, InitiativeIndexPage
from members.models.join_page import JoinPage
from members.models.keys import AddressChange, Invitation, SignInCode
from members.models.memberships import Membership
from members.models.profiles import BusinessPage, GalleryPicture, InitiativePage, ProfilePage
from members.models.puzzles import SpentPuzzle
from members.models.records import ProfileRecord
from members.models.requests import ChangeRequest
from members.models.reviews import EditorialReview
from members.models.short_texts import ShortText
from members.models.trades import SpokenLanguage, Trade
from members.models.users import User

__all__ = [
    "AddressChange",
    "Application",
    "BusinessIndexPage",
    "BusinessPage",
    "ChangeRequest",
    "Closure",
    "EditorialReview",
    "GalleryPicture",
    "HouseNumber",
    "InitiativeIndexPage",
    "InitiativePage",
    "Invitation",
    "JoinPage",
    "Membership",
    "OpeningHours",
    "OpeningSpan",
    "ProfilePage",
    "ProfileRecord",
    "ShortText",
    "SignInCode",
    "SpentPuzzle",
    "SpokenLanguage",
    "Trade",
    "User",
]
