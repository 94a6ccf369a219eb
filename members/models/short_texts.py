from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from site_core.models.pages import CONTENT_LANGUAGES


class ShortText(models.Model):
    """A few sentences of a profile in a further language, shown first to whoever reads in it."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="short_texts")
    language = models.CharField(_("language"), max_length=2, choices=CONTENT_LANGUAGES)
    text = models.TextField(_("text"), max_length=300)

    panels = [FieldPanel("language"), FieldPanel("text")]

    class Meta:
        verbose_name = _("short text")
        verbose_name_plural = _("short texts")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language"],
                name="one_short_text_a_language",
                violation_error_message=_("There is a text in this language already."),
            )
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Takes the place of the one stored in this language: two texts may have changed their languages."""
        type(self).objects.filter(page_id=self.page_id, language=self.language).exclude(pk=self.pk).delete()
        super().save(*args, **kwargs)
