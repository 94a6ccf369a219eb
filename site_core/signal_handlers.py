"""Reactions to events of pages and of what they are filed under."""

from collections import defaultdict
from contextlib import suppress

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page
from wagtail.signals import page_published

from site_core.models import ContentPage, Topic
from site_core.pictures import prepare
from site_core.search_index import index_pages


@receiver(page_published)
def make_its_pictures(sender, instance, **kwargs):
    """The sizes a page shows are made now, not in a visitor's request. A file that is missing stops nothing."""
    for image, shapes in instance.pictures() if isinstance(instance, ContentPage) else ():
        with suppress(SourceImageIOError):
            prepare(image, *shapes)


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
