from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Application.State.WAITING)


class Application(models.Model):
    """Somebody wants to take part: stored as it came, decided once by a coordinator."""

    class Kind(models.TextChoices):
        BUSINESS = "business", _("business")
        INITIATIVE = "initiative", _("initiative")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    class Consent(models.TextChoices):
        ONLINE = "online", _("ticked in the form")
        PAPER = "paper", _("signed on paper")
        SPOKEN = "spoken", _("given in person")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.BUSINESS)
    name = models.CharField(_("name of the business or initiative"), max_length=255)
    entry = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="claims",
        verbose_name=_("existing entry"),
    )
    contact_name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    house_number = models.CharField(_("house number"), max_length=40, blank=True)
    trade = models.ForeignKey(
        "members.Trade", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("trade")
    )
    about = models.TextField(_("about the business or initiative"), blank=True, max_length=2000)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="de")

    consent = models.CharField(_("consent"), max_length=8, choices=Consent.choices, default=Consent.ONLINE)
    consent_at = models.DateTimeField(_("consent given on"))
    consent_words = models.TextField(_("words consented to"))
    #: Passed the puzzle against machines. Without a script nobody can; such an application is kept and marked.
    checked = models.BooleanField(_("checked against machines"), default=False)

    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("entered by"),
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )
    reason = models.TextField(_("reason"), blank=True, max_length=1000)
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("profile"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("person"),
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")

    def __str__(self):
        return self.name

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING
