from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from site_core.plan import Frame
from site_core.plan_form import KiezplanForm, PlanPreview


class KiezplanQuerySet(models.QuerySet):
    def drawn(self):
        return self.filter(version__gt=0)

    def without_shapes(self):
        """Neither what was uploaded nor the drawing: all that a page around the plan needs."""
        return self.drawn().defer("shapes", "svg")


@register_setting(icon="site")
class Kiezplan(BaseGenericSetting):
    """The plan of the neighbourhood, drawn when staff upload its streets; one row.

    `shapes` is what was uploaded, `svg` what was drawn of it, `frame` how degrees become places on it. `version` counts
    the drawings and stands in their address, so that browsers keep each for good; 0 means that there is none yet.
    """

    attribution = models.CharField(
        _("source of the map data"),
        max_length=200,
        blank=True,
        help_text=_("Shown below the plan. For example: © OpenStreetMap contributors, ODbL"),
    )
    shapes = models.JSONField(default=dict, editable=False)
    svg = models.TextField(blank=True, editable=False)
    frame_numbers = models.JSONField(default=dict, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    drawn_at = models.DateTimeField(null=True, editable=False)

    objects = KiezplanQuerySet.as_manager()
    base_form_class = KiezplanForm

    panels = [
        MultiFieldPanel(
            [FieldPanel("streets_file"), FieldPanel("areas_file"), FieldPanel("boundary_file")],
            _("Upload as GeoJSON"),
            help_text=_("Leave a field empty to keep what is there."),
        ),
        FieldPanel("attribution"),
        PlanPreview(),
    ]

    class Meta:
        verbose_name = _("Kiezplan")

    def __str__(self):
        return str(self._meta.verbose_name)

    @cached_property
    def frame(self) -> Frame:
        return Frame(**self.frame_numbers)
