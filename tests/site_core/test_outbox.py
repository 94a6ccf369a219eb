"""The outbox: a mail is stored with what it tells of, delivered once, tried until it worked, and seen when stuck."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from site_core.models import OutgoingMail, SiteSettings
from site_core.services import mail as outbox
from site_core.services.jobs import run_due_jobs
from site_core.services.mail import deliver_due, drop_old_mails, forget_mails, send_later, try_again
from site_core.settings import base
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser

pytestmark = pytest.mark.django_db


class PostOffice(BaseEmailBackend):
    """A mail server of which the test says how it behaves."""

    is_down = False
    refuses: dict[str, Exception]
    meanwhile = None
    taken: list
    opened = 0

    def open(self):
        if PostOffice.is_down:
            raise ConnectionRefusedError("nobody at home")
        PostOffice.opened += 1

    def send_messages(self, messages):
        for message in messages:
            if PostOffice.meanwhile:
                PostOffice.meanwhile()
            if message.to[0] in self.refuses:
                raise self.refuses[message.to[0]]
            PostOffice.taken.append(message)


@pytest.fixture
def post(settings, monkeypatch):
    settings.EMAIL_DELIVERY_BACKEND = f"{__name__}.PostOffice"
    for name, value in {"is_down": False, "refuses": {}, "meanwhile": None, "taken": [], "opened": 0}.items():
        monkeypatch.setattr(PostOffice, name, value, raising=False)
    return PostOffice


@pytest.fixture
def through_the_backend(settings):
    """The backend of a running site; Django's test runner puts its own in its place."""
    settings.EMAIL_BACKEND = base.EMAIL_BACKEND


class Wish:
    """What the mail about a change request needs."""

    def __init__(self, message="Die Tür ist blau."):
        self.message, self.sender_email = message, "ada@example.org"


def write(to="ada@example.org", *, entry="Laden", message="Die Tür ist blau.", **more):
    fields = {
        "subject": gettext_lazy("Request about %(entry)s"),
        "template": "mails/change_request.txt",
        "context": {"entry": entry, "request": Wish(message), "address": "https://kiez.example/gewerbe/laden/"},
    }
    return send_later(to=to, **{**fields, **more})


def refused(code, address="falsch@example.org"):
    return smtplib.SMTPRecipientsRefused({address: (code, b"no such user")})


def reload(letter):
    return OutgoingMail.objects.get(pk=letter.pk)


# --- writing ---------------------------------------------------------------------------------------------------


def test_a_mail_is_stored_and_the_mail_server_not_asked(post):
    post.is_down = True
    letter = write()
    assert (letter.to, letter.state) == (["ada@example.org"], "waiting")
    assert post.taken == []


def test_what_is_undone_leaves_no_mail():
    def undone():
        with transaction.atomic():
            write()
            raise RuntimeError("doch nicht")

    with pytest.raises(RuntimeError):
        undone()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("en", "ltr"), ("tr", "ltr"), ("ar", "rtl")])
def test_a_mail_speaks_the_language_of_its_recipient_whoever_uses_the_site(language, direction):
    with override("en" if language != "en" else "tr"):
        letter = write(language=language)
    with override(language):
        assert letter.subject == _("Request about %(entry)s") % {"entry": "Laden"}
        assert _("Reply to this mail to answer the person who wrote.") in letter.text
    assert f'<html lang="{language}" dir="{direction}">' in letter.html


def test_a_language_the_site_does_not_speak_becomes_german():
    assert write(language="xx").subject == "Änderungswunsch zu Laden"


def test_both_parts_say_the_same_and_only_the_html_is_escaped():
    letter = write(message='<b>Blau & "gelb"</b>\nunten\n\n\n\nDanke')
    assert '<b>Blau & "gelb"</b>\nunten\n\nDanke' in letter.text
    assert "&lt;b&gt;Blau &amp; &quot;gelb&quot;&lt;/b&gt;<br>unten</p>" in letter.html
    assert "<p>Danke</p>" in letter.html


