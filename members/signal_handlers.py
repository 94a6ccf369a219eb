"""Reactions to changes of what profiles are filed under."""

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver

from members.models import BusinessPage, InitiativePage, Trade
from site_core.search_index import index_pages


@receiver(post_save, sender=Trade)
def find_profiles_by_the_new_words(sender, instance, created, raw=False, **kwargs):
    """A renamed trade or a new synonym is searchable at once."""
    if created or raw:
        return
    of_trade = Q(trades=instance) | Q(trades__parent=instance)
    for model in (BusinessPage, InitiativePage):
        index_pages(model, list(model.objects.filter(of_trade).distinct().values_list("pk", flat=True)))
