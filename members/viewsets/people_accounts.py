"""One person: the own account, and the coordination's view of a member's."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from members.models import Application, Membership, User
from members.people.forms import AddressForm, EraseForm
from members.people.permissions import may_look_after
from members.services.addresses import TooMany, request_address_change
from members.services.keeping import set_active
from members.services.personal_data import LastSuperuser, erase_person
from members.sign_in.devices import has_second_factor
from members.sign_in.fresh import is_fresh
from members.sign_in.permissions import may_reset_second_factor
from members.viewsets.people_screens import PeopleScreen, download


def kept_alone(user) -> list[Membership]:
    """What would be left without anybody."""
    kept = Membership.objects.filter(user=user).select_related("page")
    return [each for each in kept if not each.page.memberships.exclude(user=user).exists()]


def erase_words(user) -> list[str]:
    titles = ", ".join(f"»{each.page.title}«" for each in kept_alone(user))
    said = [
        _("The account is deleted at once, with the e-mail address, the name and the ways to sign in."),
        _("Pictures that no page shows are deleted; texts and pictures on pages stay, without the name."),
        _("This cannot be undone."),
    ]
    return [*said, _("Nobody else keeps: %(titles)s.") % {"titles": titles}] if titles else said


class MeView(PeopleScreen):
    template_name = "members/people/me.html"
    page_title = gettext_lazy("My data")
    header_icon = "user"
    http_method_names = ["get", "head"]

    def get_back_url(self):
        return reverse("wagtailadmin_home")


class Mine(PeopleScreen):
    header_icon = "user"

    def get_success_url(self):
        return reverse("people:me")


class NeedsProof(Mine):
    """For what somebody at an open screen must not do: asks for a sign-in of the last minutes."""

    def dispatch(self, request, *args, **kwargs):
        if is_fresh(request):
            return super().dispatch(request, *args, **kwargs)
        return render(request, "members/people/again.html", {"page_title": self.page_title, "here": request.path})


class AddressView(NeedsProof):
    page_title = gettext_lazy("Change my e-mail address")
    form_class = AddressForm
    button = gettext_lazy("Send me the link")

    def explain(self):
        return [
            _("You sign in with %(email)s today.") % {"email": self.request.user.email},
            _("We send a link to the new address. Only when you open it, within 24 hours, the new address counts."),
        ]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        try:
            request_address_change(user=self.request.user, new_email=form.cleaned_data["email"])
        except TooMany:
            form.add_error("email", _("You have asked for this often today. Please try again tomorrow."))
            return self.form_invalid(form)
        messages.success(self.request, _("Please look into your new mailbox: the link is on its way."))
        return redirect(self.get_success_url())


class MyDataView(NeedsProof):
    page_title = gettext_lazy("Download my data")
    http_method_names = ["get", "head"]

    def get(self, request):
        return download(request.user)


class EraseMeView(NeedsProof):
    page_title = gettext_lazy("Delete my account?")
    button = gettext_lazy("Delete my account")
    form_class = EraseForm
    serious = True

    def explain(self):
        return erase_words(self.request.user)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "has_pages": bool(kept_alone(self.request.user))}

    def form_valid(self, form):
        user = User.objects.get(pk=self.request.user.pk)
        try:
            erase_person(user=user, by=user, close_pages=form.close_pages)
        except LastSuperuser:
            form.add_error(None, _("You are the last administrator. Make somebody else one first."))
            return self.form_invalid(form)
        self.request.session.flush()
        logout(self.request)
        return render(self.request, "members/people/erased.html")


class OfPerson(PeopleScreen):
    """A coordinator's screen about a member; never about the desk's or an administrator's account."""

    header_icon = "user"

    def guard(self):
        self.person = get_object_or_404(User, pk=self.kwargs["user_id"])
        if not may_look_after(self.request.user, self.person):
            raise PermissionDenied

    @property
    def named(self) -> str:
        """Whom it is about; in the text, as an address is too long for a heading on a phone."""
        return f"{self.person.get_full_name()} {self.person.email}".strip()

    def get_success_url(self):
        return reverse("people:person", args=[self.person.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, **kwargs)


class PersonView(OfPerson):
    template_name = "members/people/person.html"
    page_title = gettext_lazy("Person")
    http_method_names = ["get", "head"]

    def get_back_url(self):
        return reverse("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        sent = Q(user=self.person) | Q(email__iexact=self.person.email)
        return super().get_context_data(
            memberships=Membership.objects.filter(user=self.person).select_related("page"),
            applications=Application.objects.filter(sent),
            has_second_factor=has_second_factor(self.person),
            may_reset=may_reset_second_factor(self.request.user, self.person),
            **kwargs,
        )


class ExportPersonView(OfPerson):
    page_title = gettext_lazy("Hand out what is kept about this person?")
    button = gettext_lazy("Download")

    def explain(self):
        return [self.named, _("You get a file with all that is kept about this person. Give it to nobody else.")]

    def form_valid(self, form):
        log(self.person, "members.export_person", user=self.request.user)
        return download(self.person)


class ErasePersonView(OfPerson):
    page_title = gettext_lazy("Delete this person?")
    button = gettext_lazy("Delete this person")
    form_class = EraseForm
    serious = True

    def explain(self):
        return [self.named, *erase_words(self.person)]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "has_pages": bool(kept_alone(self.person))}

    def form_valid(self, form):
        try:
            erase_person(user=self.person, by=self.request.user, close_pages=form.close_pages)
        except LastSuperuser:
            form.add_error(None, _("This is the last administrator. Make somebody else one first."))
            return self.form_invalid(form)
        messages.success(self.request, _("The person is deleted."))
        return redirect("wagtailadmin_home")


class ActiveView(OfPerson):
    """Switches the account off, or on again."""

    @property
    def page_title(self):
        return _("Switch this account off?") if self.person.is_active else _("Switch this account on again?")

    @property
    def button(self):
        return _("Switch off") if self.person.is_active else _("Switch on")

    def guard(self):
        super().guard()
        if self.person.pk == self.request.user.pk:
            raise PermissionDenied

    def explain(self):
        if self.person.is_active:
            return [
                self.named,
                _("The person is signed out at once and cannot sign in until you switch the account on again."),
            ]
        return [self.named, _("The person can sign in again.")]

    def form_valid(self, form):
        set_active(user=self.person, active=not self.person.is_active, by=self.request.user)
        return redirect(self.get_success_url())
