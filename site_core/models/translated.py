from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

OTHER_LANGUAGES = ("en", "tr", "ar")


class TranslatedName(models.Model):
    """A German `name` (the concrete model's own field) with its translations; `label` is the one to show."""

    name_en = models.CharField(_("English name"), max_length=100, blank=True)
    name_tr = models.CharField(_("Turkish name"), max_length=100, blank=True)
    name_ar = models.CharField(_("Arabic name"), max_length=100, blank=True)

    class Meta:
        abstract = True

    @property
    def label(self) -> str:
        """The name in the active language, German where it has none."""
        language = get_language()
        return (getattr(self, f"name_{language}") if language in OTHER_LANGUAGES else "") or self.name

    @property
    def all_names(self) -> list[str]:
        return [name for name in (self.name, self.name_en, self.name_tr, self.name_ar) if name]


def label_expression(prefix: str = ""):
    """SQL for `label`; `prefix` leads to the model, for example ``trades__``."""
    language = get_language()
    if language not in OTHER_LANGUAGES:
        return F(f"{prefix}name")
    return Coalesce(NullIf(F(f"{prefix}name_{language}"), Value("")), F(f"{prefix}name"))
