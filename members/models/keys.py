"""Secrets sent to a person once: an invitation, the confirmation of a new address, a code for signing in."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def digest_of(secret: str) -> str:
    """What is stored of a secret: whoever reads the database cannot use it."""
    return hashlib.sha256(secret.encode()).hexdigest()


class MailedKeyQuerySet(models.QuerySet):
    def usable(self):
        return self.filter(used_at__isnull=True, expires_at__gt=timezone.now())

    def opened_by(self, secret):
        """The usable key this secret opens, or None."""
        return self.usable().filter(digest=digest_of(secret)).select_related("user").first()


class MailedKey(models.Model):
    """Opens one door once, within its time. Only the digest of the secret is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    objects = MailedKeyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.user}"

    @classmethod
    def issue(cls, *, valid_for, **fields):
        """Stores a new key; returns it and its secret, which is nowhere else. `valid_for` is a timedelta."""
        secret = secrets.token_urlsafe(32)
        key = cls.objects.create(digest=digest_of(secret), expires_at=timezone.now() + valid_for, **fields)
        return key, secret


class Invitation(MailedKey):
    """Lets a new member set the first password; `page` is the profile it is about."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="invitations",
        verbose_name=_("profile"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )

    class Meta(MailedKey.Meta):
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")


class AddressChange(MailedKey):
    """A new sign-in address that waits for its owner to confirm it."""

    new_email = models.EmailField(_("new e-mail address"))

    class Meta(MailedKey.Meta):
        verbose_name = _("change of address")
        verbose_name_plural = _("changes of address")


class SignInCode(MailedKey):
    """A code for signing in without the password. Its digest is taken over user and code: codes are short."""

    tries = models.PositiveSmallIntegerField(default=0)

    class Meta(MailedKey.Meta):
        verbose_name = _("sign-in code")
        verbose_name_plural = _("sign-in codes")
