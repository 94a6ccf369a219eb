"""Brings groups, their rights and the review workflow in line with `members.roles.ROLES`."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from members.models import EditorialReview
from members.roles import EDITORS, ROLES

STOCK_GROUPS = ("Editors", "Moderators")
REVIEW = "Prüfung durch die Redaktion"


@transaction.atomic
def apply_roles(*, home):
    """Makes each role's group hold exactly its rights, `home` being the page they start from; safe to run again."""
    root = Collection.get_first_root_node()
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set(_permissions(role.models))
        _grant(GroupPagePermission, group, "page", home, _permissions(role.pages))
        _grant(GroupCollectionPermission, group, "collection", root, _permissions(role.media))
    remove_stock()


@transaction.atomic
def apply_review(*, pages):
    """One review step by the editors for everything below `pages`."""
    task, _created = EditorialReview.objects.get_or_create(name=REVIEW)
    task.groups.set([Group.objects.get(name=EDITORS)])
    workflow, _created = Workflow.objects.get_or_create(name=REVIEW)
    WorkflowTask.objects.filter(workflow=workflow).exclude(task=task).delete()
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    GroupApprovalTask.objects.filter(name=REVIEW, workflow_tasks=None, task_states=None).delete()
    for page in pages:
        WorkflowPage.objects.get_or_create(page=page.page_ptr, defaults={"workflow": workflow})


def remove_stock():
    """Takes away Wagtail's own groups and root workflow where nobody uses them."""
    Group.objects.filter(name__in=STOCK_GROUPS, user__isnull=True).delete()
    for workflow in Workflow.objects.exclude(name=REVIEW).filter(name="Moderators approval", workflow_states=None):
        tasks = [link.task_id for link in workflow.workflow_tasks.all()]
        workflow.delete()
        GroupApprovalTask.objects.filter(pk__in=tasks, workflow_tasks=None, task_states=None).delete()


def _permissions(names):
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    found = Permission.objects.filter(wanted).select_related("content_type")
    missing = set(names) - {f"{permission.content_type.app_label}.{permission.codename}" for permission in found}
    if missing:
        raise LookupError(f"No such permissions: {', '.join(sorted(missing))}")
    return list(found)


def _grant(model, group, field, place, permissions):
    model.objects.filter(group=group).exclude(**{field: place.pk}).delete()
    model.objects.filter(group=group).exclude(permission__in=permissions).delete()
    for permission in permissions:
        model.objects.get_or_create(group=group, permission=permission, **{f"{field}_id": place.pk})
