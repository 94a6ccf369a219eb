"""Addresses of joining beside the page /mitmachen/ itself."""

from django.urls import path

from members.joining.invitation import invitation
from members.joining.puzzle import new_puzzle

urlpatterns = [
    path("einladung/<str:secret>/", invitation, name="invitation"),
    path("mitmachen-raetsel/", new_puzzle, name="puzzle"),
]
