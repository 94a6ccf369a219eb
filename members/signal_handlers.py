"""Reactions to changed trades, and to what becomes of a change under review."""

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from members.models import BusinessPage, InitiativePage, Trade
from members.services.reviews import tell_approved, tell_editors, tell_returned
from site_core.search_index import index_pages


@receiver(post_save, sender=Trade)
def find_profiles_by_the_new_words(sender, instance, created, raw=False, **kwargs):
    """A renamed trade or a new synonym is searchable at once."""
    if created or raw:
        return
    of_trade = Q(trades=instance) | Q(trades__parent=instance)
    for model in (BusinessPage, InitiativePage):
        index_pages(model, list(model.objects.filter(of_trade).distinct().values_list("pk", flat=True)))


# Wagtail's own mails about reviews carry the same identifiers and are connected after ours: ours take their place.


@receiver(task_submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
def mail_what_waits(sender, instance, **kwargs):
    tell_editors(task_state=instance)


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
def mail_what_came_back(sender, instance, **kwargs):
    tell_returned(workflow_state=instance)


@receiver(workflow_approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
def mail_what_is_public(sender, instance, **kwargs):
    tell_approved(workflow_state=instance)
