from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from site_core.models.pages import CONTENT_LANGUAGES
from site_core.text.analysis import analyse


def phrase_key(phrase: str) -> str:
    """How a phrase is looked up: its search terms, whatever their order."""
    return " ".join(sorted(analyse(phrase)))


class KiezWord(models.Model):
    """What a word or phrase means here, as editors taught it: a trade, a topic, or the same as other words."""

    phrase = models.CharField(_("word or phrase"), max_length=80, help_text=_("As visitors type it."))
    key = models.CharField(max_length=200, unique=True, editable=False)
    language = models.CharField(
        _("language"), max_length=2, choices=CONTENT_LANGUAGES, blank=True, help_text=_("Empty: in any language.")
    )
    trade = models.ForeignKey(
        "members.Trade", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("trade")
    )
    topic = models.ForeignKey(
        "site_core.Topic", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("topic")
    )
    same_as = models.CharField(_("same as"), max_length=80, blank=True, help_text=_("Search for these words instead."))

    panels = [
        FieldPanel("phrase"),
        FieldPanel("trade", widget=forms.Select),
        FieldPanel("topic", widget=forms.Select),
        FieldPanel("same_as"),
        FieldPanel("language"),
    ]

    class Meta:
        ordering = ["phrase"]
        verbose_name = _("word of the Kiez")
        verbose_name_plural = _("words of the Kiez")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(trade__isnull=False, topic__isnull=True, same_as="")
                    | Q(trade__isnull=True, topic__isnull=False, same_as="")
                    | Q(trade__isnull=True, topic__isnull=True) & ~Q(same_as="")
                ),
                name="kiez_word_means_one_thing",
            )
        ]

    def __str__(self):
        return self.phrase

    def save(self, *args, **kwargs):
        self.key = phrase_key(self.phrase)[:200]
        super().save(*args, **kwargs)

    @property
    def meaning(self) -> str:
        return str(self.trade or self.topic or self.same_as)

    def clean(self):
        super().clean()
        self.key = phrase_key(self.phrase)[:200]
        if not self.key:
            raise ValidationError({"phrase": _("This word is in nearly every text; nobody finds anything by it.")})
        if len([each for each in (self.trade, self.topic, self.same_as.strip()) if each]) != 1:
            raise ValidationError(_("Choose one: a trade, a topic, or other words."))
        if self.same_as and not analyse(self.same_as):
            raise ValidationError({"same_as": _("Nobody finds anything by these words alone.")})
        if type(self).objects.filter(key=self.key).exclude(pk=self.pk).exists():
            raise ValidationError({"phrase": _("This word is in the dictionary already.")})


class PoorSearch(models.Model):
    """How often something was searched on one day that found little or nothing. Nothing about who searched."""

    day = models.DateField(_("day"))
    key = models.CharField(max_length=200, editable=False)
    text = models.CharField(_("searched for"), max_length=120)
    times = models.PositiveIntegerField(_("times"), default=1)
    results = models.PositiveIntegerField(_("results"), default=0)

    class Meta:
        ordering = ["-day", "-times", "text"]
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        constraints = [models.UniqueConstraint(fields=["day", "key"], name="one_poor_search_a_day")]

    def __str__(self):
        return self.text


class Word(models.Model):
    """A word of the public texts, in its folded form: what typed words are completed, taken apart and mended with."""

    word = models.CharField(max_length=64, unique=True)
    shown = models.CharField(max_length=64)
    stem = models.CharField(max_length=64, db_index=True)
    pages = models.PositiveIntegerField(default=1)
    in_name = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["word"]
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")

    def __str__(self):
        return self.shown
