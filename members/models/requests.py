from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeRequestQuerySet(models.QuerySet):
    def unsettled(self):
        return self.filter(handled_at=None)


class ChangeRequest(models.Model):
    """Somebody asks that an entry be changed or taken off; stored together with the mail about it."""

    class Wish(models.TextChoices):
        CHANGE = "change", _("Something is not right")
        REMOVE = "remove", _("The entry should be removed")

    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        on_delete=models.SET_NULL,
        related_name="change_requests",
        verbose_name=_("entry"),
    )
    page_title = models.CharField(_("name of the entry"), max_length=255)
    wish = models.CharField(_("wish"), max_length=8, choices=Wish.choices, default=Wish.CHANGE)
    message = models.TextField(_("message"), max_length=3000)
    sender_name = models.CharField(_("sender"), max_length=120, blank=True)
    sender_email = models.EmailField(_("e-mail of the sender"), blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    handled_at = models.DateTimeField(_("done"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("done by"),
    )

    objects = ChangeRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("change request")
        verbose_name_plural = _("change requests")

    def __str__(self):
        return f"{self.page_title}: {self.get_wish_display()}"
