"""The screen where staff upload what the Kiezplan is drawn of."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from site_core.plan import MAX_BYTES, BadPlan, draw, read_shapes, restored
from site_core.services.plan import PARTS, keep_plan

_ACCEPT = {"accept": ".geojson,.json,application/geo+json"}


class KiezplanForm(WagtailAdminModelForm):
    """Reads and draws while it is checked, so that whatever is wrong with a file is said beside its field."""

    streets_file = forms.FileField(
        label=_("Streets"),
        required=False,
        widget=forms.FileInput(attrs=_ACCEPT),
        help_text=_("Lines with their names. Areas in the same file are taken as well."),
    )
    areas_file = forms.FileField(
        label=_("Greens"), required=False, widget=forms.FileInput(attrs=_ACCEPT), help_text=_("Parks, squares, water.")
    )
    boundary_file = forms.FileField(
        label=_("Boundary"),
        required=False,
        widget=forms.FileInput(attrs=_ACCEPT),
        help_text=_("Decides what part the plan shows."),
    )

    def clean_streets_file(self):
        return self._shapes("streets_file")

    def clean_areas_file(self):
        return self._areas("areas_file")

    def clean_boundary_file(self):
        return [replace(area, kind="boundary") for area in self._areas("boundary_file")]

    def clean(self):
        super().clean()
        uploaded = {part: self.cleaned_data.get(f"{part}_file") for part in PARTS}
        self.uploaded = {part: shapes for part, shapes in uploaded.items() if shapes}
        if self.uploaded and not self.errors:
            kept = {part: self.uploaded.get(part) or restored(self.instance.shapes.get(part, [])) for part in PARTS}
            try:
                draw([shape for shapes in kept.values() for shape in shapes])
            except BadPlan as error:
                raise ValidationError(str(error)) from error
        return self.cleaned_data

    def save(self, commit=True):
        """Stores the plan whole, whatever `commit` says: its drawing is made when it is stored."""
        plan = super().save(commit=False)
        keep_plan(plan=plan, **self.uploaded)
        return plan

    def _areas(self, name):
        shapes = self._shapes(name)
        areas = [shape for shape in shapes if shape.is_area]
        if shapes and not areas:
            raise ValidationError(gettext("This file holds lines only; areas are needed here."))
        return areas

    def _shapes(self, name):
        upload = self.cleaned_data.get(name)
        if not upload:
            return []
        if upload.size > MAX_BYTES:
            raise ValidationError(gettext("The file is too large: 5 MB at the most."))
        try:
            return read_shapes(upload.read())
        except BadPlan as error:
            raise ValidationError(str(error)) from error


class PlanPreview(Panel):
    """The plan as it is drawn now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "site_core/admin/plan_preview.html"

        def is_shown(self):
            return self.instance is not None and self.instance.version > 0

        def get_context_data(self, parent_context=None):
            """With how much of each file was taken: what is neither line nor area is passed over."""
            shapes = self.instance.shapes
            parts = [(self.form.fields[f"{part}_file"].label, len(shapes.get(part, []))) for part in PARTS]
            return {**super().get_context_data(parent_context), "parts": parts}
