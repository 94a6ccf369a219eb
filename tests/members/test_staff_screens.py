"""What the desk sees of profiles, people and pictures; in as many queries for thirty members as for two."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, Workflow

from members.models import BusinessPage, Invitation, Membership, User
from members.services.hours import set_hours
from members.services.media import collection_of, shelf
from members.services.roles import apply_review
from site_core.models import KiezImage
from tests.factories.pages import make_business, make_initiative
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.pictures import make_image
from tests.factories.profiles import make_record, make_unconfirmed
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db

BUSINESSES = "/admin/businesses/"
MEMBERSHIPS = "/admin/memberships/"


@pytest.fixture
def coordinator(site):
    return make_coordinator()


@pytest.fixture
def editor(site):
    return make_editor()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def is_refused(answer) -> bool:
    """Wagtail sends whoever may not to the start page, and says why there."""
    return answer.status_code == 403 or answer.get("Location") == reverse("wagtailadmin_home")


def listed(user, query=""):
    """The names on the listing of businesses, in its order."""
    return [page.title for page in signed_in(user).get(f"{BUSINESSES}?{query}").context["object_list"]]


def words_of_row(user, title):
    """What the row of this profile says, cell by cell."""
    answer = signed_in(user).get(BUSINESSES)
    table = answer.context["table"]
    page = next(page for page in answer.context["object_list"] if page.title == title)
    row = {"request": answer.wsgi_request, "table": table, "row": None}
    columns = [column for column in table.columns.values() if column.name != "title"]
    return {column.name: str(column.get_cell_context_data(page, row)["value"] or "") for column in columns}


def send_for_review(page, by):
    apply_review(pages=[page.get_parent().specific])
    page.save_revision(user=by)
    Workflow.objects.get().start(page, by)


# --- The listing of profiles -----------------------------------------------------------------------------------


def test_the_listing_says_what_a_coordinator_looks_after(site, coordinator):
    bakery = make_business(site, "Bäckerei")
    make_record(bakery, claimed_at=datetime(2026, 3, 11, 23, 30, tzinfo=UTC))
    set_hours(page=bakery, osm="Mo-Fr 09:00-18:00", confirmed_on=date(2026, 10, 1))
    owner = make_member(bakery)
    make_member(bakery, "hilfe@example.org", role=Membership.Role.HELPER)
    send_for_review(bakery, owner)
    make_business(site, "Zirkus")

    busy, bare = words_of_row(coordinator, "Bäckerei"), words_of_row(coordinator, "Zirkus")

    assert (busy["claimed"], busy["confirmed"]) == ("12.03.2026", "01.10.2026")
    assert busy["people"] == f'<a href="{reverse("people:page", args=[bakery.pk])}">2</a>'
    assert busy["waiting_since"]
    assert busy["latest_revision_created_at"]
    assert (bare["claimed"], bare["confirmed"]) == ("noch nicht", "nie")
    assert ">keine</a>" in bare["people"]
    assert not bare["waiting_since"]
    assert not bare["latest_revision_created_at"]


@pytest.mark.parametrize(
    ("live", "newer", "words"),
    [
        (True, False, "öffentlich"),
        (True, True, "öffentlich, mit neuerem Entwurf"),
        (False, True, "nicht öffentlich"),
    ],
)
def test_the_listing_says_what_everybody_sees(site, coordinator, live, newer, words):
    page = make_business(site, "Laden", live=live)
    if newer:
        page.save_revision()
    assert words_of_row(coordinator, "Laden")["state"] == words


def test_an_editor_sees_the_number_of_people_without_a_way_to_them(site, editor):
    make_member(make_business(site, "Laden"))
    assert words_of_row(editor, "Laden")["people"] == "1"


def test_profiles_stand_in_telephone_book_order(site, coordinator):
    for title in ("Zirkus", "Änderungsschneiderei", "Bäckerei"):
        make_business(site, title)
    assert listed(coordinator) == ["Änderungsschneiderei", "Bäckerei", "Zirkus"]
    assert listed(coordinator, "ordering=-sort_key") == ["Zirkus", "Bäckerei", "Änderungsschneiderei"]


def test_what_was_never_confirmed_counts_as_the_oldest(site, coordinator):
    for title, day in (("Neu", date(2026, 11, 1)), ("Alt", date(2025, 1, 1)), ("Nie", None)):
        set_hours(page=make_business(site, title), osm="24/7", confirmed_on=day)
    assert listed(coordinator, "ordering=confirmed_on") == ["Nie", "Alt", "Neu"]
    assert listed(coordinator, "ordering=-confirmed_on") == ["Neu", "Alt", "Nie"]


@pytest.mark.parametrize("key", ["claimed_at", "people", "waiting_since", "latest_revision_created_at", "live"])
def test_every_sorted_column_sorts(site, coordinator, key):
    bare, busy = make_business(site, "Ohne", live=False), make_business(site, "Voll")
    make_record(busy, claimed_at=timezone.now())
    send_for_review(busy, make_member(busy))
    assert listed(coordinator, f"ordering={key}") == [bare.title, busy.title]
    assert listed(coordinator, f"ordering=-{key}") == [busy.title, bare.title]


@pytest.fixture
def street(site):
    """Five shops, each with one thing a coordinator would look for."""
    baker = make_trade("baeckerei", "Bäckerei")
    make_business(site, "Frei", trades=[baker])
    make_unconfirmed(site, "Aus der Karte")
    draft = make_business(site, "Entwurf", live=False)
    make_record(draft, kept_by_desk=True)
    claimed = make_business(site, "Übernommen")
    make_record(claimed, claimed_at=timezone.now(), trusted=True)
    waiting = make_business(site, "Wartet")
    send_for_review(waiting, make_member(waiting))
    return baker


ALL = {"Frei", "Aus der Karte", "Entwurf", "Übernommen", "Wartet"}


@pytest.mark.parametrize(
    ("name", "yes"),
    [
        ("claimed", {"Übernommen"}),
        ("waiting", {"Wartet"}),
        ("unconfirmed", {"Aus der Karte"}),
        ("people", {"Wartet"}),
        ("kept_by_desk", {"Entwurf"}),
        ("trusted", {"Übernommen"}),
        ("live", ALL - {"Entwurf"}),
    ],
)
def test_each_filter_parts_the_profiles_in_two(coordinator, street, name, yes):
    assert set(listed(coordinator, f"{name}=yes")) == yes
    assert set(listed(coordinator, f"{name}=no")) == ALL - yes


def test_a_trade_filters_and_so_does_its_branch(coordinator, street):
    assert listed(coordinator, f"trade={street.pk}") == ["Frei"]
    assert listed(coordinator, f"trade={street.parent_id}") == ["Frei"]


@pytest.mark.parametrize("words", ["ÄNDERUNG", "schneiderei weise", "weisestr. 17", "naht@", "neuer name"])
def test_a_profile_is_found_by_half_a_word(site, coordinator, words):
    page = make_business(
        site, "Änderungsschneiderei", street="Weisestraße", house_number="17", email="naht@example.org"
    )
    page.title = "Neuer Name"
    page.save_revision()
    make_business(site, "Zirkus")
    assert listed(coordinator, f"q={words}") == ["Änderungsschneiderei"]


def test_initiatives_have_the_same_listing(site, coordinator):
    make_initiative(site, "Verein")
    answer = signed_in(coordinator).get("/admin/initiatives/?people=no&q=ver")
    assert [page.title for page in answer.context["object_list"]] == ["Verein"]


@pytest.mark.parametrize("screen", ["", "results/", "choose_parent/"])
@pytest.mark.parametrize("kind", ["businesses", "initiatives"])
def test_members_are_kept_out_of_the_listings(site, settings, kind, screen):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "NarrowDoor" not in name]
    member = make_member(make_business(site, "Laden"))
    assert is_refused(signed_in(member).get(f"/admin/{kind}/{screen}"))
    assert not is_refused(signed_in(make_coordinator()).get(f"/admin/{kind}/{screen}"))


# --- Memberships -----------------------------------------------------------------------------------------------


def rows(user, query=""):
    return [
        (membership.page.title, membership.user.email)
        for membership in signed_in(user).get(f"{MEMBERSHIPS}?{query}").context["object_list"]
    ]


def test_memberships_say_who_keeps_what(site, coordinator):
    bakery = make_business(site, "Bäckerei")
    owner = make_member(bakery, "ada@example.org")
    User.objects.filter(pk=owner.pk).update(first_name="Ada", last_name="Yılmaz", last_login=timezone.now())
    guest = make_member(bakery, "neu@example.org", role=Membership.Role.HELPER)
    guest.set_unusable_password()
    guest.save()
    Invitation.issue(user=guest, page=bakery, valid_for=timedelta(days=14))

    text = signed_in(coordinator).get(MEMBERSHIPS).content.decode()

    assert rows(coordinator) == [("Bäckerei", "ada@example.org"), ("Bäckerei", "neu@example.org")]
    assert f'<a href="{reverse("people:page", args=[bakery.pk])}">Bäckerei</a>' in text
    assert f'<a href="{reverse("people:person", args=[owner.pk])}">Ada Yılmaz</a>' in text
    assert "eingeladen bis" in text
    assert "gesetzt" in text


def test_memberships_are_filtered_and_searched(site, coordinator):
    bakery, circus = make_business(site, "Bäckerei"), make_business(site, "Zirkus")
    been_here = make_member(bakery, "ada@example.org")
    User.objects.filter(pk=been_here.pk).update(last_login=timezone.now(), last_name="Lovelace")
    make_member(circus, "neu@example.org", role=Membership.Role.HELPER)
    first, second = ("Bäckerei", "ada@example.org"), ("Zirkus", "neu@example.org")

    assert rows(coordinator, "role__exact=helper") == [second]
    assert rows(coordinator, "signed_in=never") == [second]
    assert rows(coordinator, "signed_in=before") == [first]
    for words in ("lovelace", "ada@", "cker"):
        assert rows(coordinator, f"q={words}") == [first]


def test_no_other_field_can_be_asked_through_the_address(site, coordinator):
    make_member(make_business(site, "Laden"))
    assert len(rows(coordinator, "user__password__startswith=nothing-like-it")) == 1


def test_only_coordinators_read_memberships_and_nobody_writes_them(site, coordinator, editor):
    member = make_member(make_business(site, "Laden"))
    pk = Membership.objects.get().pk

    assert signed_in(coordinator).get(MEMBERSHIPS).status_code == 200
    assert is_refused(signed_in(editor).get(MEMBERSHIPS))
    assert is_refused(signed_in(member).get(MEMBERSHIPS))
    for user in (coordinator, make_superuser()):
        for screen in ("create/", f"edit/{pk}/", f"delete/{pk}/"):
            assert is_refused(signed_in(user).post(f"{MEMBERSHIPS}{screen}")), screen
    assert Membership.objects.filter(pk=pk).exists()


# --- Pictures and documents ------------------------------------------------------------------------------------


@pytest.fixture
def members_picture(site):
    """A picture that lies in the collection of a profile."""
    picture = make_image("Teig am Morgen")
    picture.collection = collection_of(make_business(site, "Bäckerei"))
    picture.save()
    return picture


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/",
        "/admin/images/add/",
        "/admin/images/multiple/add/",
        "/admin/images/chooser/",
        "/admin/documents/",
        "/admin/documents/add/",
        "/admin/documents/multiple/add/",
        "/admin/documents/chooser/",
    ],
)
@pytest.mark.parametrize("make_person", [make_editor, make_superuser])
def test_staffs_lists_of_collections_leave_the_profiles_own_out(members_picture, make_person, address):
    Collection.get_first_root_node().add_child(name="Presse")
    text = signed_in(make_person()).get(address).content.decode()
    assert "Presse" in text
    assert shelf().name in text
    assert members_picture.collection.name not in text


@pytest.mark.parametrize("address", ["/admin/images/", "/admin/images/chooser/results/"])
def test_editors_find_a_members_picture_in_the_list_and_by_search(members_picture, editor, address):
    for query in ("", "?q=Teig"):
        assert "Teig am Morgen" in signed_in(editor).get(address + query).content.decode()


@pytest.mark.parametrize("make_person", [make_editor, make_coordinator, make_superuser])
def test_a_members_picture_stays_in_its_collection_when_staff_edit_it(members_picture, make_person):
    elsewhere = Collection.get_first_root_node().add_child(name="Presse")
    address = reverse("wagtailimages:edit", args=[members_picture.pk])
    person = signed_in(make_person())
    assert "collection" not in person.get(address).context["form"].fields

    answer = person.post(
        address, {"title": "Teig", "description": "Hände im Teig", "credit": "", "collection": elsewhere.pk}
    )

    assert answer.status_code == 302
    kept = KiezImage.objects.get(pk=members_picture.pk)
    assert (kept.title, kept.collection) == ("Teig", members_picture.collection)


def test_a_picture_of_the_house_can_be_moved(editor):
    picture, elsewhere = make_image(), Collection.get_first_root_node().add_child(name="Presse")
    signed_in(editor).post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {"title": "Tür", "description": "Eine Tür", "credit": "", "collection": elsewhere.pk},
    )
    assert KiezImage.objects.get(pk=picture.pk).collection == elsewhere


# --- As many queries for thirty as for two ---------------------------------------------------------------------


def members_join(site, number):
    """As many businesses, each with a person, a record, hours and a collection with a picture; some wait."""
    for index in range(number):
        page = make_business(site, f"Laden {index}")
        make_record(page, claimed_at=timezone.now())
        set_hours(page=page, osm="24/7", confirmed_on=timezone.localdate())
        member = make_member(page, f"mitglied{index}@example.org")
        picture = make_image()
        KiezImage.objects.filter(pk=picture.pk).update(collection=collection_of(page))
        page.save_revision(user=member)
        if index in (0, 2, 3):
            send_for_review(page, member)


def members_leave():
    for page in BusinessPage.objects.all():
        page.delete()
    User.objects.all().delete()


SCREENS = {
    "listing of businesses": (make_coordinator, BUSINESSES),
    "listing, searched, filtered, sorted": (
        make_coordinator,
        f"{BUSINESSES}?q=laden&claimed=yes&people=yes&ordering=-waiting_since",
    ),
    "memberships": (make_coordinator, MEMBERSHIPS),
    "images": (make_editor, "/admin/images/"),
    "image chooser": (make_editor, "/admin/images/chooser/"),
    "image upload": (make_editor, "/admin/images/add/"),
    "uploads": (make_editor, "/admin/images/multiple/add/"),
    "documents": (make_editor, "/admin/documents/"),
    "document chooser": (make_editor, "/admin/documents/chooser/"),
    "a user": (make_superuser, "/admin/users/edit/{user}/"),
    "users": (make_superuser, "/admin/users/"),
    "member's edit form": (None, "/admin/pages/{page}/edit/"),
    "member's image chooser": (None, "/admin/images/chooser/"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_costs_as_many_queries_for_thirty_members_as_for_two(site, client, count_queries, name):
    make_person, address = SCREENS[name]
    get_document_model().objects.create(title="Hausordnung", file="hausordnung.pdf")

    def queries(number):
        members_join(site, number)
        member = User.objects.get(email="mitglied1@example.org")
        page = member.memberships.get().page
        person = make_person() if make_person else member
        client.force_login(person)
        return count_queries(address.format(user=member.pk, page=page.pk))

    for_two = queries(2)
    members_leave()
    assert queries(30) == for_two
