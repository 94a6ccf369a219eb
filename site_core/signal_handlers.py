"""Reactions to changes of what pages are filed under."""

from collections import defaultdict

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page

from site_core.models import Topic
from site_core.search_index import index_pages


@receiver(post_save, sender=Topic)
def find_pages_by_the_new_name(sender, instance, created, raw=False, **kwargs):
    """A renamed topic is searchable at once."""
    if created or raw:
        return
    by_model = defaultdict(list)
    for page in Page.objects.filter(topic_links__tag=instance):
        by_model[page.specific_class].append(page.pk)
    for model, ids in by_model.items():
        index_pages(model, ids)
