from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from site_core.listing import FilterForm
from site_core.models.topics import Topic

SLUG = r"^[-a-zA-Z0-9_]+$"


class TopicFilterForm(FilterForm):
    """A listing filtered by one topic."""

    topic = forms.RegexField(SLUG, label=_("Topic"), required=False, max_length=100)

    @cached_property
    def topic_chosen(self) -> Topic | None:
        """The topic the listing is filtered by, where there is such a topic."""
        slug = self.chosen.get("topic")
        return Topic.objects.filter(slug=slug).first() if slug else None
