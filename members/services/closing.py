"""Closing a business: its page leaves the site, and nothing of it is left lying about."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Collection, Page, ReferenceIndex, WorkflowState

from members.models import Invitation, Membership, OpeningHours, OpeningSpan, ProfileRecord
from members.permissions import language_of
from members.services.keeping import end_account_without_pages
from site_core.services.mail import send_later


@transaction.atomic
def close_business(*, page, by):
    """Takes a profile off for good. The page stays as an unpublished tombstone with its history, so that no import
    brings it back and the coordination can reopen it; people, pictures, hours and reviews are cleared away."""
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    for state in WorkflowState.objects.active().for_instance(page):
        state.cancel(user=by)
    record, _created = ProfileRecord.objects.select_related("collection").get_or_create(page_id=page.pk)
    record.removed_at, record.kept_by_desk, record.trusted = timezone.now(), False, False
    record.save()
    page.revisions.update(approved_go_live_at=None)
    page.go_live_at = page.expire_at = None
    if page.live:
        # Owners may close their business, though not unpublish at will: whoever calls this has asked.
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
    else:
        page.save()
    OpeningSpan.objects.filter(page=page).delete()
    OpeningHours.objects.filter(page=page).delete()
    Invitation.objects.filter(page=page).delete()
    if record.collection:
        clear_collection(collection=record.collection, page=page)
    for membership in Membership.objects.filter(page=page).select_related("user"):
        membership.delete()
        send_later(
            to=membership.user.email,
            subject=_("»%(title)s« is no longer on the site"),
            template="mails/membership_ended.txt",
            context={"title": page.title, "closed": True},
            language=language_of(membership.user),
        )
        end_account_without_pages(user=membership.user)
    log(page, "members.close_business", user=by)


@transaction.atomic
def clear_collection(*, collection, page):
    """Deletes a profile's collection and what lies in it; what other pages show moves to the common collection."""
    root = Collection.get_first_root_node()
    for model in (get_image_model(), get_document_model()):
        for item in model.objects.filter(collection=collection):
            if _shown_elsewhere(item, page):
                item.collection = root
                item.save()
            else:
                item.delete()
    # Read anew: the tree's numbers may have changed since the record was read.
    Collection.objects.get(pk=collection.pk).delete()


def _shown_elsewhere(item, page) -> bool:
    shown = ReferenceIndex.get_references_to(item)
    own = shown.filter(object_id=str(page.pk), base_content_type=ReferenceIndex._get_base_content_type(page))
    return shown.exclude(pk__in=own.values("pk")).exists()
