"""The outbox: a mail is stored in the transaction of whoever sends it, and delivered by the worker until it worked.

Two workers never deliver the same mail: each try is claimed by one conditional UPDATE, committed before the server is
asked. A crash between the server's yes and our note of it is the one case in which a mail goes out twice; it then
carries the same Message-ID.
"""

import logging
import time
from contextlib import closing
from datetime import timedelta
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import punycode
from django.utils.html import strip_tags
from django.utils.translation import get_language

from site_core.mail import site_sender
from site_core.mail.courier import Courier, is_final, problem_of
from site_core.mail.writing import write
from site_core.models import OutgoingMail

logger = logging.getLogger(__name__)

#: Headers that the outbox writes itself, the same at every try.
_FIXED = ("message-id", "date")
#: How long to wait after the first failed try, the second, …; after the last one, some five days on, we give up.
WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    *(timedelta(days=1),) * 4,
)
#: A try that has not reported back after this long was a crash; a slow mail server needs less for one mail.
LEASE = timedelta(minutes=10)
#: Mails looked at in one round, and seconds it may take: the worker has other jobs.
BATCH = 200
ROUND = 60
#: Delivered mails, and those given up, are dropped this long after.
KEPT = timedelta(days=30)


@transaction.atomic
def send_later(
    *, to, subject, template, context, language=settings.LANGUAGE_CODE, reply_to="", secret=False
) -> OutgoingMail:
    """Writes a mail in the recipient's language and stores it; `to` is an address or a list of them.

    `subject` is a plain string, or a lazy one whose placeholders are filled from `context`; staff can always read it.
    `template` is plain text ("mails/….txt"); the HTML part is made from it. A `secret` mail holds a personal link or
    code: nobody is shown its text, which is emptied once delivered.
    """
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    letter = write(subject=subject, template=template, context=context, language=language)
    return _store(
        to=[to] if isinstance(to, str) else to,
        sender=site_sender(),
        reply_to=[reply_to] if reply_to else [],
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        headers={"Auto-Submitted": "auto-generated"},
        language=language,
        secret=secret,
    )


@transaction.atomic
def keep_message(*, message):
    """Stores a message of Django's. We do not know what stands in it, so it counts as secret.

    Hidden recipients get a mail each. Raises ValueError for attachments, which the outbox does not keep.
    """
    if message.attachments:
        raise ValueError("The outbox keeps no attachments.")
    is_html = message.content_subtype == "html"
    parts = {mimetype: content for content, mimetype in getattr(message, "alternatives", [])}
    for to in ([*message.to, *message.cc], *([address] for address in message.bcc)):
        if any(to):
            _store(
                to=to,
                sender=message.from_email,
                reply_to=message.reply_to,
                subject=str(message.subject),
                text=strip_tags(message.body) if is_html else message.body,
                html=message.body if is_html else parts.get("text/html", ""),
                headers={
                    name: str(value) for name, value in message.extra_headers.items() if name.lower() not in _FIXED
                },
                language=get_language() or settings.LANGUAGE_CODE,
                secret=True,
            )


def _store(*, to, sender, reply_to, subject, **fields) -> OutgoingMail:
    recipients = [_one_line(address) for address in to if address]
    if not recipients:
        raise ValueError("A mail needs a recipient.")
    return OutgoingMail.objects.create(
        recipients="\n".join(recipients),
        sender=_one_line(sender),
        reply_to="\n".join(_one_line(address) for address in reply_to if address),
        subject=_one_line(subject)[:255],
        message_id=make_msgid(domain=punycode(parseaddr(sender)[1].rpartition("@")[2] or "localhost")),
        next_try_at=timezone.now(),
        **fields,
    )


def _one_line(value) -> str:
    """Nobody writes mail headers through a name or a title."""
    return " ".join(str(value).split())


def deliver_due() -> int:
    """Delivers what is due and returns how many mails that were. What fails is noted and tried again later."""
    due = list(OutgoingMail.objects.due(timezone.now()).values_list("pk", flat=True)[:BATCH])
    if not due:
        return 0
    delivered = 0
    end = time.monotonic() + ROUND
    with closing(Courier()) as courier:
        for pk in due:
            mail = claim(pk=pk)
            if mail is not None:
                delivered += _deliver(mail=mail, courier=courier)
            if time.monotonic() > end:
                break
    return delivered


@transaction.atomic(durable=True)
def claim(*, pk) -> OutgoingMail | None:
    """Takes a due mail for one try; None when somebody else was faster, or when its tries are used up."""
    now = timezone.now()
    mail = OutgoingMail.objects.due(now).filter(pk=pk).first()
    if mail is None:
        return None
    ours = OutgoingMail.objects.due(now).filter(pk=pk, attempts=mail.attempts)
    if mail.attempts > len(WAITS):  # each of its tries ended in a crash
        ours.update(next_try_at=None, problem=OutgoingMail.Problem.MESSAGE)
        return None
    mail.attempts += 1
    back_at = now + max(LEASE, _wait_after(mail.attempts) or LEASE)
    taken = ours.update(attempts=mail.attempts, tried_at=now, next_try_at=back_at, problem="", error="")
    return mail if taken else None


def _wait_after(attempts):
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def _deliver(*, mail, courier) -> bool:
    try:
        courier.deliver(mail)
    except Exception as error:  # one mail must not stop the others
        _note_failure(mail=mail, error=error)
        return False
    emptied = {"text": "", "html": ""} if mail.secret else {}
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now(), next_try_at=None, **emptied)
    return True


def _note_failure(*, mail, error):
    wait = None if is_final(error) else _wait_after(mail.attempts)
    # Only as long as nobody else has claimed it since.
    OutgoingMail.objects.filter(pk=mail.pk, attempts=mail.attempts, sent_at=None).update(
        next_try_at=timezone.now() + wait if wait else None,
        problem=problem_of(error),
        error=_one_line(f"{type(error).__name__}: {error}")[:300],
    )
    logger.warning("mail %s not delivered at try %s: %s", mail.pk, mail.attempts, type(error).__name__)


@transaction.atomic
def try_again(*, mails) -> int:
    """Makes failed mails of this queryset due now, with all tries ahead; returns how many."""
    return mails.failed().update(attempts=0, next_try_at=timezone.now(), problem="", error="")


@transaction.atomic
def forget_mails(*, email) -> int:
    """Drops every mail to a person, or answered to them; returns how many."""
    return OutgoingMail.objects.concerning(email).delete()[0]


@transaction.atomic
def drop_old_mails() -> int:
    """Drops what was delivered or given up more than `KEPT` ago; returns how many."""
    return OutgoingMail.objects.finished_before(timezone.now() - KEPT).delete()[0]
