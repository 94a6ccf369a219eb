"""What a page form refers to: images, documents and pages, also inside texts and StreamFields, and who may use them.

Choosers only offer what a person may use; a form takes any id that exists. So the form asks again, in the preview too.
"""

from collections import defaultdict

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Manager, Model, QuerySet
from django.forms import ModelChoiceField, Textarea, TextInput
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import AbstractPage
from wagtail.permissions import policy_registry

from site_core.querysets import visible

GUARDED = (AbstractImage, AbstractDocument, AbstractPage)
#: Whoever may do one of these with a page may link to it before it is public.
PAGE_VERBS = {"add", "change", "publish"}
REFUSED = _("You may not use this one here. Please choose another.")


def references_in(model, values):
    """Yields (field name, model, primary key as text) of every guarded object in `values`, by field name of `model`."""
    for name, value in values.items():
        if isinstance(value, Model):
            yield from _guarded(name, type(value), value.pk)
        elif isinstance(value, QuerySet):
            for chosen in value if issubclass(value.model, GUARDED) else ():
                yield from _guarded(name, type(chosen), chosen.pk)
        elif value and hasattr(field := _field(model, name), "extract_references"):
            for target, pk, _model_path, _content_path in field.extract_references(value):
                yield from _guarded(name, target, pk)


def references_of(instance) -> set[tuple[type, str]]:
    """(model, primary key) of every guarded object a stored object refers to, its inline children included."""
    names = [field.name for field in instance._meta.concrete_fields]
    found = {(target, pk) for _name, target, pk in references_in(type(instance), _values(instance, names))}
    for relation in get_all_child_relations(type(instance)):
        children = getattr(instance, relation.get_accessor_name())
        if isinstance(children, Manager):
            for child in children.all():
                found |= references_of(child)
    return found


def not_allowed(user, references) -> set[tuple[type, str]]:
    """Those of the references that exist and that a person may not use: media to choose, pages to see or to edit."""
    by_model = defaultdict(set)
    for target, pk in references:
        by_model[target].add(pk)
    refused = set()
    for target, pks in by_model.items():
        there = target._default_manager.filter(pk__in=pks)
        policy = policy_registry.get_by_type(target)
        if issubclass(target, AbstractPage):
            allowed = {*_keys(visible(there)), *_keys(_permitted(policy, user, PAGE_VERBS, pks))}
        else:
            allowed = set(_keys(_permitted(policy, user, ["choose"], pks)))
        refused |= {(target, pk) for pk in _keys(there) if pk not in allowed}
    return refused


class ContentPageForm(WagtailAdminPageForm):
    """Wagtail's page form; refuses references the person may not use, unless the page has them already.

    What is refused is taken out of the bound data first: a form that comes back, for whatever reason, would draw the
    chosen picture with its title.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & set(self.instance.reading_fields):
            self.fields[name].widget.attrs["data-reading-ease"] = ""
        for field in self.fields.values():
            if isinstance(field.widget, TextInput | Textarea):
                # German stays readable where the screen is Arabic.
                field.widget.attrs.setdefault("dir", "auto")
        self.refused = []
        if self.is_bound and self.for_user is not None:
            self._take_out_foreign_choices()

    def is_valid(self):
        valid = super().is_valid()
        for form, name in self.refused:
            form.add_error(name, REFUSED)
        if not valid or self.refused or self.for_user is None:
            return False if self.refused else valid
        given = [
            (form, name, (target, pk))
            for form in self._forms_kept()
            for name, target, pk in references_in(form._meta.model, form.cleaned_data)
        ]
        foreign = self._foreign({reference for _form, _name, reference in given})
        for form, name, reference in given:
            if reference in foreign:
                form.add_error(name, REFUSED)
        return not foreign

    def _take_out_foreign_choices(self):
        changed = [
            (form, name, field.queryset.model, str(form.data.get(form.add_prefix(name), "")))
            for form in (self, *(form for formset in self.formsets.values() for form in formset.forms))
            for name, field in form.fields.items()
            if isinstance(field, ModelChoiceField) and issubclass(field.queryset.model, GUARDED)
        ]
        changed = [choice for choice in changed if choice[3] and choice[3] != str(choice[0].initial.get(choice[1]))]
        numbers = {(_base_of(target), pk) for _form, _name, target, pk in changed if _is_key(pk)}
        foreign = self._foreign(numbers)
        data = self.data.copy()
        for form, name, target, pk in changed:
            if not _is_key(pk) or (_base_of(target), pk) in foreign:
                data[form.add_prefix(name)] = form.initial.get(name) or ""
                self.refused.append((form, name))
        if self.refused:
            for bound in (self, *self.formsets.values(), *(form for form, _name in self.refused)):
                bound.data = data

    def _foreign(self, references):
        foreign = not_allowed(self.for_user, references)
        return foreign - self._already_there() if foreign else foreign

    def _forms_kept(self):
        yield self
        for formset in self.formsets.values():
            yield from (form for form in formset.forms if form not in formset.deleted_forms)

    def _already_there(self):
        """What the latest version of the stored page refers to: put there by somebody who might."""
        stored = type(self.instance)._default_manager.filter(pk=self.instance.pk).first()
        return references_of(stored.get_latest_revision_as_object()) if stored else set()


def _is_key(text) -> bool:
    """A number a database takes."""
    return text.isdecimal() and len(text) < 19


def _field(model, name):
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _values(instance, names):
    return {name: getattr(instance, name) for name in names}


def _guarded(name, target, pk):
    if issubclass(target, GUARDED):
        yield name, _base_of(target), str(pk)


def _base_of(target):
    """One name for one object: a link in a text names the base page, a foreign key may name its type."""
    parents = target._meta.get_parent_list()
    return parents[-1] if issubclass(target, AbstractPage) and parents else target


def _permitted(policy, user, verbs, pks):
    return policy.instances_user_has_any_permission_for(user, verbs).filter(pk__in=pks)


def _keys(queryset):
    return [str(pk) for pk in queryset.values_list("pk", flat=True)]
