"""Two people at the same moment, each with a connection of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from members.models import BusinessPage, Membership
from members.services.applications import AlreadyDecided, accept_application, submit_application
from tests.factories.people import make_coordinator

pytestmark = pytest.mark.journey


def test_two_coordinators_accepting_at_once_make_one_member(kiez):
    people = [make_coordinator(), make_coordinator("vertretung@example.org")]
    profiles, memberships = BusinessPage.objects.count(), Membership.objects.count()
    words = {"name": "Backstube Krume", "contact_name": "Ada", "email": "ada@example.org", "consent_words": "Ja."}
    application = submit_application(values=words, checked=True)
    together, outcomes = Barrier(2), []

    def accept(by):
        together.wait()
        try:
            outcomes.append(accept_application(application=application, by=by).pk)
        except AlreadyDecided:
            outcomes.append("too late")
        finally:
            connection.close()

    threads = [Thread(target=accept, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert outcomes.count("too late") == 1
    assert len(outcomes) == 2
    assert BusinessPage.objects.count() == profiles + 1
    assert Membership.objects.count() == memberships + 1
