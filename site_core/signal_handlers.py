"""Reactions to events of pages and of what they are filed under."""

from collections import defaultdict

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from site_core.models import SiteSettings, Topic
from site_core.search_index import index_pages
from site_core.services.pictures import make_logos, make_pictures_of


@receiver(page_published)
def make_its_pictures(sender, instance, **kwargs):
    """The sizes a page shows are made now, not in a visitor's request."""
    make_pictures_of(instance)


@receiver(post_save, sender=SiteSettings)
def make_the_logos(sender, instance, raw=False, **kwargs):
    """The footer shows them on every page."""
    if not raw:
        make_logos(settings=instance)


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
