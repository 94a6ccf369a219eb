"""The leaks a stock Wagtail has for people who may edit one page, each attacked once by somebody who knows it."""

import json
import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from home.models import StandardPage
from members.models import AddressChange, BusinessPage, Invitation, Membership, User
from members.roles import MEMBERS as MEMBERS_GROUP
from tests.factories.pages import make_standard_page
from tests.factories.pictures import make_image
from tests.walk.routes import all_routes
from tests.walk.table import read_table

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"\b[A-Za-z0-9]{32,64}\b")
SEO_AND_SCHEDULE = {
    "slug": "gekapert",
    "seo_title": "Gekapert",
    "search_description": "Gekapert",
    "show_in_menus": "on",
    "go_live_at": "2020-01-01 10:00",
    "expire_at": "2020-01-02 10:00",
}


@pytest.fixture(params=["member_a", "trusted"])  # the walk asks everywhere as everybody
def member(request, walker):
    return Attacker(walker, request.param)


class Attacker:
    """A member who types addresses and forges forms; what they did is undone after the test."""

    def __init__(self, walker, person):
        self.walker, self.person, self.world = walker, person, walker.world
        self.own, self.foreign, self.house = self.world.own[person], self.world.foreign[person], self.world.house
        self.client = self.world.client(person)
        self.page = BusinessPage.objects.get(pk=self.own["page"])

    def is_refused(self, name, *arguments, **query):
        """Neither a look nor a form gets through, and the refusal tells nothing."""
        address = reverse(name, args=arguments, query=query)
        visits = [self.walker.visit(self.person, method, address, {}) for method in ("get", "post")]
        assert [visit.word for visit in visits] == ["no", "no"], visits
        assert not any(visit.read or visit.changed for visit in visits), visits
        return True

    def form(self, **forged):
        """The own form as a browser would send it, with forged fields."""
        shown = self.walker.form_at(reverse("wagtailadmin_pages:edit", args=[self.own["page"]]))
        return {**shown, **forged}

    def sends(self, **forged):
        return self.client.post(reverse("wagtailadmin_pages:edit", args=[self.own["page"]]), self.form(**forged))

    def reads_in(self, answer):
        return self.world.markers.read_in(answer.content.decode(), self.person)

    def what_is_stored(self):
        page = BusinessPage.objects.get(pk=self.own["page"])
        return [page, page.get_latest_revision_as_object()]


def routes_like(*parts):
    return [line for line in read_table() if line.route in all_routes() and any(part in line.name for part in parts)]


def test_draft_titles_in_the_page_chooser(member):
    world = member.world
    assert member.is_refused("wagtailadmin_choose_page", page_type="wagtailcore.page")
    for parent in (world.site.home.pk, world.site.news.pk, world.shared["parent"]):
        assert member.is_refused("wagtailadmin_choose_page_child", parent)
    assert member.is_refused("wagtailadmin_choose_page_search", q="geheim")
    assert member.is_refused("wagtailadmin_choose_page_chosen_multiple", id=world.house["page"])


@pytest.mark.parametrize("kind", ["image", "document", "page"])
def test_image_and_document_api_listings(member, kind):
    details = [("detail", [having[kind]]) for having in (member.own, member.foreign, member.house)]
    for name, arguments in [("listing", []), ("find", []), *details]:
        assert member.is_refused(f"wagtailadmin_api:{kind}s:{name}", *arguments, fields="*")


def test_bulk_action_confirmation(member):
    lines = routes_like("wagtail_bulk_action")
    assert lines
    for line in lines:
        for address in member.walker.addresses(line, member.person):
            for method in ("get", "post"):
                visit = member.walker.visit(member.person, method, address, {})
                assert (visit.word, visit.read, visit.changed) == ("no", (), ())


def test_move_confirm(member):
    for page in (member.own["page"], member.foreign["page"], member.house["page"]):
        assert member.is_refused("wagtailadmin_pages:move", page)
        assert member.is_refused("wagtailadmin_pages:move_confirm", page, member.world.shared["destination"])
    assert member.is_refused("wagtailadmin_pages:move_confirm", member.own["page"], member.house["page"])


def test_reports_and_usage_pages(member):
    lines = routes_like("wagtailadmin_reports:", "usage", "type_use")
    assert len(lines) > 20
    for line in lines:
        for visits in member.walker.visits(line, member.person, body={}):
            assert {visit.word for visit in visits} == {"no"}
            assert not any(visit.read for visit in visits)


def test_site_history(member):
    assert member.is_refused("wagtailadmin_reports:site_history")
    assert member.is_refused("wagtailadmin_reports:site_history_results")
    for page in (member.own["page"], member.foreign["page"]):
        assert member.is_refused("wagtailadmin_pages:history", page)
        assert member.is_refused("wagtailadmin_pages:workflow_history", page)
    home = member.client.get(reverse("wagtailadmin_home"), follow=True)
    assert member.reads_in(home) == []


