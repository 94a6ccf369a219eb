from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from members.hours import InvalidHours, Schedule, parse


def validate_hours(value):
    """A form error that says which part is wrong."""
    try:
        parse(value)
    except InvalidHours as error:
        raise ValidationError(str(error), code="hours") from error


class OpeningHours(ClusterableModel):
    """When a profile is open: a row beside the page, so that no old revision brings old hours back.

    `osm` is written in the opening-hours syntax of OpenStreetMap; `spans_until` says how far `OpeningSpan` reaches.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="hours")
    osm = models.CharField(
        _("opening hours"),
        max_length=500,
        blank=True,
        validators=[validate_hours],
        help_text=_("For example: Mo-Fr 10:00-18:00; Sa 10:00-14:00; PH off"),
    )
    note = models.CharField(_("note"), max_length=160, blank=True, help_text=_("For example: kitchen until 9 pm"))
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    by_appointment = models.BooleanField(_("by appointment"), default=False, editable=False)
    always_open = models.BooleanField(_("always open"), default=False, editable=False)
    readable = models.BooleanField(_("can be read"), default=False, editable=False)
    spans_until = models.DateTimeField(_("calculated until"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    panels = [
        FieldPanel("osm"),
        FieldPanel("note"),
        FieldPanel("confirmed_on"),
        InlinePanel("closures", heading=_("Closed on single days"), label=_("Closure")),
    ]

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return self.page.title

    @property
    def schedule(self) -> Schedule | None:
        """The parsed hours; None where nothing is known or an imported value cannot be read."""
        if not self.osm:
            return None
        try:
            return parse(self.osm)
        except InvalidHours:
            return None


class Closure(models.Model):
    """Days on which the hours do not hold: holidays, illness, moving."""

    hours = ParentalKey(OpeningHours, on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = models.CharField(_("reason"), max_length=120, blank=True, help_text=_("For example: summer holidays"))

    panels = [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]), FieldPanel("reason")]

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="closure_ends_after_it_starts",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"


class OpeningSpan(models.Model):
    """One stretch of time in which a profile is open, within the next 14 days; so that `open_at(moment)` is SQL."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="spans")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    open_ended = models.BooleanField(default=False)
    end_assumed = models.BooleanField(default=False)

    class Meta:
        ordering = ["starts_at"]
        verbose_name = _("opening span")
        verbose_name_plural = _("opening spans")
        indexes = [
            models.Index(fields=["page", "ends_at", "starts_at"], name="span_of_page"),
            models.Index(fields=["starts_at", "ends_at"], name="span_at_moment"),
        ]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d %H:%M} – {self.ends_at:%H:%M}"
