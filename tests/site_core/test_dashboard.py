"""The desk's first screen: what waits for whom, in a fixed number of queries, and nobody else's links."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from members.models import Application, ChangeRequest, EditorialReview
from members.services.requests import handle_request
from members.services.reviews import submit_change
from members.services.roles import apply_review
from site_core.models import OutgoingMail
from tests.factories.pages import make_business
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.profiles import make_unconfirmed

DESK = "/admin/"


@pytest.fixture
def desk(site):
    make_editor()
    apply_review(pages=[site.businesses, site.initiatives])
    return site


def seen_by(user) -> str:
    client = Client()
    client.force_login(user)
    return client.get(DESK).content.decode()


def waits_for_review(site, title, *, since=None):
    page = make_business(site, title)
    member = make_member(page, "inhaberin@example.org")
    page.save_revision(user=member)
    submit_change(page=page, by=member)
    if since:
        page.current_workflow_state.task_states.update(started_at=since)
    return page


def apply_for(name, **fields):
    return Application.objects.create(
        name=name, contact_name="Nuran Beispiel", email="nuran@example.org",
        consent_at=timezone.now(), consent_words="Ja.", **fields,
    )  # fmt: skip


def test_an_editor_sees_what_waits_for_review_the_oldest_first_with_the_way_to_it(desk):
    newer = waits_for_review(desk, "Neuer Laden")
    older = waits_for_review(desk, "Alte Werkstatt", since=timezone.now() - timedelta(days=9))
    page = seen_by(make_editor("zweite@example.org"))
    assert page.index("Alte Werkstatt") < page.index("Neuer Laden")
    assert f'href="/admin/pages/{older.pk}/edit/"' in page
    assert f'href="/admin/pages/{newer.pk}/edit/"' in page


def test_what_was_taken_back_or_approved_waits_no_more(desk):
    page = waits_for_review(desk, "Alte Werkstatt")
    page.current_workflow_state.cancel(user=make_superuser())
    assert "Alte Werkstatt" not in seen_by(make_editor("zweite@example.org")).split("desk__others")[0]


def test_a_coordinator_sees_applications_and_no_review(desk):
    waits_for_review(desk, "Alte Werkstatt")
    apply_for("Buchladen am Eck")
    apply_for("Längst dabei", state=Application.State.ACCEPTED)
    waiting = seen_by(make_coordinator()).split("desk__others")[0]
    assert "Buchladen am Eck" in waiting
    assert "Längst dabei" not in waiting
    assert "Alte Werkstatt" not in waiting


def test_an_editor_hears_nothing_of_applications_and_mails(desk):
    apply_for("Buchladen am Eck")
    stuck_mail("Einladung an Nuran")
    page = seen_by(make_editor("zweite@example.org"))
    assert "Buchladen am Eck" not in page
    assert "Einladung an Nuran" not in page


def stuck_mail(subject, **fields):
    return OutgoingMail.objects.create(
        recipients="nuran@example.org", sender="gewerbe@example.org", subject=subject, language="de",
        attempts=5, problem=OutgoingMail.Problem.SERVER, **fields,
    )  # fmt: skip


def test_a_coordinator_sees_mails_that_did_not_get_through(desk):
    stuck_mail("Einladung an Nuran")
    stuck_mail("Schon angekommen", sent_at=timezone.now())
    page = seen_by(make_coordinator())
    assert "Einladung an Nuran" in page
    assert "Schon angekommen" not in page


def test_both_see_change_requests_until_they_are_settled(desk):
    page = make_business(desk, "Backstube")
    asked = ChangeRequest.objects.create(page_id=page.pk, page_title="Backstube", message="Die Nummer stimmt nicht.")
    editor, coordinator = make_editor("zweite@example.org"), make_coordinator()
    address = f'href="/admin/change-requests/inspect/{asked.pk}/"'
    assert address in seen_by(editor)
    assert address in seen_by(coordinator)
    handle_request(request=asked, by=coordinator)
    assert address not in seen_by(coordinator)


def test_a_coordinator_sees_how_many_entries_nobody_keeps(desk):
    for number in range(3):
        make_unconfirmed(desk, f"Laden {number}")
    listing = "/admin/businesses/?unconfirmed=yes&amp;people=no&amp;live=yes"
    assert listing in seen_by(make_coordinator())
    assert listing not in seen_by(make_editor("zweite@example.org"))


def test_pages_that_come_and_go_by_themselves_are_told_in_their_order(desk):
    soon, later = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=5)
    coming = make_business(desk, "Kommt später", live=False)
    coming.go_live_at = later
    coming.save_revision().publish()
    make_business(desk, "Geht bald", expire_at=soon)
    make_business(desk, "Bleibt")
    page = seen_by(make_editor("zweite@example.org"))
    assert page.index("Geht bald") < page.index("Kommt später")
    assert "Bleibt" not in page


def test_own_edits_and_those_of_others_stand_apart(desk):
    editor, other = make_editor("zweite@example.org"), make_superuser("dritte@example.org")
    make_business(desk, "Von mir").save_revision(user=editor, log_action=True)
    make_business(desk, "Von ihr").save_revision(user=other, log_action=True)
    mine, others = seen_by(editor).split('id="desk-mine"')[1].split('id="desk-others"')
    assert "Von mir" in mine
    assert "Von ihr" not in mine
    assert "Von ihr" in others
    assert "dritte@example.org" in others
    assert "Von mir" not in others


def test_an_empty_desk_says_so(desk):
    assert 'class="desk__done"' in seen_by(make_editor("zweite@example.org"))


def test_a_member_lands_on_the_own_page(desk):
    client = Client()
    client.force_login(make_member(make_business(desk, "Backstube"), "inhaberin@example.org"))
    assert client.get(DESK).headers["Location"] == "/admin/own/"


def test_no_bird_no_foreign_name_and_no_link_out_of_the_house(desk):
    page = seen_by(make_superuser())
    assert "Wagtail" not in page.split("<title>")[1].split("</title>")[0]
    assert "wagtail.org" not in page
    assert "wagtail.io" not in page
    assert "data-upgrade" not in page


@pytest.mark.parametrize("make_person", [make_superuser, make_editor, make_coordinator])
def test_the_desk_costs_the_same_however_much_waits(desk, client, count_queries, make_person):
    client.force_login(make_person("person@example.org"))
    for number in range(3):
        waits_for_review(desk, f"Laden {number}")
        apply_for(f"Bewirbt sich {number}")
    few = count_queries(DESK)
    for number in range(3, 23):
        waits_for_review(desk, f"Laden {number}")
        apply_for(f"Bewirbt sich {number}")
    assert EditorialReview.objects.get().task_states.count() == 23
    assert count_queries(DESK) == few
    assert few <= 25
