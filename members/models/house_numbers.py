from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.nearness import InStreetsQuerySet
from site_core.text.house_numbers import number_key
from site_core.text.streets import street_key


class HouseNumberQuerySet(InStreetsQuerySet):
    def in_street(self, street):
        """The numbers of a street, however it is spelled."""
        return self.filter(street_key=street_key(street))

    def streets(self):
        """(key, name) of every street, each once."""
        return self.values_list("street_key").annotate(name=models.Min("street")).order_by("name")


class HouseNumber(models.Model):
    """One door of the Kiez and where it is: an address becomes a point without asking anybody outside."""

    street = models.CharField(_("street"), max_length=120)
    number = models.CharField(_("house number"), max_length=40)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    latitude = models.FloatField(_("latitude"), validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(_("longitude"), validators=[MinValueValidator(-180), MaxValueValidator(180)])
    street_key = models.CharField(max_length=120, editable=False)
    number_key = models.CharField(max_length=40, editable=False)

    objects = HouseNumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("house number")
        verbose_name_plural = _("house numbers")
        ordering = ["street_key", "number_key"]
        constraints = [models.UniqueConstraint(fields=["street_key", "number_key"], name="house_number_once")]

    def __str__(self):
        return f"{self.street} {self.number}"

    def save(self, *args, **kwargs):
        """Keeps the keys true to what they are made of."""
        self.street_key, self.number_key = street_key(self.street), number_key(self.number)
        super().save(*args, **kwargs)