def test_addresses_in_the_text_become_links_in_the_html():
    link = '(<a href="https://a.example/?x=1&amp;y=2" dir="ltr">https://a.example/?x=1&amp;y=2</a>).'
    assert link in write(message="Sehen Sie (https://a.example/?x=1&y=2).").html
    assert "javascript:alert(1)</p>" in write(message="javascript:alert(1)").html


def test_a_subject_is_one_line_and_takes_percent_signs_as_they_are():
    assert write(subject="50 %(entry)s\r\nBcc: opfer@example.org").subject == "50 %(entry)s Bcc: opfer@example.org"
    assert write(entry="50 % auf\nalles").subject == "Änderungswunsch zu 50 % auf alles"


def test_a_mail_comes_from_the_sender_staff_have_set():
    SiteSettings.objects.update_or_create(defaults={"mail_sender": "Kiez <post@kiez.example>"})
    letter = write(reply_to="grace@example.org")
    assert (letter.sender, letter.reply_to) == ("Kiez <post@kiez.example>", "grace@example.org")
    assert letter.message_id.endswith("@kiez.example>")


def test_a_mail_to_nobody_is_a_mistake():
    for nobody in ("", []):
        with pytest.raises(ValueError, match="recipient"):
            write(to=nobody)


# --- what Django and Wagtail send ------------------------------------------------------------------------------


def test_a_running_site_puts_every_mail_into_the_outbox(through_the_backend, post):
    with override("tr"):
        send_mail("Betreff", "Text", "kiez@example.org", ["ada@example.org"], html_message="<p>Text</p>")
    letter = OutgoingMail.objects.get()
    assert (letter.to, letter.subject, letter.text, letter.html) == (
        ["ada@example.org"], "Betreff", "Text", "<p>Text</p>",
    )  # fmt: skip
    assert (letter.language, letter.secret) == ("tr", True)
    assert post.taken == []
    assert deliver_due() == 1
    assert post.taken[0].body == "Text"


def test_copies_and_hidden_copies_arrive_and_hidden_ones_stay_hidden(through_the_backend, post):
    message = EmailMessage("Betreff", "Text", "kiez@example.org", ["a@example.org"])
    message.cc, message.bcc = ["b@example.org"], ["c@example.org"]
    message.extra_headers = {"X-Kiez": "ja", "Message-ID": "<eigene@example.org>"}
    message.send()
    deliver_due()
    assert [taken.to for taken in post.taken] == [["a@example.org", "b@example.org"], ["c@example.org"]]
    sent = post.taken[0].message()
    assert (sent["X-Kiez"], len(sent.get_all("Message-ID"))) == ("ja", 1)


def test_a_mail_written_in_html_alone_gets_a_plain_part(through_the_backend):
    message = EmailMultiAlternatives("Betreff", "<p>Hallo</p>", "kiez@example.org", ["a@example.org"])
    message.content_subtype = "html"
    message.send()
    letter = OutgoingMail.objects.get()
    assert (letter.text, letter.html) == ("Hallo", "<p>Hallo</p>")


def test_attachments_are_refused_and_not_lost_in_silence(through_the_backend):
    message = EmailMessage("Betreff", "Text", "kiez@example.org", ["a@example.org"])
    message.attach("liste.txt", "eins", "text/plain")
    with pytest.raises(ValueError, match="attachments"):
        message.send()


# --- delivering ------------------------------------------------------------------------------------------------


def test_the_worker_delivers_a_mail_once_in_both_parts():
    letter = write()
    assert "mail" in run_due_jobs()
    assert deliver_due() == 0
    (sent,) = mail.outbox
    assert sent.body == letter.text
    assert [(content, kind) for content, kind in sent.alternatives] == [(letter.html, "text/html")]
    assert sent.message()["Message-ID"] == letter.message_id
    assert reload(letter).state == "delivered"


