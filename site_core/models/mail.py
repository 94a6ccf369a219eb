from datetime import timedelta
from email.utils import parseaddr

from django.contrib.admin.decorators import display
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

#: From this many tries on a mail counts as stuck: by then some six minutes have passed.
STUCK_AFTER = 3


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now):
        """What is to be tried now, the longest overdue first."""
        return self.filter(next_try_at__lte=now).order_by("next_try_at", "pk")

    def stuck(self):
        """What was tried in vain several times, or is not tried any more."""
        return self.filter(sent_at=None).filter(Q(next_try_at=None) | Q(attempts__gte=STUCK_AFTER))

    def waiting(self):
        return self.filter(sent_at=None, next_try_at__isnull=False, attempts__lt=STUCK_AFTER)

    def delivered(self):
        return self.filter(sent_at__isnull=False)

    def in_state(self, state):
        return getattr(self, OutgoingMail.State(state).value)()

    def failed(self):
        """What was tried in vain and is not being delivered this very moment."""
        return self.filter(sent_at=None).exclude(problem="")

    def held_up_by_server(self, now):
        """What is stuck because of the mail server, and not for more than a week: what operators are told of.

        An address that does not exist is a matter for the coordinator: any visitor can type one.
        """
        lately = Q(next_try_at__isnull=False) | Q(tried_at__gte=now - timedelta(days=7))
        return self.stuck().filter(lately, problem=OutgoingMail.Problem.SERVER)

    def finished_before(self, moment):
        return self.filter(next_try_at=None, tried_at__lt=moment)

    def concerning(self, email):
        """Mails to a person, or that are answered to them; the address is matched without case."""
        wanted = email.strip().lower()
        candidates = self.filter(Q(recipients__icontains=wanted) | Q(reply_to__icontains=wanted))
        found = [
            mail.pk
            for mail in candidates.only("recipients", "reply_to")
            if wanted in {parseaddr(line)[1].lower() for line in [*mail.to, *mail.reply_to.splitlines()]}
        ]
        return self.filter(pk__in=found)

    def for_listing(self):
        """Without the bodies."""
        return self.defer("text", "html", "headers")


class OutgoingMail(models.Model):
    """A mail that waits for the worker, or that it delivered; addresses stand one on a line.

    It is tried while `next_try_at` is set; `problem` and `error` tell of the last try, and are empty during one.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        STUCK = "stuck", _("stuck")
        DELIVERED = "delivered", _("delivered")

    class Problem(models.TextChoices):
        SERVER = "server", _("The mail server cannot be reached, or does not let us in.")
        ADDRESS = "address", _("The mail server does not accept the address.")
        MESSAGE = "message", _("This mail could not be handed over to the mail server.")

    recipients = models.TextField(_("recipients"))
    sender = models.CharField(_("sender"), max_length=320)
    reply_to = models.TextField(_("reply to"), blank=True)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("text as HTML"), blank=True)
    headers = models.JSONField(_("further headers"), default=dict, blank=True)
    message_id = models.CharField(_("message id"), max_length=255)
    language = models.CharField(_("language"), max_length=8)
    secret = models.BooleanField(_("holds a personal link or code"), default=False)
    created_at = models.DateTimeField(_("written"), auto_now_add=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True, db_index=True)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)
    sent_at = models.DateTimeField(_("delivered on"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=8, choices=Problem.choices, blank=True)
    error = models.CharField(_("answer of the mail server"), max_length=300, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        # Nobody writes or deletes mails by hand.
        default_permissions = ("view", "change")
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")

    def __str__(self):
        return self.subject

    @property
    def to(self) -> list[str]:
        return self.recipients.splitlines()

    @property
    @display(description=_("state"))
    def state(self) -> State:
        if self.sent_at:
            return self.State.DELIVERED
        if self.next_try_at is None or self.attempts >= STUCK_AFTER:
            return self.State.STUCK
        return self.State.WAITING
