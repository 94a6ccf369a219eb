from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def check_sender(value):
    """A name with an address in angle brackets, or an address alone, on one line."""
    _name, address = parseaddr(value)
    try:
        validate_email(address)
    except ValidationError:
        address = ""
    if not address or len(value.splitlines()) > 1:
        raise ValidationError(_("Please write it like this: Name <name@example.org>"))


@register_setting(icon="home")
class SiteSettings(BaseGenericSetting):
    """What stands on every page and what mails and notices need to know; one row."""

    name = models.CharField(_("name of the site"), max_length=80, default="Gewerbe im Schillerkiez")
    claim = models.CharField(_("claim"), max_length=160, blank=True, help_text=_("One line about the platform."))
    contact_email = models.EmailField(
        _("contact e-mail"), blank=True, help_text=_("Shown in the footer. Requests from visitors arrive here.")
    )
    contact_phone = PhoneNumberField(_("contact phone"), blank=True)
    address = models.TextField(_("postal address"), blank=True)
    mail_sender = models.CharField(
        _("sender of mails"),
        max_length=160,
        blank=True,
        validators=[check_sender],
        help_text=_("For example: Gewerbe im Schillerkiez <post@example.org>"),
    )
    funding_notice = models.TextField(_("funding notice"), blank=True)
    funding_logos = models.ForeignKey(
        "site_core.KiezImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("sponsors' logos"),
        help_text=_("One picture with all the logos side by side, as the sponsors hand it out."),
    )
    index_unconfirmed = models.BooleanField(
        _("let search engines list unconfirmed entries"),
        default=False,
        help_text=_("Entries taken from OpenStreetMap that nobody has confirmed yet stay out of search engines."),
    )

    select_related = ["funding_logos"]

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("claim")], _("Name")),
        MultiFieldPanel(
            [
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
                FieldPanel("address"),
                FieldPanel("mail_sender"),
            ],
            _("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("funding_notice"), FieldPanel("funding_logos")],
            _("Funding"),
        ),
        FieldPanel("index_unconfirmed"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self):
        return self.name