@pytest.mark.db_specific
def test_two_workers_at_the_same_time_deliver_a_mail_once(post):
    write()
    others = []
    post.meanwhile = lambda: others.append(deliver_due())
    assert deliver_due() == 1
    assert others == [0]
    assert len(post.taken) == 1


@pytest.mark.db_specific
def test_a_mail_taken_by_one_worker_is_not_taken_by_another():
    letter = write()
    assert outbox.claim(pk=letter.pk).attempts == 1
    assert outbox.claim(pk=letter.pk) is None


def test_a_worker_that_crashed_leaves_the_mail_for_a_later_try_of_the_same_mail(post, at):
    at("2026-11-24 10:00")
    letter = write()
    outbox.claim(pk=letter.pk)
    at("2026-11-24 10:09")
    assert deliver_due() == 0
    at("2026-11-24 10:11")
    assert deliver_due() == 1
    assert post.taken[0].message()["Message-ID"] == letter.message_id


def test_a_mail_that_crashes_every_worker_is_given_up(post):
    letter = write()
    OutgoingMail.objects.update(attempts=len(outbox.WAITS) + 1)
    assert deliver_due() == 0
    assert post.taken == []
    assert (reload(letter).state, reload(letter).next_try_at) == ("stuck", None)


def test_while_the_server_is_down_mails_wait_longer_and_longer_and_arrive_when_it_is_back(post, at):
    start = at("2026-11-24 10:00")
    letters = [write(), write(to="bob@example.org")]
    post.is_down = True

    waits = []
    moment = start
    for _try in range(4):
        assert deliver_due() == 0
        due = reload(letters[0]).next_try_at
        waits.append(due - moment)
        moment = at(f"{timezone.localtime(due):%Y-%m-%d %H:%M}")
    assert waits == [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1)]
    assert [reload(letter).state for letter in letters] == ["stuck", "stuck"]
    assert "nobody at home" in reload(letters[1]).error

    post.is_down = False
    assert deliver_due() == 2
    assert deliver_due() == 0
    assert [message.message()["Message-ID"] for message in post.taken] == [letter.message_id for letter in letters]
    assert (reload(letters[0]).state, reload(letters[0]).error) == ("delivered", "")


def test_a_server_that_is_down_is_asked_once_a_round_and_every_mail_is_noted(post, monkeypatch):
    asked = []
    monkeypatch.setattr(post, "open", lambda self: asked.append(1) or (_ for _ in ()).throw(TimeoutError("zu lange")))
    for _number in range(3):
        write()
    assert deliver_due() == 0
    assert asked == [1]
    assert OutgoingMail.objects.failed().filter(problem="server", attempts=1).count() == 3


def test_after_some_five_days_a_mail_is_given_up_and_stays_to_be_seen(post, at):
    start = at("2026-11-24 10:00")
    letter = write()
    post.is_down = True
    while reload(letter).next_try_at:
        deliver_due()
        last = at(f"{timezone.localtime(reload(letter).next_try_at or timezone.now()):%Y-%m-%d %H:%M}")
    assert timedelta(days=4) < last - start < timedelta(days=5)
    assert reload(letter).attempts == 11
    assert reload(letter).state == "stuck"


def test_an_address_that_does_not_exist_is_given_up_at_once_and_stops_no_other(post):
    post.refuses = {"falsch@example.org": refused(550)}
    wrong, right = write(to="falsch@example.org"), write()
    assert deliver_due() == 1
    assert [message.to for message in post.taken] == [right.to]
    assert (reload(wrong).problem, reload(wrong).next_try_at, reload(wrong).state) == ("address", None, "stuck")


