"""The form of a profile as the desk sees it, and what holds for everybody's."""

from django.contrib import messages
from django.forms import Media
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from members.models import BusinessPage, InitiativePage
from members.own.changes import changes_between
from members.own.drafts import unsent_draft
from members.permissions import is_member_only
from members.viewsets.own_edit import OwnEditView
from members.viewsets.saving import SavesOnlyDraftsByItself

#: In the form once the editor has seen whose draft it is: the number of that version.
ASKED = "publish-over"
#: Sent by who has been asked and wants to look again.
BACK = "back-to-form"


class AsksBeforePublishing(SavesOnlyDraftsByItself):
    """Whoever publishes over a draft that one of the page's people has not sent is asked first."""

    def post(self, request, *args, **kwargs):
        if BACK in request.POST:
            return self.back_to_form()
        if self.action_name == "publish":
            draft = unsent_draft(self.real_page_record, besides=request.user)
            if draft and request.POST.get(ASKED) != str(draft.pk):
                return self.ask(draft)
        return super().post(request, *args, **kwargs)

    def ask(self, draft):
        """A page that carries everything that was sent, so that nothing is lost either way."""
        sent = self.request.POST.copy()
        for name in ("csrfmiddlewaretoken", ASKED):
            sent.pop(name, None)
        kept = [(name, value) for name, values in sent.lists() for value in values if not name.startswith("action-")]
        base = "live" if self.real_page_record.live else "earliest"
        return TemplateResponse(
            self.request,
            "members/own/publish_over.html",
            {
                "page": self.page,
                "draft": draft,
                "kept": kept,
                "asked": ASKED,
                "back": BACK,
                "action_url": self.request.path,
                "compare_url": reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, base, draft.pk]),
            },
        )

    def back_to_form(self):
        """The form as it was sent, with nothing saved."""
        self.form = self.form_class(
            self.request.POST,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.is_valid()
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())


class ProfileEditView(AsksBeforePublishing, EditView):
    """Wagtail's form; while a change waits for review it begins with what the change changes."""

    def get_template_names(self):
        stock = super().get_template_names()
        return ["members/own/desk_edit.html"] if stock == ["wagtailadmin/pages/edit.html"] else stock

    @cached_property
    def under_review(self):
        return self.page.workflow_in_progress

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "under_review": self.under_review, **self._review()}

    def _review(self):
        if not self.under_review or self.expects_json_response:
            return {}
        public = self.real_page_record.specific if self.real_page_record.live else None
        # The form may hold what the editor has typed; what was sent is the newest stored version.
        sent = self.latest_revision.as_object()
        return {
            "never_public": public is None,
            "changes": changes_between(public, sent, self.edit_handler, self.request) if public else [],
            "compare_url": reverse(
                "wagtailadmin_pages:revisions_compare", args=[self.page.pk, "live", self.latest_revision.pk]
            ),
        }


class ProfileRevertView(AsksBeforePublishing, RevisionsRevertView):
    """Back to an old version, by the desk."""


class ProfilePages(PageViewSet):
    """Wagtail's screens of a page, with our form: one for the page's people, one for the desk."""

    edit_view_class = ProfileEditView
    revisions_revert_view_class = ProfileRevertView

    @cached_property
    def edit_view(self):
        desk, own = super().edit_view, self.construct_view(OwnEditView)

        def edit(request, *args, **kwargs):
            return (own if is_member_only(request.user) else desk)(request, *args, **kwargs)

        return edit


class BusinessPages(ProfilePages):
    model = BusinessPage


class InitiativePages(ProfilePages):
    model = InitiativePage


def refuse_publishing_over_drafts(request, action, objects, view):
    """Publishing many pages at once asks nobody, so it stops where a member's draft would go along."""
    if action != "publish":
        return None
    ids = {page.pk for page in objects}
    if view.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            ids.update(page.get_descendants().not_live().values_list("pk", flat=True))
    with_people = Page.objects.filter(pk__in=ids, memberships__isnull=False).distinct()
    unsent = [page.get_admin_display_title() for page in with_people if unsent_draft(page, besides=request.user)]
    if not unsent:
        return None
    messages.error(
        request,
        _("Nothing was published. These pages hold drafts their people have not sent yet: %(pages)s. "
          "Please open each one and decide.") % {"pages": ", ".join(unsent)},
    )  # fmt: skip
    return redirect(view.next_url)


class SideBySide(ActionMenuItem):
    """Buttons that stand beside each other; Wagtail shows one and hides the others behind an arrow."""

    name = "review"

    def __init__(self, items):
        super().__init__()
        self.items = items

    def render_html(self, parent_context):
        return format_html_join("", "{}", ([item.render_html(parent_context)] for item in self.items))

    @property
    def media(self):
        return sum((item.media for item in self.items), Media())


def review_buttons(menu_items, request, context):
    """While a change waits, the desk approves it or returns it with a reason; there is no third way past the member."""
    page = context.get("page")
    if page is None or page.specific_class not in (BusinessPage, InitiativePage) or not page.workflow_in_progress:
        return
    closed = ("action-publish", "action-unpublish", "action-cancel-workflow", "action-restart-workflow")
    decisions = ("approve", "reject")
    deciding = sorted((item for item in menu_items if item.name in decisions), key=lambda item: item.name)
    others = [item for item in menu_items if item.name not in (*closed, *decisions)]
    if deciding:
        # Wagtail adds »and publish« to the words of the task, which say so already.
        words = {name: label for name, label, _asks in page.current_workflow_task.get_actions(page, request.user)}
        for item in deciding:
            item.label = words[item.name]
    menu_items[:] = [SideBySide(deciding), *others] if deciding else others
