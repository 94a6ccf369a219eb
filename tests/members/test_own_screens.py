"""What a member sees after signing in: the own form, hours, pictures, help, and nothing that is not theirs."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from members.models import BusinessPage, Membership, ProfileRecord
from members.services.roles import apply_review
from site_core.models import SiteSettings
from tests.factories.forms import fields_of
from tests.factories.pages import make_business, make_topic
from tests.factories.people import make_coordinator, make_editor, make_member
from tests.factories.profiles import make_rich_business

FORM = "page-edit-form"


@pytest.fixture
def bakery(site):
    make_editor()
    apply_review(pages=[site.businesses, site.initiatives])
    return make_rich_business(site, "Backstube")


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def owner(bakery):
    return signed_in(make_member(bakery, "inhaberin@example.org"))


@pytest.fixture
def neighbour(site):
    return signed_in(make_member(make_business(site, "Nachbar"), "nachbarin@example.org"))


def url_of(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def hours_url(page):
    return reverse("hours:edit", args=[page.pk])


def post(client, url, data, **headers):
    return client.post(url, data.urlencode(), "application/x-www-form-urlencoded", headers=headers)


def fill(data, changes):
    for name, value in changes.items():
        data[name] = value


def newest(page):
    return BusinessPage.objects.get(pk=page.pk).get_latest_revision_as_object()


# Where a member lands


def test_the_one_page_opens_at_once(owner, bakery):
    assert owner.get(reverse("own:start")).url == url_of(bakery)
    assert owner.get(reverse("own:hours")).url == hours_url(bakery)


def test_several_pages_are_listed_with_how_they_stand(site, owner, bakery):
    second = make_business(site, "Zweiter Laden", live=False)
    make_member(second, "inhaberin@example.org")
    text = owner.get(reverse("own:start")).text
    assert url_of(bakery) in text
    assert url_of(second) in text
    assert "noch nicht öffentlich" in text
    assert "noch kein Foto" in text
    assert hours_url(second) in owner.get(reverse("own:hours")).text


def test_who_keeps_no_page_any_more_is_told_whom_to_ask(owner):
    SiteSettings.objects.update_or_create(defaults={"contact_email": "buero@example.org"})
    Membership.objects.all().delete()
    for name in ("own:start", "own:hours", "own:pictures"):
        assert reverse("own:help") in owner.get(reverse(name)).text
    assert "buero@example.org" in owner.get(reverse("own:help")).text


def test_the_menu_holds_the_own_entries_and_nothing_else(owner, bakery):
    text = owner.get(reverse("own:help")).text
    menu = text.split('id="wagtail-sidebar-props"')[1].split("</script>")[0]
    for name in ("own-page", "own-hours", "own-pictures", "own-people", "own-help"):
        assert f'"{name}"' in menu
    for closed in ("explorer", "images", "reports", "settings", "change-requests"):
        assert f'"name": "{closed}"' not in menu


def test_the_screens_speak_german_and_another_language_when_asked(owner, bakery):
    assert "Zur Prüfung senden" in owner.get(url_of(bakery)).text
    profile = UserProfile.get_for_user(Membership.objects.get().user)
    profile.preferred_language = "en"
    profile.save()
    assert "Send for review" in owner.get(url_of(bakery)).text


# The form


def test_the_tabs_stand_in_the_order_of_the_interview(owner, bakery):
    text = owner.get(url_of(bakery)).text
    places = [text.index(f'id="tab-{key}"') for key in ("who", "offer", "kiez", "why", "contact", "pictures")]
    assert places == sorted(places)
    assert 'id="tab-search"' not in text
    assert 'id="tab-settings"' not in text


def test_the_desk_sees_search_engines_and_settings_too(bakery):
    for person in (make_editor("red@example.org"), make_coordinator()):
        names = fields_of(signed_in(person).get(url_of(bakery)).text, FORM)
        assert {"slug", "seo_title", "search_description", "go_live_at", "latitude", "title"} <= set(names)


FOREIGN = {
    "slug": "gekapert",
    "seo_title": "Nummer eins",
    "search_description": "Beste!",
    "show_in_menus": "on",
    "go_live_at": "2020-01-01 10:00",
    "expire_at": "2030-01-01 10:00",
    "latitude": "1.5",
    "longitude": "1.5",
    "owner": "1",
    "trusted": "on",
    "live": "on",
    "locked": "on",
}


def test_what_is_not_theirs_is_no_field_and_changes_nothing_when_sent(owner, bakery):
    data = fields_of(owner.get(url_of(bakery)).text, FORM)
    assert not set(FOREIGN) & set(data)
    fill(data, FOREIGN)
    data["claim"] = "Neu."
    assert post(owner, url_of(bakery), data).status_code == 302
    draft, before = newest(bakery), BusinessPage.objects.get(pk=bakery.pk)
    assert draft.claim == "Neu."
    for name in ("slug", "seo_title", "search_description", "show_in_menus", "go_live_at", "expire_at", "latitude",
                 "longitude", "owner_id", "locked"):  # fmt: skip
        assert getattr(draft, name) == getattr(before, name), name
    assert ProfileRecord.objects.get(page_id=bakery.pk).trusted is False


def test_topics_are_ticked_from_the_list(owner, bakery):
    bread, tea = make_topic("Brot und Kuchen"), make_topic("Tee, Kaffee")
    data = fields_of(owner.get(url_of(bakery)).text, FORM)
    assert "topics" not in data
    data.setlist("topics", [tea.name, bread.name])
    post(owner, url_of(bakery), data)
    assert {topic.name for topic in newest(bakery).topics.all()} == {bread.name, tea.name}
    again = fields_of(owner.get(url_of(bakery)).text, FORM)
    assert set(again.getlist("topics")) == {bread.name, tea.name}


def test_nobody_makes_a_new_topic_here(owner, bakery):
    data = fields_of(owner.get(url_of(bakery)).text, FORM)
    data["topics"] = "Erfunden"
    post(owner, url_of(bakery), data)
    assert list(newest(bakery).topics.all()) == []


def test_the_form_says_what_is_missing_and_where_to_say_it(site):
    shop = make_business(site, "Kahl", live=False)
    text = signed_in(make_member(shop)).get(url_of(shop)).text
    assert "noch kein Foto" in text
    assert f'href="{url_of(shop)}#tab-pictures"' in text
    assert "noch keine Öffnungszeiten" in text
    assert "Ihre Seite ist noch nicht öffentlich." in text


def test_nothing_is_missing_where_everything_is_said(owner, bakery):
    text = owner.get(url_of(bakery)).text
    assert "noch kein Gewerk gewählt" in text
    assert "noch kein Foto" not in text
    assert 'href="http://127.0.0.1:8000/gewerbe/backstube/"' in text


def test_the_form_names_nobody_and_leads_nowhere_closed(owner, bakery):
    editor = make_editor("heimlich@example.org")
    bakery.save_revision(user=editor)
    text = owner.get(url_of(bakery)).text
    assert "heimlich" not in text
    for closed in ("history/", "usage/", "/unpublish/", "/lock/", "editing-sessions", "confirm_workflow_cancellation"):
        assert closed not in text
    assert owner.get(reverse("wagtailadmin_pages:history", args=[bakery.pk])).status_code == 403


def test_the_preview_works(owner, bakery):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[bakery.pk])
    data = fields_of(owner.get(url_of(bakery)).text, FORM)
    data["claim"] = "So sähe es aus."
    assert post(owner, url, data).json()["is_valid"] is True
    assert "So sähe es aus." in owner.get(url).text


@pytest.mark.parametrize("first", [True, False])
def test_who_saves_over_another_version_is_told_and_keeps_the_text(owner, bakery, first):
    if not first:
        bakery.save_revision()
    data = fields_of(owner.get(url_of(bakery)).text, FORM)
    other = newest(bakery)
    other.claim = "Von nebenan."
    other.save_revision(user=make_editor("red@example.org"))
    data["claim"] = "Von mir."
    answer = post(owner, url_of(bakery), data)
    assert answer.status_code == 200
    assert "an anderer Stelle geändert" in answer.text
    assert newest(bakery).claim == "Von nebenan."
    kept = fields_of(answer.text, FORM)
    assert kept["claim"] == "Von mir."
    assert post(owner, url_of(bakery), kept).status_code == 302
    assert newest(bakery).claim == "Von mir."


def test_a_neighbour_sees_none_of_it(neighbour, bakery):
    assert neighbour.get(url_of(bakery)).status_code == 403
    assert neighbour.get(hours_url(bakery)).status_code == 403
    assert neighbour.get(reverse("own:pictures"), {"page": bakery.pk}).status_code == 404