def test_an_address_refused_for_the_moment_is_tried_again(post):
    post.refuses = {"falsch@example.org": refused(450)}
    letter = write(to="falsch@example.org")
    deliver_due()
    assert reload(letter).next_try_at
    assert reload(letter).state == "waiting"


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (smtplib.SMTPServerDisconnected("weg"), "server"),
        (smtplib.SMTPAuthenticationError(535, b"wer?"), "server"),
        (smtplib.SMTPSenderRefused(550, b"nicht von hier", "kiez@example.org"), "server"),
        (smtplib.SMTPDataError(554, b"Werbung"), "message"),
        (ValueError("unlesbar"), "message"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_one_mail_that_fails_is_noted_and_stops_no_other(post, error, problem):
    post.refuses = {"falsch@example.org": error}
    failing, fine = write(to="falsch@example.org"), write()
    assert deliver_due() == 1
    assert reload(failing).problem == problem
    assert reload(failing).next_try_at
    assert reload(fine).state == "delivered"


def test_a_secret_is_kept_until_it_is_delivered_and_not_longer(post):
    letter = write(secret=True)
    open_letter = write()
    post.is_down = True
    deliver_due()
    assert reload(letter).text == letter.text

    post.is_down = False
    OutgoingMail.objects.update(next_try_at=timezone.now())
    deliver_due()
    assert letter.text in {message.body for message in post.taken}
    assert (reload(letter).text, reload(letter).html) == ("", "")
    assert reload(open_letter).text == open_letter.text


def test_finished_mails_are_dropped_after_a_month_waiting_ones_never(post, at):
    post.refuses = {"falsch@example.org": refused(550), "spaeter@example.org": TimeoutError()}
    at("2026-11-24 10:00")
    for to in ("ada@example.org", "falsch@example.org", "spaeter@example.org"):
        write(to=to)
    deliver_due()
    at("2026-12-24 09:00")
    assert drop_old_mails() == 0
    at("2026-12-24 11:00")
    assert drop_old_mails() == 2
    assert OutgoingMail.objects.get().to == ["spaeter@example.org"]


def test_a_persons_mails_are_forgotten_and_nobody_elses():
    write(to="Ada <ADA@example.org>")
    write(to=["bob@example.org", "ada@example.org"])
    write(to="bob@example.org", reply_to="ada@example.org")
    other = write(to="nada@example.org")
    assert forget_mails(email="ada@example.org") == 3
    assert OutgoingMail.objects.get() == other


# --- what the coordinator sees ---------------------------------------------------------------------------------


@pytest.fixture
def stuck(post):
    """A mail given up, and a delivered one."""
    post.refuses = {"falsch@example.org": refused(550)}
    write(to="ada@example.org", entry="Angekommen")
    letter = write(to="falsch@example.org", entry="Liegengeblieben")
    deliver_due()
    return letter


@pytest.fixture
def coordinator(site, client):
    user = make_coordinator()
    client.force_login(user)
    return user


def test_the_coordinator_sees_which_mails_are_stuck_and_why(client, coordinator, stuck):
    shown = client.get(reverse("mails:index")).content.decode()
    assert "falsch@example.org" in shown
    assert str(OutgoingMail.Problem.ADDRESS.label) in shown
    assert reverse("mails:index") in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("state", "subjects"),
    [
        ("stuck", ["Änderungswunsch zu Liegengeblieben"]),
        ("delivered", ["Änderungswunsch zu Angekommen"]),
        ("waiting", ["Änderungswunsch zu Neu"]),
        ("explode", ["Änderungswunsch zu Neu", "Änderungswunsch zu Liegengeblieben", "Änderungswunsch zu Angekommen"]),
    ],
)
def test_mails_are_filtered_by_state(client, coordinator, stuck, state, subjects):
    write(entry="Neu")
    for view in ("mails:index", "mails:index_results"):
        listed = client.get(reverse(view), {"state": state}).context["object_list"]
        assert [letter.subject for letter in listed] == subjects


def test_mails_are_found_by_address(client, coordinator, stuck):
    listed = client.get(reverse("mails:index"), {"q": "FALSCH@"}).context["object_list"]
    assert list(listed) == [stuck]


