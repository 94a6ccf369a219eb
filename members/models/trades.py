from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from site_core.models import TranslatedName
from site_core.text.folding import ascii_slug, free_slug

SYNONYM_FIELDS = ("synonyms_de", "synonyms_en", "synonyms_tr", "synonyms_ar")


class TradeQuerySet(models.QuerySet):
    def crafts(self):
        """The lower level (Gewerke)."""
        return self.filter(parent__isnull=False)


class TradeManager(models.Manager.from_queryset(TradeQuerySet)):
    def get_queryset(self):
        """Each with its Branche: the name of a Gewerk in a list of choices begins with it."""
        return super().get_queryset().select_related("parent")


class Trade(index.Indexed, TranslatedName):
    """What somebody does: a two-level tree of Branche and Gewerk, with everyday words for each."""

    class Colour(models.TextChoices):
        BAKERY = "bakery", _("rust red")
        WORKSHOP = "workshop", _("dark green")
        BEAUTY = "beauty", _("plum")
        SHOP = "shop", _("night blue")
        KIOSK = "kiosk", _("signal red")
        CAFE = "cafe", _("coffee brown")
        CARE = "care", _("teal")
        CULTURE = "culture", _("violet")

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("branch"),
        limit_choices_to=Q(parent__isnull=True),
        help_text=_("Empty for a branch itself."),
    )
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, blank=True)
    synonyms_de = models.TextField(_("German synonyms"), blank=True, help_text=_("One word or phrase a line."))
    synonyms_en = models.TextField(_("English synonyms"), blank=True)
    synonyms_tr = models.TextField(_("Turkish synonyms"), blank=True)
    synonyms_ar = models.TextField(_("Arabic synonyms"), blank=True)
    osm_keys = models.TextField(_("OpenStreetMap keys"), blank=True, help_text=_("For the import; one a line."))
    schema_type = models.CharField(
        _("schema.org type"), max_length=60, default="LocalBusiness", help_text=_("For search engines.")
    )
    colour = models.CharField(_("colour"), max_length=12, choices=Colour.choices, default=Colour.SHOP)

    objects = TradeManager()

    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]
    panels = [
        FieldPanel("parent", widget=forms.Select),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_tr"), FieldPanel("name_ar")]),
        MultiFieldPanel([FieldPanel(name) for name in SYNONYM_FIELDS], _("Everyday words")),
        MultiFieldPanel(
            [FieldPanel("colour"), FieldPanel("schema_type"), FieldPanel("osm_keys"), FieldPanel("slug")],
            _("Behind the scenes"),
            classname="collapsed",
        ),
    ]

    class Meta:
        ordering = ["parent__name", "name"]
        verbose_name = _("trade")
        verbose_name_plural = _("trades")

    def __str__(self):
        return f"{self.parent.label} › {self.label}" if self.parent_id else self.label

    def clean(self):
        super().clean()
        if self.parent_id and self.pk and self.children.exists():
            raise ValidationError({"parent": _("A branch that has trades below it cannot move below another branch.")})

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(pk=self.pk)
            self.slug = free_slug(ascii_slug(self.name, fallback="gewerk"), lambda s: others.filter(slug=s).exists())
        super().save(*args, **kwargs)

    @property
    def synonyms(self) -> list[str]:
        """Everyday words in all languages."""
        return [line.strip() for name in SYNONYM_FIELDS for line in getattr(self, name).splitlines() if line.strip()]


class SpokenLanguage(TranslatedName):
    """A language spoken in the shops of the Kiez."""

    code = models.CharField(_("code"), max_length=8, primary_key=True, help_text=_("ISO 639: de, tr, ku …"))
    name = models.CharField(_("name"), max_length=100)

    panels = [
        FieldPanel("code"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_tr"), FieldPanel("name_ar")]),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("spoken language")
        verbose_name_plural = _("spoken languages")

    def __str__(self):
        return self.label
