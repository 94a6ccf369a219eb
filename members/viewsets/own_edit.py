"""The form of a profile as its people see it."""

from django.contrib import messages
from django.db import transaction
from django.forms import Media
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PreviewSidePanel
from wagtail.admin.views.pages.edit import EditView

from members.own.standing import gaps_of, standing_of
from members.services.reviews import submit_change
from members.viewsets.saving import SavesOnlyDraftsByItself


class OwnActions:
    """The buttons below the form; they say what happens, and there are no others."""

    template_name = "members/own/actions.html"
    media = Media(js=["js/admin_tabs.js"])

    def __init__(self, view):
        self.view = view

    def render_html(self):
        page, may = self.view.page, self.view.page_perms
        context = {
            "page": page,
            "waiting": page.workflow_in_progress,
            "locked": self.view.locked_for_user,
            "may_publish": may.can_publish(),
            "may_submit": may.can_submit_for_moderation(),
        }
        return render_to_string(self.template_name, context, request=self.view.request)


class OwnEditView(SavesOnlyDraftsByItself, EditView):
    """The own page: how it stands, what is missing, the questions of the interview, and buttons in plain words.

    Nobody's name is shown, nothing leads to a screen that is closed to members.
    """

    partials_template_name = "members/own/edit_partials.html"
    header_buttons = header_more_buttons = ()

    def get_template_names(self):
        return ["members/own/edit.html"]

    def get_header_title(self):
        """The name alone: on a phone nothing more fits."""
        return self.page.get_admin_display_title()

    def get(self, request, *args, **kwargs):
        self.form = self._form()
        self.autosave_enabled = self.autosave_enabled and not self.locked_for_user
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        if self.is_out_of_date and not self.expects_json_response and not self.locked_for_user:
            return self._keep_both()
        return super().post(request, *args, **kwargs)

    def _form(self, *data):
        return self.form_class(
            *data,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )

    @cached_property
    def is_out_of_date(self):
        """Also where the page had no version when the form was opened, and has one now."""
        told = self.request.POST.get("loaded_revision_id") or self.request.POST.get("overwrite_revision_id")
        return bool(self.latest_revision) if not told else super().is_out_of_date

    def _keep_both(self):
        """Somebody else saved in the meantime: the form comes back as it was typed, and the next save decides."""
        self.form = self._form(self.request.POST, self.request.FILES)
        self.form.is_valid()
        self.has_unsaved_changes = True
        messages.warning(
            self.request,
            _("Nothing is saved yet: this page was changed elsewhere while you were writing. Your text still stands "
              "in the form. Save again to keep yours, or reload the page to see the other version."),
        )  # fmt: skip
        return self.render_to_response(self.get_context_data())

    def form_invalid(self, form):
        if self.locked_for_user and not self.expects_json_response:
            messages.error(
                self.request,
                _("Not saved: the page waits for review. Your text still stands in the form; please copy it, "
                  "withdraw the page from review, and put it in again."),
            )  # fmt: skip
            self.has_unsaved_changes = True
            return self.render_to_response(self.get_context_data())
        return super().form_invalid(form)

    @transaction.atomic
    def submit_action(self):
        self._save_version()
        submit_change(page=self.page, by=self.request.user)
        said = _("Sent for review. You get a mail as soon as somebody has looked at it.")
        if self.page.live:
            said += " " + _("Until then your page stays public as it was.")
        return self._done(said)

    @transaction.atomic
    def publish_action(self):
        revision = self._save_version()
        response = self.run_hook("before_publish_page", self.request, self.page)
        if response:
            return response
        action = PublishPageRevisionAction(revision, user=self.request.user, changed=self.has_content_changes)
        action.execute(skip_permission_checks=True)
        self.page = self.page.specific_class.objects.get(pk=self.page.pk)
        response = self.run_hook("after_publish_page", self.request, self.page)
        return response or self._done(_("Your changes are public."))

    def _save_version(self):
        self.page = self.form.save(commit=not self.page.live)
        self.subscription.save()
        return self.page.save_revision(user=self.request.user, log_action=True)

    def _done(self, said):
        messages.success(self.request, said)
        return self.run_hook("after_edit_page", self.request, self.page) or self.redirect_away()

    def add_save_confirmation_message(self):
        said = _("Your draft is saved. Only you and those who keep this page with you see it.")
        messages.success(self.request, said)

    def redirect_away(self):
        return redirect(self.get_edit_url())

    redirect_and_remain = redirect_away

    def get_history_url(self):
        return None

    def get_editing_sessions(self):
        return None

    def get_side_panels(self):
        if self.expects_json_response:
            return MediaContainer([])
        return MediaContainer([PreviewSidePanel(self.page, self.request, preview_url=self.get_preview_url())])

    def get_action_menu(self):
        return OwnActions(self)

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "publishing_will_cancel_workflow": False,
            "standing": standing_of(self.page),
            "gaps": gaps_of(self.page),
        }
