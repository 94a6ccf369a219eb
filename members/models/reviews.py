from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask


class ReturnForm(TaskStateCommentForm):
    """Why a page goes back to its people; they read it in the mail and above their form."""

    comment = forms.CharField(
        label=_("What should change?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The member reads this."),
    )


class EditorialReview(AbstractGroupApprovalTask):
    """Approval by the editors; a page goes back only with a reason."""

    class Meta:
        verbose_name = _("review by the editors")
        verbose_name_plural = _("reviews by the editors")

    def get_actions(self, obj, user):
        """What the reviewer may do, in the words of the buttons and of the dialog behind them."""
        words = {"reject": _("Return with a reason"), "approve": _("Approve and publish")}
        offered = {name: asks for name, _label, asks in super().get_actions(obj, user) if name != "approve" or not asks}
        return [(name, words[name], asks) for name, asks in offered.items()]

    def get_form_for_action(self, action):
        return ReturnForm if action == "reject" else super().get_form_for_action(action)

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve a page or return it with a reason.")