def test_the_text_of_a_mail_is_shown_and_that_of_a_secret_one_to_nobody(client, coordinator, site):
    plain, secret = write(message="Die Tür ist blau."), write(message="Code 4711", secret=True)
    assert "Die Tür ist blau." in client.get(reverse("mails:show", args=[plain.pk])).content.decode()
    client.force_login(make_superuser())
    assert "4711" not in client.get(reverse("mails:show", args=[secret.pk])).content.decode()


def test_moments_are_told_in_the_time_of_berlin(client, coordinator, at):
    at("2026-11-24 10:00")
    letter = write()
    assert "24. November 2026 10:00" in client.get(reverse("mails:show", args=[letter.pk])).content.decode()


def test_a_stuck_mail_is_tried_again_at_once_with_all_its_tries_ahead(client, coordinator, stuck, post):
    there = reverse("mails:show", args=[stuck.pk])
    again = reverse("mails:try_again", args=[stuck.pk])
    assert again in client.get(there).content.decode()
    assert client.get(again).status_code == 405

    post.refuses = {}
    assert client.post(again)["Location"] == there
    assert deliver_due() == 1
    assert reload(stuck).state == "delivered"
    assert again not in client.get(there).content.decode()


def test_all_stuck_mails_are_tried_again_and_delivered_ones_are_not(client, coordinator, stuck, post):
    again = reverse("mails:try_all_again")
    assert again in client.get(reverse("mails:index")).content.decode()
    post.refuses = {}
    client.post(again)
    assert deliver_due() == 1
    assert again not in client.get(reverse("mails:index")).content.decode()
    client.post(again)
    assert deliver_due() == 0


def test_a_mail_on_its_way_is_not_sent_a_second_time_by_trying_again(post):
    letter = write()
    outbox.claim(pk=letter.pk)
    assert try_again(mails=OutgoingMail.objects.all()) == 0
    assert deliver_due() == 0


@pytest.mark.parametrize("who", ["editor", "member", "visitor"])
def test_others_see_no_mail_and_try_nothing_again(client, site, stuck, who):
    people = {"editor": make_editor, "member": lambda: make_member(make_business(site))}
    if who in people:
        client.force_login(people[who]())
    for name, arguments in (("index", []), ("index_results", []), ("show", [stuck.pk])):
        answer = client.get(reverse(f"mails:{name}", args=arguments))
        assert answer.status_code in (302, 403)
        assert "falsch@example.org" not in answer.content.decode()
    for name, arguments in (("try_all_again", []), ("try_again", [stuck.pk])):
        assert client.post(reverse(f"mails:{name}", args=arguments)).status_code in (302, 403)
    assert reload(stuck).attempts == 1


def test_the_list_costs_the_same_for_one_and_for_forty_mails(coordinator, count_queries, stuck):
    one = count_queries(reverse("mails:index"))
    for number in range(40):
        write(to=f"falsch{number}@example.org")
    assert count_queries(reverse("mails:index")) == one


# --- what operators see ----------------------------------------------------------------------------------------


def health(client):
    answer = client.get("/healthz/")
    return answer.status_code, answer.content.decode()


def test_mails_stuck_at_the_server_show_in_the_health_check_without_addresses(client, post, at):
    moment = at("2026-11-24 10:00")
    run_due_jobs()
    write()
    post.is_down = True
    for clock in ("10:00", "10:02", "10:08"):
        assert health(client)[0] == 200
        at(f"2026-11-24 {clock}")
        deliver_due()
    status, said = health(client)
    assert status == 500
    assert "mails stuck at the mail server: 1" in said
    assert "ada@" not in said

    OutgoingMail.objects.update(next_try_at=None, tried_at=moment - timedelta(days=8))
    assert health(client)[0] == 200


def test_an_address_mistyped_by_a_visitor_is_no_alarm(client, stuck):
    run_due_jobs()
    assert OutgoingMail.objects.stuck().count() == 1
    assert health(client)[0] == 200
