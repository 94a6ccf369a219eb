"""What a coordinator does with one application."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form, Media, Script
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from members.joining.desk_forms import AcceptForm, DeclineForm, SpotForm
from members.joining.likeness import likely_duplicates, other_applications
from members.models import Application
from members.permissions import coordinates, keeps
from members.services.applications import (
    AlreadyDecided,
    AlreadyKept,
    accept_application,
    decline_application,
    submit_application,
)
from members.services.invitations import NotInvited, invite, issue_invitation
from members.viewsets.people_screens import PeopleScreen
from site_core.models import SiteSettings
from site_core.qr import qr_picture


class DeskScreen(PeopleScreen):
    """For coordinators only."""

    header_icon = "mail"

    def guard(self):
        if not coordinates(self.request.user):
            raise PermissionDenied

    def get_success_url(self):
        return reverse("applications_modeladmin_index")


class ShowView(DeskScreen):
    """Everything the applicant wrote beside the profiles it may be about, and the two decisions."""

    template_name = "members/joining/application.html"
    page_title = gettext_lazy("Application")
    http_method_names = ["get", "head"]

    @cached_property
    def application(self):
        rows = Application.objects.select_related("trade", "entered_by", "decided_by", "page", "user", "entry")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def likely(self):
        return likely_duplicates(self.application) if self.application.is_waiting else []

    @property
    def may_be_invited(self) -> bool:
        """Somebody who keeps the page and has no password yet; a link would open nothing for anybody else."""
        user = self.application.user
        return bool(user and user.is_active and not user.has_usable_password()) and keeps(user, self.application.page)

    def get_page_subtitle(self):
        return self.application.name

    def accept_form(self, data=None):
        return AcceptForm(data, application=self.application, likely=self.likely)

    def get_context_data(self, **kwargs):
        application = self.application
        context = {
            "application": application,
            "likely": self.likely,
            "others": other_applications(application) if application.is_waiting else [],
            "accept_form": self.accept_form(),
            "decline_form": DeclineForm(),
            "may_be_invited": self.may_be_invited,
        }
        return super().get_context_data(**{**context, **kwargs})

    def get_success_url(self):
        return reverse("application:show", args=[self.application.pk])


class ActView(ShowView):
    """A decision; what cannot be done is said, and nothing is done twice."""

    http_method_names = ["post"]
    form_name = "form"

    def form_invalid(self, form):
        if not self.application.is_waiting:  # what was offered is gone: somebody else was faster
            messages.error(self.request, str(AlreadyDecided()))
            return redirect(self.get_success_url())
        return self.render_to_response(self.get_context_data(**{self.form_name: form}), status=422)

    def form_valid(self, form):
        try:
            self.act(form)
        except (AlreadyDecided, AlreadyKept, NotInvited) as error:
            messages.error(self.request, str(error))
        return redirect(self.get_success_url())


class AcceptView(ActView):
    form_name = "accept_form"

    def get_form(self, form_class=None):
        return self.accept_form(self.request.POST)

    def act(self, form):
        entry = Page.objects.get(pk=form.chosen) if form.chosen else None
        accept_application(application=self.application, by=self.request.user, entry=entry)
        if self.application.email:
            said = _("A mail is on its way to %(email)s.") % {"email": self.application.email}
        else:
            said = _("Accepted. There is no e-mail address, so the coordination keeps the page.")
        messages.success(self.request, said)


class DeclineView(ActView):
    form_name = "decline_form"
    form_class = DeclineForm

    def act(self, form):
        decline_application(application=self.application, by=self.request.user, reason=form.cleaned_data["reason"])
        messages.success(self.request, _("Declined."))


class OfMemberView(ActView):
    """For somebody who was accepted and has an account."""

    form_class = Form

    def guard(self):
        super().guard()
        if not (self.application.user and self.application.page):
            raise Http404

    @property
    def invited(self):
        return {"user": self.application.user, "page": self.application.page, "by": self.request.user}


class InviteAgainView(OfMemberView):
    def act(self, form):
        invite(**self.invited)
        messages.success(self.request, _("A mail is on its way to %(email)s.") % {"email": self.application.user.email})


class LetterView(OfMemberView):
    """A printed invitation. It stands in this answer only: the link in it is kept nowhere."""

    template_name = "members/joining/letter.html"

    def form_valid(self, form):
        try:
            invitation, address = issue_invitation(**self.invited)
        except NotInvited as error:
            messages.error(self.request, str(error))
            return redirect(self.get_success_url())
        return self.render_to_response(
            {
                "application": self.application,
                "page": self.application.page,
                "person": self.application.user,
                "address": address,
                "picture": qr_picture(address, css_class="letter__qr"),
                "until": invitation.expires_at,
                "platform": SiteSettings.load(),
                "media": Media(js=[Script("js/print_button.js", defer=True)]),
            }
        )


class AddView(DeskScreen):
    """An application written down on the spot, for somebody who stands there."""

    page_title = gettext_lazy("Write down an application")
    form_class = SpotForm
    button = gettext_lazy("Save")

    def explain(self):
        return [_("Next you see whether there is an entry like this already, and accept the application.")]

    def form_valid(self, form):
        application = submit_application(values=form.values, checked=True, entered_by=self.request.user)
        return redirect("application:show", application.pk)