@pytest.mark.parametrize("whose", ["foreign", "house"])
def test_forged_image_reference(member, whose):
    image = getattr(member, whose)["image"]
    gallery = {"gallery-TOTAL_FORMS": "1", "gallery-0-image": str(image), "gallery-0-ORDER": "1", "gallery-0-id": ""}
    portrait = {"portrait": str(image)}
    for forged in (portrait, gallery, {**portrait, "title": ""}, {**gallery, "since": "neulich"}):
        answer = member.sends(**forged)
        assert member.reads_in(answer) == []
        for page in member.what_is_stored():
            assert page.portrait_id != image
            assert image not in [picture.image_id for picture in page.gallery.all()]


@pytest.mark.parametrize("whose", ["foreign", "house"])
def test_forged_image_reference_in_the_preview(member, whose):
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[member.own["page"]])
    answer = member.client.post(preview, member.form(portrait=str(getattr(member, whose)["image"])))
    assert answer.json() == {"is_valid": False, "is_available": False}
    shown = member.client.get(preview)
    assert member.reads_in(shown) == []
    good = member.client.post(preview, member.form())
    assert good.json()["is_valid"]


def test_forged_image_reference_in_the_chooser(member):
    for image in (member.foreign["image"], member.house["image"]):
        assert member.is_refused("wagtailimages_chooser:chosen", image)
        assert member.is_refused("wagtailimages_chooser:select_format", image)
        assert member.is_refused("wagtailimages:edit", image)
    assert member.is_refused("wagtailimages_chooser:chosen_multiple", id=member.foreign["image"])


@pytest.mark.parametrize(("entity", "kind"), [("DOCUMENT", "document"), ("LINK", "page")])
def test_forged_document_and_page_references(member, entity, kind):
    """Profiles have no such text today; the form behind every page refuses all the same."""
    page = make_standard_page(member.world.site, "Text")
    link = {"type": entity, "mutability": "MUTABLE", "data": {"id": member.house[kind]}}
    block = {
        "text": "hier", "type": "unstyled", "depth": 0, "key": "a", "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
    }  # fmt: skip
    form_class = StandardPage.get_edit_handler().get_form_class()
    data = {
        "title": "Text", "slug": "text", "content_language": "de", "lead": "Kurz.", "story-count": "1",
        "story-0-type": "text", "story-0-order": "0", "story-0-deleted": "",
        "story-0-value": json.dumps({"blocks": [block], "entityMap": {"0": link}}),
    }  # fmt: skip

    def errors(person):
        form = form_class(data, instance=page, parent_page=page.get_parent(), for_user=member.world.users[person])
        form.is_valid()
        return form.errors

    assert list(errors(member.person)) == ["story"]
    assert not errors("editor")


def test_own_page_deletion(member):
    page = member.own["page"]
    Page.objects.filter(pk=page).update(live=False)
    assert member.is_refused("wagtailadmin_pages:delete", page)
    assert member.is_refused("wagtailadmin_pages:unpublish", page)
    assert member.is_refused("wagtailadmin_api:pages:action", page, "delete")
    assert member.is_refused("wagtail_bulk_action", "wagtailcore", "page", "delete", id=page)
    may = BusinessPage.objects.get(pk=page).permissions_for_user(member.world.users[member.person])
    assert may.can_edit()
    assert not may.can_delete()
    assert not Page.objects.get(pk=page).permissions_for_user(member.world.users[member.person]).can_delete()


@pytest.mark.parametrize("action", ["", "action-submit", "action-publish"])
def test_forged_slug_schedule_and_seo(member, action):
    before = {name: getattr(member.page, name) for name in SEO_AND_SCHEDULE}
    member.sends(claim="Ehrlich geändert", **SEO_AND_SCHEDULE, **({action: "1"} if action else {}))
    for page in member.what_is_stored():
        assert {name: getattr(page, name) for name in SEO_AND_SCHEDULE} == before
    assert member.what_is_stored()[1].claim == "Ehrlich geändert"


def test_revert_to_an_old_revision(member):
    page, old = member.own["page"], member.own["first_revision"]
    for foreign in (old, member.foreign["revision"], member.house["revision"]):
        for name in ("revisions_revert", "revisions_view", "revisions_unschedule"):
            assert member.is_refused(f"wagtailadmin_pages:{name}", page, foreign)
    assert member.is_refused("wagtailadmin_pages:revisions_compare", page, str(old), "latest")
    assert member.is_refused("wagtailadmin_pages:revisions_compare", member.foreign["page"], "live", "latest")


@pytest.mark.parametrize("whose", ["foreign", "house"])
def test_a_version_of_another_page_to_overwrite(member, whose):
    """What the browser saves by itself names the version it replaces."""
    revision = Revision.objects.get(pk=getattr(member, whose)["revision"])
    address = reverse("wagtailadmin_pages:edit", args=[member.own["page"]])
    member.client.post(
        address,
        member.form(claim="Gekapert", overwrite_revision_id=str(revision.pk)),
        headers={"accept": "application/json"},
    )
    after = Revision.objects.get(pk=revision.pk)
    assert (after.content, after.object_id) == (revision.content, revision.object_id)


