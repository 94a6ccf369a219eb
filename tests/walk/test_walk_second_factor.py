"""No path passes by the second factor: not for who needs one and has none, nor for who has one and has not used it."""

import pytest
from django.urls import reverse

from members.sign_in.doors import ALWAYS_OPEN, ENROLMENT, second_factor_open_views
from tests.factories.second_factor import make_app, sign_in_with_device
from tests.walk.routes import ADMIN, all_routes
from tests.walk.table import read_table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def stopped(visit, *, leads_to):
    """Sent to the second factor, or refused where a script asks; and nothing done."""
    sent = visit.word == "go" and visit.target.split("?")[0] == reverse(leads_to)
    return (sent or visit.word == "no") and not visit.wrote and not visit.read


def walked_by(walker, person, *, leads_to, open_views):
    """Visits not stopped in the admin, besides the open views, and those elsewhere a visitor gets another answer to."""
    there = all_routes()
    for line in read_table():
        if line.route not in there:
            continue
        visits = [visit for pair in walker.visits(line, person, body={}) for visit in pair]
        if not there[line.route].startswith(ADMIN):
            yield from (visit for visit in visits if not as_a_visitor(walker, visit))
        elif line.name not in open_views:
            yield from (visit for visit in visits if not stopped(visit, leads_to=leads_to))


def as_a_visitor(walker, visit):
    return walker.visit("anonymous", visit.method, visit.address, {}).word == visit.word


@pytest.mark.parametrize("person", ["coordinator", "superuser"])
def test_who_needs_a_second_factor_gets_nowhere_before_setting_one_up(walker, person):
    open_views = second_factor_open_views()
    past = list(walked_by(walker, person, leads_to="sign_in:second_factor", open_views=open_views))
    assert not past, "\n".join(map(str, past))


@pytest.mark.parametrize("person", ["coordinator", "member_a"])
def test_who_has_a_second_factor_gets_nowhere_before_using_it(walker, person):
    make_app(walker.world.users[person])
    past = list(walked_by(walker, person, leads_to="sign_in:verify", open_views=ALWAYS_OPEN))
    assert not past, "\n".join(map(str, past))


def test_setting_up_a_first_device_is_closed_to_who_has_one(walker):
    make_app(walker.world.users["coordinator"])
    for line in read_table():
        if line.name in ENROLMENT:
            for visits in walker.visits(line, "coordinator", body={}):
                assert all(stopped(visit, leads_to="sign_in:verify") for visit in visits), visits


def test_the_second_factor_used_opens_what_the_role_opens(walker):
    client = walker.world.client("coordinator")
    sign_in_with_device(client, walker.world.users["coordinator"])
    assert client.get("/admin/").status_code == 200
    assert walker.world.client("editor").get("/admin/").status_code == 200


@pytest.mark.parametrize("address", ["/admin", "/ADMIN/", "/en/admin/", "/admin/../admin/", "/admin//", "/%61dmin/"])
def test_no_other_way_of_writing_the_address_passes(walker, address):
    answer = walker.world.client("superuser").get(address, follow=True)
    last = answer.redirect_chain[-1][0] if answer.redirect_chain else address
    assert answer.status_code == 404 or last.startswith(reverse("sign_in:second_factor"))
