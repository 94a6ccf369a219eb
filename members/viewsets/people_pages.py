"""Who keeps a profile: for its people, and for the coordination."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from members.models import BusinessPage, InitiativePage, Membership
from members.people.forms import HandOverForm, InviteForm, SureForm
from members.people.permissions import looks_after_people
from members.permissions import coordinates, keeps, owns
from members.services.closing import close_business
from members.services.invitations import invite
from members.services.keeping import (
    LastOwner,
    hand_over,
    invite_helper,
    leave,
    make_owner,
    remove_person,
)
from members.services.memberships import own_pages
from members.viewsets.people_screens import PeopleScreen


class OwnPeopleView(PeopleScreen):
    """The own profiles and who keeps each; with one profile, that one at once."""

    template_name = "members/people/own.html"
    page_title = gettext_lazy("People")
    http_method_names = ["get", "head"]

    def get(self, request):
        self.pages = list(own_pages(request.user))
        return redirect("people:page", self.pages[0].pk) if len(self.pages) == 1 else super().get(request)

    def get_back_url(self):
        return reverse("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        return super().get_context_data(pages=self.pages, **kwargs)


class OfProfile(PeopleScreen):
    """A screen about the people of one profile."""

    def guard(self):
        self.profile = get_object_or_404(Page.objects.type(BusinessPage, InitiativePage), pk=self.kwargs["page_id"])
        if not self.allowed():
            raise PermissionDenied

    def allowed(self):
        return looks_after_people(self.request.user, self.profile)

    @cached_property
    def people(self):
        return list(Membership.objects.filter(page=self.profile).select_related("user").order_by("-role", "pk"))

    @cached_property
    def membership(self):
        """The one in the address; of this profile."""
        chosen = [each for each in self.people if each.pk == self.kwargs["membership_id"]]
        return chosen[0] if chosen else get_object_or_404(Membership.objects.none())

    @cached_property
    def mine(self):
        return next((each for each in self.people if each.user_id == self.request.user.pk), None)

    def get_page_subtitle(self):
        return self.profile.title

    def get_success_url(self):
        if keeps(self.request.user, self.profile) or coordinates(self.request.user):
            return reverse("people:page", args=[self.profile.pk])
        return reverse("wagtailadmin_home")

    def done(self, message):
        messages.success(self.request, message)
        return redirect(self.get_success_url())

    def refuse_ownerless(self):
        messages.error(self.request, _("First make somebody else an owner: a page needs one."))
        return redirect("people:page", self.profile.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(profile=self.profile, **kwargs)


class PeopleOfPageView(OfProfile):
    template_name = "members/people/page.html"
    page_title = gettext_lazy("People")
    http_method_names = ["get", "head"]

    def allowed(self):
        return keeps(self.request.user, self.profile) or coordinates(self.request.user)

    def get_back_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.profile.pk])

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            people=self.people,
            mine=self.mine,
            decides=looks_after_people(user, self.profile),
            owns=owns(user, self.profile),
            coordinates=coordinates(user),
            **kwargs,
        )


class InviteView(OfProfile):
    page_title = gettext_lazy("Invite a helper")
    form_class = InviteForm
    button = gettext_lazy("Invite")

    def explain(self):
        return [
            _("Helpers edit the page, the opening hours and the pictures. They get a mail that says how to sign in.")
        ]

    def form_valid(self, form):
        invite_helper(page=self.profile, by=self.request.user, **form.cleaned_data)
        return self.done(_("Invited. The mail is on its way to %(email)s.") % form.cleaned_data)


class ResendView(OfProfile):
    """Sends the mail with the way in once more."""

    page_title = gettext_lazy("Send the invitation again?")
    button = gettext_lazy("Send again")

    def allowed(self):
        return coordinates(self.request.user)

    def explain(self):
        return [_("%(email)s gets the mail with the way in once more.") % {"email": self.membership.user.email}]

    def form_valid(self, form):
        invite(user=self.membership.user, page=self.profile, by=self.request.user)
        return self.done(_("Sent."))


class RemoveView(OfProfile):
    page_title = gettext_lazy("End this access?")
    button = gettext_lazy("End access")
    serious = True

    def explain(self):
        return [
            _("%(email)s can no longer edit this page.") % {"email": self.membership.user.email},
            _("The access ends at once, even while the person is signed in. They get a mail about it."),
        ]

    def get(self, request, *args, **kwargs):
        if self.membership == self.mine:
            return redirect("people:leave", self.profile.pk)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            remove_person(membership=self.membership, by=self.request.user)
        except LastOwner:
            return self.refuse_ownerless()
        return self.done(_("The access has ended."))


class MakeOwnerView(OfProfile):
    page_title = gettext_lazy("Make this person an owner?")
    button = gettext_lazy("Make owner")

    def explain(self):
        return [
            _("%(email)s may then invite and remove people, you included, and take the page off.")
            % {"email": self.membership.user.email}
        ]

    def form_valid(self, form):
        make_owner(membership=self.membership, by=self.request.user)
        return self.done(_("Done. The person gets a mail about it."))


class HandOverView(OfProfile):
    page_title = gettext_lazy("Hand this page over")
    form_class = HandOverForm
    button = gettext_lazy("Hand over")
    serious = True

    def allowed(self):
        return owns(self.request.user, self.profile)

    def explain(self):
        return [_("The new owner decides from then on who keeps the page. You cannot take that back yourself.")]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "helpers": [each for each in self.people if each != self.mine]}

    def form_valid(self, form):
        data = form.cleaned_data
        if form.helper is None and data["email"].lower() == self.request.user.email.lower():
            form.add_error("email", _("This is your own address."))
            return self.form_invalid(form)
        to = form.helper or invite_helper(
            page=self.profile,
            by=self.request.user,
            email=data["email"],
            name=data["name"],
            language=data["language"],
        )
        hand_over(membership=self.mine, to=to, by=self.request.user, stays=data["then"] == "stay")
        return self.done(_("Handed over."))


class LeaveView(OfProfile):
    page_title = gettext_lazy("Leave this page?")
    button = gettext_lazy("Leave")
    serious = True

    def allowed(self):
        return self.mine is not None

    def explain(self):
        said = [_("Your access to this page ends at once.")]
        if len(self.people) == 1:
            said.append(
                _("Nobody else keeps this page. It stays on the site, and the coordination keeps it from then on.")
            )
        if own_pages(self.request.user).count() == 1:
            said.append(_("You keep no other page: your account is switched off, and deleted after 90 days."))
        return said

    def form_valid(self, form):
        try:
            leave(membership=self.mine)
        except LastOwner:
            return self.refuse_ownerless()
        return self.done(_("You have left the page."))


class CloseView(OfProfile):
    page_title = gettext_lazy("Take this page off the site for good?")
    form_class = SureForm
    button = gettext_lazy("Take off for good")
    serious = True

    def explain(self):
        return [
            _("The page disappears from the site at once."),
            _("Its pictures and opening hours are deleted. Pictures that other pages show stay."),
            _("The access of all its people ends at once; they get a mail. Who keeps no other page loses the account."),
        ]

    def form_valid(self, form):
        close_business(page=self.profile, by=self.request.user)
        return self.done(_("»%(title)s« is off the site.") % {"title": self.profile.title})
