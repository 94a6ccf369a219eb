from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class ProfileRecordQuerySet(models.QuerySet):
    def unconfirmed(self):
        """Entries taken from elsewhere that nobody has claimed or confirmed."""
        return self.filter(claimed_at__isnull=True).exclude(source="")


class ProfileRecord(models.Model):
    """What the coordinator keeps about a profile, beside the page: in the page it would come back with an old revision.

    A record outlives its page: with `removed_at` set or the page gone it is a tombstone, and the import leaves it be.
    """

    class Source(models.TextChoices):
        OWN = "", _("entered here")
        OSM = "osm", _("OpenStreetMap")

    page = models.OneToOneField(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="record"
    )
    source = models.CharField(_("source"), max_length=12, choices=Source.choices, default=Source.OWN, blank=True)
    source_id = models.CharField(_("id at the source"), max_length=200, blank=True)
    # Field name to value as the import wrote it: what still equals it was not edited here.
    imported = models.JSONField(_("last imported values"), default=dict, blank=True)
    imported_at = models.DateTimeField(_("last imported"), null=True, blank=True)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)
    notes = models.TextField(_("notes"), blank=True, help_text=_("Only staff see these."))
    trusted = models.BooleanField(
        _("publishes directly"),
        default=False,
        help_text=_("The members of this profile publish their changes themselves, without a review."),
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="profile_records",
        verbose_name=_("media collection"),
    )
    kept_by_desk = models.BooleanField(
        _("kept by the coordination"), default=False, help_text=_("The business has no e-mail; staff keep its page.")
    )

    objects = ProfileRecordQuerySet.as_manager()

    panels = [
        FieldPanel(
            "claimed_at",
            heading=_("Confirmed by the business on"),
            help_text=_("From then on the entry counts as the business's own: no import changes it any more."),
        ),
        FieldPanel(
            "removed_at",
            heading=_("Taken off on"),
            help_text=_("An entry taken off stays off at the next import. Empty the field to allow it again."),
        ),
        FieldPanel("trusted"),
        FieldPanel("kept_by_desk"),
        FieldPanel("notes"),
    ]

    class Meta:
        verbose_name = _("profile record")
        verbose_name_plural = _("profile records")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~models.Q(source_id=""), name="one_record_per_source_id"
            )
        ]

    def __str__(self):
        return f"{self.get_source_display()} {self.source_id}".strip()

    @property
    def is_unconfirmed(self) -> bool:
        return bool(self.source) and self.claimed_at is None
