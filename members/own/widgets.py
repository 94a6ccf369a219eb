"""Choices as check boxes that work on a phone and without script."""

from django import forms
from django.forms.models import ModelChoiceIterator
from django.template.loader import render_to_string
from taggit.utils import edit_string_for_tags, parse_tags

from site_core.models.topics import Topic


class CheckList(forms.CheckboxSelectMultiple):
    """Check boxes side by side; choices in groups fold, those with a tick are open."""

    template_name = "members/own/check_list.html"

    def _render(self, template_name, context, renderer=None):
        # The project's own templates are out of reach for Django's form renderer.
        return render_to_string(template_name, context)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["groups"] = [
            (label, options, sum(option["selected"] for option in options))
            for label, options, _index in context["widget"]["optgroups"]
        ]
        return context


class TopicCheckList(CheckList):
    """The curated topics as check boxes; speaks the text of a tag field to the form."""

    def optgroups(self, name, value, attrs=None):
        self.choices = [(topic.name, topic.label) for topic in Topic.objects.all()]
        return super().optgroups(name, value, attrs)

    def format_value(self, value):
        if value is None:
            return []
        names = parse_tags(value) if isinstance(value, str) else [topic.name for topic in value]
        return [str(name) for name in names]

    def value_from_datadict(self, data, files, name):
        names = super().value_from_datadict(data, files, name)
        return edit_string_for_tags([Topic(name=chosen) for chosen in names])


class TradesByBranch(ModelChoiceIterator):
    """The trades below their Branche."""

    def __iter__(self):
        branches = {}
        for trade in self.queryset:
            branches.setdefault(trade.parent.label, []).append((self.field.prepare_value(trade), trade.label))
        return iter(branches.items())
