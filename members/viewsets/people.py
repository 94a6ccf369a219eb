"""The addresses of the screens about people."""

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from members.viewsets import people_accounts as accounts
from members.viewsets import people_pages as pages


class PeopleViewSet(ViewSet):
    name = url_prefix = "people"

    def get_urlpatterns(self):
        return [
            path("", pages.OwnPeopleView.as_view(), name="own"),
            path("page/<int:page_id>/", pages.PeopleOfPageView.as_view(), name="page"),
            path("page/<int:page_id>/invite/", pages.InviteView.as_view(), name="invite"),
            path("page/<int:page_id>/again/<int:membership_id>/", pages.ResendView.as_view(), name="resend"),
            path("page/<int:page_id>/remove/<int:membership_id>/", pages.RemoveView.as_view(), name="remove"),
            path("page/<int:page_id>/owner/<int:membership_id>/", pages.MakeOwnerView.as_view(), name="make_owner"),
            path("page/<int:page_id>/hand-over/", pages.HandOverView.as_view(), name="hand_over"),
            path("page/<int:page_id>/leave/", pages.LeaveView.as_view(), name="leave"),
            path("page/<int:page_id>/close/", pages.CloseView.as_view(), name="close"),
            path("me/", accounts.MeView.as_view(), name="me"),
            path("me/address/", accounts.AddressView.as_view(), name="address"),
            path("me/data/", accounts.MyDataView.as_view(), name="data"),
            path("me/delete/", accounts.EraseMeView.as_view(), name="erase_me"),
            path("person/<int:user_id>/", accounts.PersonView.as_view(), name="person"),
            path("person/<int:user_id>/data/", accounts.ExportPersonView.as_view(), name="export"),
            path("person/<int:user_id>/delete/", accounts.ErasePersonView.as_view(), name="erase"),
            path("person/<int:user_id>/active/", accounts.ActiveView.as_view(), name="active"),
        ]
