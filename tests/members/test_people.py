"""Who people are: one sign-in by e-mail address, rights from roles and nothing else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Workflow

from members.models import User
from members.roles import COORDINATORS, EDITORS, MEMBERS, ROLES
from members.services.roles import apply_review, apply_roles
from site_core.models import SiteSettings
from tests.factories.pages import make_business, make_news, make_standard_page, make_topic
from tests.factories.people import PASSWORD, make_superuser, make_user
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(site):
    apply_roles(home=site.home)
    return site


@pytest.fixture
def editor(house):
    return make_user("redaktion@example.org", Group.objects.get(name=EDITORS))


# --- signing in ------------------------------------------------------------------------------------------------


@pytest.mark.db_specific
@pytest.mark.parametrize("typed", ["redaktion@example.org", "Redaktion@Example.org", "REDAKTION@EXAMPLE.ORG"])
def test_people_sign_in_with_their_address_in_any_case(client, editor, typed):
    answer = client.post("/admin/login/", {"username": typed, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    "data",
    [{"username": "redaktion@example.org", "password": "falsch"}, {"username": "niemand@example.org", "password": ""}],
)
def test_a_wrong_password_and_an_unknown_address_are_refused(client, editor, data):
    assert client.post("/admin/login/", data).status_code == 200
    assert client.get("/admin/").status_code == 302


def test_every_other_way_in_leads_to_the_one_door(client, site):
    assert client.get("/_util/login/?next=/x/")["Location"] == "/admin/login/?next=/x/"
    assert client.get("/tr/_util/login/")["Location"] == "/admin/login/"
    for address in ("/accounts/login/", "/login/", "/django-admin/", "/accounts/signup/"):
        assert client.get(address).status_code == 404


@pytest.mark.db_specific
def test_an_address_belongs_to_one_person_whatever_its_case(db):
    make_user("ada@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_user("ADA@example.org")
    assert User.objects.count() == 1


def test_a_second_account_for_an_address_is_a_form_error(client, site):
    make_user("ada@example.org")
    client.force_login(make_superuser())
    data = {
        "email": "Ada@Example.org",
        "first_name": "A",
        "last_name": "L",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    answer = client.post(reverse("wagtailusers_users:add"), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert User.objects.count() == 2


def test_somebody_without_a_password_cannot_sign_in(client, db):
    User.objects.create_user("ada@example.org")
    client.post("/admin/login/", {"username": "ada@example.org", "password": ""})
    assert "_auth_user_id" not in client.session
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_a_superuser_runs_the_house(db):
    user = make_superuser("technik@example.org")
    assert user.is_superuser
    assert user.is_staff
    assert user.has_usable_password()


# --- roles -----------------------------------------------------------------------------------------------------


def rights():
    return {
        role.name: (
            sorted(Group.objects.get(name=role.name).permissions.values_list("codename", flat=True)),
            sorted(
                GroupPagePermission.objects.filter(group__name=role.name).values_list("permission__codename", "page")
            ),
            sorted(
                GroupCollectionPermission.objects.filter(group__name=role.name).values_list(
                    "permission__codename", "collection"
                )
            ),
        )
        for role in ROLES
    }


def test_applying_roles_twice_changes_nothing(house):
    before = rights()
    apply_roles(home=house.home)
    assert rights() == before
    assert all(pages and media for name, (_models, pages, media) in before.items() if name != MEMBERS)
    assert before[MEMBERS] == (["access_admin"], [], [])


def test_a_role_holds_exactly_its_rights(house):
    before = rights()
    group = Group.objects.get(name=COORDINATORS)
    group.permissions.add(Permission.objects.get(codename="change_user"))
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=house.news.page_ptr, permission=publish)
    GroupPagePermission.objects.filter(group__name=EDITORS).delete()

    apply_roles(home=house.home)

    assert rights() == before


def test_stock_groups_and_their_workflow_are_gone_unless_somebody_uses_them(site):
    for name in ("Moderators", "Editors"):
        Group.objects.get_or_create(name=name)
    make_user("alt@example.org", Group.objects.get(name="Editors"))
    apply_roles(home=site.home)
    assert not Group.objects.filter(name="Moderators").exists()
    assert Group.objects.filter(name="Editors").exists()
    assert not Workflow.objects.filter(name="Moderators approval").exists()


def test_both_directories_are_reviewed_by_the_editors(house):
    for _time in range(2):
        apply_review(pages=[house.businesses, house.initiatives])
    workflow = house.businesses.get_workflow()
    assert workflow == house.initiatives.get_workflow()
    assert [group.name for task in workflow.tasks for group in task.specific.groups.all()] == [EDITORS]
    assert make_business(house, "Laden").get_workflow() == workflow


def may(client, name, *args):
    return client.get(reverse(name, args=args)).status_code == 200


def test_an_editor_reaches_the_desk_and_nothing_behind_it(client, editor, house):
    client.force_login(editor)
    reached = {
        "a profile": may(client, "wagtailadmin_pages:edit", make_business(house, "Laden").pk),
        "an article": may(client, "wagtailadmin_pages:edit", make_news(house).pk),
        "a new article": may(client, "wagtailadmin_pages:add", "news", "newspage", house.news.pk),
        "a new campaign": may(client, "wagtailadmin_pages:add", "campaigns", "campaignpage", house.campaigns.pk),
        "a text": may(client, "wagtailadmin_pages:edit", make_standard_page(house).pk),
        "topics": may(client, "wagtailsnippets_site_core_topic:edit", make_topic("vegan").pk),
        "trades": may(client, "wagtailsnippets_members_trade:edit", make_trade().pk),
        "settings": may(client, "wagtailsettings:edit", "site_core", "sitesettings", SiteSettings.load().pk),
        "requests": client.get("/admin/change-requests/").status_code == 200,
        "pictures": may(client, "wagtailimages:add"),
        "businesses": client.get("/admin/businesses/").status_code == 200,
    }
    assert reached == dict.fromkeys(reached, True)

    kept_out = {
        name: may(client, name)
        for name in (
            "wagtailusers_users:index",
            "wagtailusers_users:add",
            "wagtailusers_groups:index",
            "wagtailsites:index",
        )
    }
    assert kept_out == dict.fromkeys(kept_out, False)


def test_a_coordinator_edits_profiles_but_neither_trades_nor_users(client, house):
    client.force_login(make_user("koordination@example.org", Group.objects.get(name=COORDINATORS)))
    assert may(client, "wagtailadmin_pages:edit", make_business(house).pk)
    assert not may(client, "wagtailsnippets_members_trade:edit", make_trade().pk)
    assert not may(client, "wagtailusers_users:index")


def test_somebody_without_a_role_stays_outside(client, house):
    client.force_login(make_user("fremd@example.org"))
    assert client.get("/admin/").status_code == 302
    assert not may(client, "wagtailadmin_pages:edit", make_business(house).pk)


def test_no_role_may_touch_accounts():
    codes = {code for role in ROLES for code in (*role.models, *role.pages, *role.media)}
    assert not [code for code in codes if code.split(".")[1].endswith(("_user", "_group", "_permission"))]
