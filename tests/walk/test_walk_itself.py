"""A walk that cannot fail proves nothing: what it looks with does see."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Revision

from members.models import Membership, ProfileRecord, User
from members.roles import EDITORS
from site_core.models import KiezImage
from tests.walk import ledger
from tests.walk.markers import Markers
from tests.walk.table import cell

pytestmark = pytest.mark.django_db


def test_with_the_narrow_door_open_members_read_drafts(walker, monkeypatch):
    monkeypatch.setattr("members.access.middleware.is_open", lambda request, match: True)
    news = reverse("wagtailadmin_choose_page_child", args=[walker.world.site.news.pk])
    assert "title of a draft story" in walker.visit("member_a", "get", news).read


def test_a_marker_is_found_however_it_is_written():
    markers = Markers()
    word, phone = markers.word("a title", "ada"), markers.phone("a number")
    for text in (word, word.upper(), f"/aktuelles/{word.lower()}-2/", f"{word}@example.org"):
        assert markers.read_in(text, "bob") == ["a title"]
        assert markers.read_in(text, "ada") == []
    digits = phone.removeprefix("+4930")
    for text in (phone, f"+49 30 {digits}", f"tel:+49-30-{digits}", f"030 {digits[:4]} {digits[4:]}"):
        assert markers.read_in(text, "ada") == ["a number"]
    assert markers.read_in("geheim999x 77700000", "bob") == []


CHANGES = (
    (Page, "page", {"title": "Anders"}),
    (Page, "page", {"live": False}),
    (KiezImage, "image", {"title": "Anders"}),
    (Revision, "revision", {"user_id": None}),
    (Membership, "membership", {"role": Membership.Role.HELPER}),
    (User, "user", {"first_name": "Anders"}),
)


@pytest.mark.parametrize(("model", "kind", "change"), CHANGES)
def test_a_changed_row_is_seen_and_it_is_known_whose_it_is(walker, model, kind, change):
    rows = model.objects.filter(pk=walker.world.foreign["member_a"][kind])
    assert rows.update(**change) == 1
    assert [row for row in walker.changed_for("member_a") if row.startswith(model._meta.db_table)]


@pytest.mark.parametrize(("model", "kind", "change"), [each for each in CHANGES if each[0] is not Membership])
def test_what_is_ones_own_may_change(walker, model, kind, change):
    assert model.objects.filter(pk=walker.world.own["member_a"][kind]).update(**change) == 1
    assert walker.changed_for("member_a") == []


def test_a_picture_taken_out_of_anothers_collection_is_seen(walker):
    world = walker.world
    picture = KiezImage.objects.filter(pk=world.foreign["member_a"]["image"])
    picture.update(collection=world.own["member_a"]["collection"])
    assert len(walker.changed_for("member_a")) == 1


def test_a_row_that_came_or_went_is_seen(walker):
    before = ledger.snapshot()
    made = KiezImage.objects.create(title="Neu", file="neu.jpg", width=1, height=1, description="Neu")
    assert "site_core_kiezimage" in [table for table, _row in ledger.changes(before, ledger.snapshot())]
    between = ledger.snapshot()
    made.delete()
    assert "site_core_kiezimage" in [table for table, _row in ledger.changes(between, ledger.snapshot())]


def test_a_request_is_undone_when_it_has_been_looked_at(walker):
    visit = walker.visit("superuser", "post", reverse("wagtailadmin_pages:delete", args=[walker.world.house["page"]]))
    assert visit.word == "go"
    assert "wagtailcore_page" in visit.wrote
    assert not list(ledger.changes(walker.before, ledger.snapshot()))


def test_a_cell_says_no_more_than_it_must():
    assert cell(("no", "no")) == "no"
    assert cell(("ok", "go"), ("ok", "go")) == "ok/go"
    assert cell(("ok", "go"), ("no", "no")) == "ok/go|no"


def test_rights_that_grow_are_seen_also_on_the_own_rows(walker):
    world, own = walker.world, walker.world.own["member_a"]
    User.objects.filter(pk=own["user"]).update(is_superuser=True)
    assert len(walker.changed_for("member_a")) == 1
    User.objects.filter(pk=own["user"]).update(is_superuser=False)
    ProfileRecord.objects.filter(page=own["page"]).update(trusted=True)
    assert len(walker.changed_for("member_a")) == 1
    ProfileRecord.objects.filter(page=own["page"]).update(trusted=False)
    world.users["member_a"].groups.add(Group.objects.get(name=EDITORS))
    assert len(walker.changed_for("member_a")) == 1
