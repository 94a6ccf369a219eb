"""What the form of a profile saves by itself while somebody types."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _


class SavesOnlyDraftsByItself:
    """Autosave, which asks for JSON, at most saves a draft: it never starts, changes or ends a review.

    While a change waits for review it saves nothing: an editor's half-typed word would be approved with the rest.
    """

    @cached_property
    def action_name_and_method(self):
        if self.expects_json_response:
            return ("save", self.save_action)
        return super().action_name_and_method

    @cached_property
    def is_cancelling_workflow(self):
        return not self.expects_json_response and super().is_cancelling_workflow

    def get(self, request, *args, **kwargs):
        self.autosave_enabled = self.autosave_enabled and not self.page.workflow_in_progress
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.page.workflow_in_progress:
            self.autosave_enabled = False
            if self.expects_json_response:
                return self.json_error_response("locked", _("The page waits for review; nothing is saved by itself."))
        return super().post(request, *args, **kwargs)
