from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from site_core.models.translated import TranslatedName
from site_core.text.folding import ascii_slug


class Topic(TranslatedName, TagBase):
    """A tag of the Kiez, kept by editors; pages choose from the list and never make new ones."""

    free_tagging = False

    description = models.TextField(_("description"), max_length=400, blank=True, help_text=_("One or two sentences."))
    synonyms = models.TextField(
        _("everyday words"), blank=True, help_text=_("Words that mean the same, in any language, one a line.")
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_tr"), FieldPanel("name_ar")]),
        FieldPanel("description"),
        FieldPanel("synonyms"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def slugify(self, tag, i=None):
        slug = ascii_slug(tag, fallback="thema")
        return slug if i is None else f"{slug}-{i}"

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])


class TopicLink(ItemBase):
    """One through model for every page type. Ask through it (`topic_links__tag`), never through the tag manager:
    filtering a page subclass by the manager crashes."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="links", verbose_name=_("topic"))
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="topic_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="topic_once_a_page")]
        verbose_name = _("topic of a page")
        verbose_name_plural = _("topics of pages")

    def __str__(self):
        return f"{self.tag} – {self.content_object_id}"