@pytest.mark.parametrize("whose", ["foreign", "house"])
def test_collection_of_another_member(member, whose):
    collection = getattr(member, whose)["collection"]
    picture = make_image()
    with picture.file.open() as file:
        content = file.read()
    there = get_image_model().objects.filter(collection=collection).count()
    for address, prefix in (
        (reverse("wagtailimages_chooser:create"), "image-chooser-upload-"),
        (reverse("own:pictures", query={"page": member.foreign["page"]}), ""),
        (reverse("own:pictures"), ""),
    ):
        fields = {"title": "Neu", "description": "Neu", "collection": collection, "file": ContentFile(content, "n.jpg")}
        answer = member.client.post(address, {prefix + name: value for name, value in fields.items()})
        assert member.reads_in(answer) == []
    assert get_image_model().objects.filter(collection=collection).count() == there
    own = get_image_model().objects.get(pk=member.own["image"])
    edit = reverse("own:picture", args=[own.pk])
    member.client.post(edit, {"description": "Neu", "title": "Neu", "credit": "", "collection": collection})
    own.refresh_from_db()
    assert own.collection_id in member.world.collections[member.person]


def test_names_of_whoever_else_has_the_own_page_open(member):
    answer = member.client.get(reverse("wagtailadmin_pages:edit", args=[member.own["page"]]))
    assert answer.status_code == 200
    assert member.reads_in(answer) == []
    assert member.is_refused(
        "wagtailadmin_editing_sessions:ping", "members", "businesspage", member.own["page"], member.own["session"]
    )


def test_approving_the_own_change(member):
    state = member.own["task_state"]
    for action in ("approve", "reject"):
        assert member.is_refused("wagtailadmin_pages:workflow_action", member.own["page"], action, state)
        assert member.is_refused("wagtailadmin_pages:collect_workflow_action_data", member.own["page"], action, state)


def test_publishing_without_being_trusted(member):
    member.sends(title="Sofort öffentlich", **{"action-publish": "1"})
    public = BusinessPage.objects.get(pk=member.own["page"]).title == "Sofort öffentlich"
    assert public is (member.person == "trusted")


def test_rights_and_address_forged_into_the_own_account(member):
    user = member.world.users[member.person]
    address = reverse("wagtailadmin_account")
    forged = {"email": "gekapert@example.org", "is_superuser": "on", "is_staff": "on", "groups": "1"}
    prefixed = {f"name_email-{name}": value for name, value in forged.items()}
    member.client.post(address, {**member.walker.form_at(address), **forged, **prefixed})
    after = User.objects.get(pk=user.pk)
    assert (after.email, after.is_superuser, after.is_staff) == (user.email, False, False)
    assert set(after.groups.values_list("name", flat=True)) == {MEMBERS_GROUP}


@pytest.mark.parametrize("invited", ["member_b", "editor"])
def test_the_name_behind_an_address(member, invited):
    """Whoever knows an address may invite it, and learns neither who it is nor whether anybody signs in with it."""
    page = member.own["page"]
    known = {"email": member.world.users[invited].email, "name": "Neu", "language": "de"}
    unknown = {**known, "email": "unbekannt@example.org"}
    answers = [
        member.client.post(reverse("people:invite", args=[page]), fields, follow=True) for fields in (known, unknown)
    ]
    assert Membership.objects.filter(page=page, user=member.world.users[invited]).exists()
    assert f"name of {invited}" not in member.reads_in(answers[0])
    assert f"name of {invited}" not in member.reads_in(member.client.get(reverse("people:page", args=[page])))
    assert answers[0].redirect_chain == answers[1].redirect_chain


def test_whether_somebody_signs_in_with_an_address(member):
    addresses = [member.world.users["editor"].email, "unbekannt@example.org"]
    answers = [member.client.post(reverse("people:address"), {"email": email}, follow=True) for email in addresses]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    texts = [answer.content.decode().replace(email, "") for answer, email in zip(answers, addresses, strict=True)]
    assert TOKEN.sub("", texts[0]) == TOKEN.sub("", texts[1])
    assert not User.objects.filter(pk=member.world.users[member.person].pk, email__in=addresses).exists()


@pytest.mark.parametrize(("model", "name"), [(Invitation, "invitation"), (AddressChange, "confirm_address")])
def test_a_link_from_a_mail_that_a_machine_opens_first(walker, model, name):
    more = {"new_email": "anders@example.org"} if model is AddressChange else {}
    somebody = User.objects.create_user("neu@example.org")
    _key, secret = model.issue(valid_for=timedelta(days=1), user=somebody, **more)
    visit = walker.visit("anonymous", "get", reverse(name, args=[secret]))
    assert (visit.word, visit.wrote) == ("ok", frozenset())


def test_files_in_a_closed_collection(walker):
    house = walker.world.house
    client = walker.world.client("anonymous")
    answer = client.get(reverse("wagtaildocs_serve", args=[house["document"], house["document_name"]]))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")
