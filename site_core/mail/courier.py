"""Handing a stored mail over to the mail server, and reading its answer."""

import smtplib
from contextlib import suppress
from email.utils import format_datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import timezone

from site_core.models import OutgoingMail


class Courier:
    """One connection to the mail server for a round. One that cannot be reached is asked once, not for each mail."""

    def __init__(self):
        self.connection = get_connection(settings.EMAIL_DELIVERY_BACKEND)
        self.unreachable = None

    def deliver(self, mail):
        """Hands one mail over. Raises what the mail server, or the way there, has against it."""
        message = _message(mail)
        if self.unreachable:
            raise self.unreachable
        try:
            self.connection.open()
        except OSError as error:
            self.unreachable = error
            raise
        try:
            self.connection.send_messages([message])
        except Exception:
            # Nobody knows in which state the talk ended; the next mail begins a new one.
            self.close()
            raise

    def close(self):
        with suppress(OSError):
            self.connection.close()


def _message(mail) -> EmailMultiAlternatives:
    fixed = {"Message-ID": mail.message_id, "Date": format_datetime(timezone.localtime(mail.created_at))}
    return EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=mail.sender,
        to=mail.to,
        reply_to=mail.reply_to.splitlines(),
        headers={**fixed, **mail.headers},
        alternatives=[(mail.html, "text/html")] if mail.html else None,
    )


def problem_of(error) -> OutgoingMail.Problem:
    """Whose matter a failure is: the server's, the address's or the mail's own."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return OutgoingMail.Problem.ADDRESS
    if isinstance(error, OSError) and not isinstance(error, smtplib.SMTPDataError):
        return OutgoingMail.Problem.SERVER
    return OutgoingMail.Problem.MESSAGE


def is_final(error) -> bool:
    """The server said that it will never take a mail to these addresses."""
    return isinstance(error, smtplib.SMTPRecipientsRefused) and all(
        code >= 500 for code, _answer in error.recipients.values()
    )
