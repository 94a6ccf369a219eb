from django import forms
from django.utils.translation import gettext_lazy as _

from site_core.listing import FilterForm

SLUG = r"^[-a-zA-Z0-9_]+$"


class TopicFilterForm(FilterForm):
    """A listing filtered by one topic."""

    topic = forms.RegexField(SLUG, label=_("Topic"), required=False, max_length=100)
