"""Reactions to events of Wagtail; the verbs themselves live in services."""

from django.dispatch import receiver
from wagtail.search import index
from wagtail.signals import page_published


@receiver(page_published)
def index_what_was_published(sender, instance, **kwargs):
    """Index again after publishing: the save before it ran while trades and topics were not yet stored."""
    index.insert_or_update_object(instance)
