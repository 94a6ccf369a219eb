from django.core.mail.backends.base import BaseEmailBackend

from site_core.services.mail import keep_message


class OutboxBackend(BaseEmailBackend):
    """Puts every mail that Django and Wagtail send into the outbox, in the caller's transaction (EMAIL_BACKEND).

    The mail server is asked by the worker alone, see `deliver_due`; no request ever waits for it.
    """

    def send_messages(self, email_messages):
        for message in email_messages:
            keep_message(message=message)
        return len(email_messages)
