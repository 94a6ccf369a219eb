"""From a member's draft to the public: review, return, approval, and what nobody may do by the way."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.users.models import UserProfile

from members.models import BusinessPage, Membership
from members.services.hours import set_hours
from members.services.reviews import withdraw_change
from members.services.roles import apply_review
from site_core.models import OutgoingMail
from tests.factories.forms import fields_of
from tests.factories.pages import make_topic
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.profiles import make_rich_business

NEW = "Vier Leute und ein Ofen."


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
def helper(bakery):
    return signed_in(make_member(bakery, "helfer@example.org", role=Membership.Role.HELPER))


@pytest.fixture
def editor(bakery):
    return signed_in(make_editor("zweite-redaktion@example.org"))


def url_of(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client, page):
    return fields_of(client.get(url_of(page)).text, "page-edit-form")


def send(client, page, *, action="", json=False, **changes):
    """Opens the form, changes fields, presses a button."""
    data = form_of(client, page)
    for name, value in changes.items():
        data[name] = value
    return press(client, page, data, action=action, json=json)


def press(client, page, data, *, action="", json=False):
    if action:
        data[action] = action
    headers = {"accept": "application/json"} if json else {}
    return client.post(url_of(page), data.urlencode(), "application/x-www-form-urlencoded", headers=headers)


def decide(client, page, action, comment=""):
    state = page.current_workflow_state.current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(url, {"comment": comment})


def public(page):
    return BusinessPage.objects.get(pk=page.pk)


def newest(page):
    return public(page).get_latest_revision_as_object()


def mails(template_word):
    return list(OutgoingMail.objects.filter(subject__contains=template_word).order_by("pk"))


def states(page):
    return list(WorkflowState.objects.for_instance(page).values_list("status", flat=True))


# Sending, returning, approving


def test_a_change_waits_while_the_approved_version_stays_public(owner, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    assert public(bakery).who_we_are == bakery.who_we_are
    assert newest(bakery).who_we_are == NEW
    page = owner.get(url_of(bakery)).text
    assert "Wartet auf Prüfung seit" in page
    assert "Zurückziehen und weiterbearbeiten" in page
    assert "Zur Prüfung senden" not in page


def test_a_page_comes_back_with_a_reason_and_is_sent_and_approved(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are="Vier")
    decide(editor, bakery, "reject", "Bitte einen ganzen Satz.")
    assert "Bitte einen ganzen Satz." in owner.get(url_of(bakery)).text
    [returned] = mails("Bitte etwas ändern")
    assert returned.to == ["inhaberin@example.org"]
    assert "Bitte einen ganzen Satz." in returned.text
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    decide(editor, bakery, "approve")
    assert public(bakery).who_we_are == NEW
    [approved] = mails("Jetzt öffentlich")
    assert approved.to == ["inhaberin@example.org"]
    assert "/gewerbe/backstube/" in approved.text
    assert states(bakery) == [WorkflowState.STATUS_APPROVED]


def test_a_page_does_not_come_back_without_a_reason(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    decide(editor, bakery, "reject", "")
    assert states(bakery) == [WorkflowState.STATUS_IN_PROGRESS]


def test_the_editors_hear_of_each_change_that_waits_and_nobody_else(owner, editor, bakery, mailoutbox):
    make_coordinator()
    make_superuser()
    gone = make_editor("frueher@example.org")
    gone.is_active = False
    gone.save()
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    assert {mail.recipients for mail in mails("Zur Prüfung")} == {
        "redaktion@example.org", "zweite-redaktion@example.org",
    }  # fmt: skip
    assert "/admin/pages/" in mails("Zur Prüfung")[0].text
    assert mailoutbox == []  # Wagtail's own mails stay away


def test_each_of_the_pages_people_gets_the_mail_in_their_own_language(owner, helper, editor, bakery):
    helping = Membership.objects.get(user__email="helfer@example.org").user
    profile = UserProfile.get_for_user(helping)
    profile.preferred_language = "en"
    profile.save()
    left = make_member(bakery, "ging@example.org")
    left.is_active = False
    left.save()
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    decide(editor, bakery, "approve")
    told = {mail.recipients: mail.subject for mail in OutgoingMail.objects.exclude(subject__contains="Prüfung")}
    assert told == {
        "inhaberin@example.org": "Jetzt öffentlich: Backstube",
        "helfer@example.org": "Now public: Backstube",
    }


def test_a_change_is_approved_after_its_author_has_gone(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    Membership.objects.get().user.delete()
    decide(editor, bakery, "approve")
    assert public(bakery).who_we_are == NEW


def test_any_of_the_pages_people_withdraws_a_change(owner, helper, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    helper.post(reverse("own:withdraw", args=[bakery.pk]))
    assert states(bakery) == [WorkflowState.STATUS_CANCELLED]
    assert newest(bakery).who_we_are == NEW
    assert "Zur Prüfung senden" in helper.get(url_of(bakery)).text
    assert withdraw_change(page=bakery, by=None) is False


def test_a_neighbour_withdraws_nothing(owner, site, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    neighbour = signed_in(make_member(make_rich_business(site, "Nachbar"), "nachbarin@example.org"))
    assert neighbour.post(reverse("own:withdraw", args=[bakery.pk])).status_code == 403
    assert states(bakery) == [WorkflowState.STATUS_IN_PROGRESS]


def test_a_trusted_profile_publishes_at_once(bakery):
    client = signed_in(make_member(bakery, trusted=True))
    page = client.get(url_of(bakery)).text
    assert "Veröffentlichen" in page
    assert "Zur Prüfung senden" not in page
    send(client, bakery, action="action-publish", who_we_are=NEW)
    assert public(bakery).who_we_are == NEW
    assert states(bakery) == []


def test_publishing_by_hand_is_no_way_round_the_review(owner, bakery):
    send(owner, bakery, action="action-publish", who_we_are=NEW)
    assert public(bakery).who_we_are == bakery.who_we_are
    assert newest(bakery).who_we_are == NEW


def test_hours_are_live_during_a_review_and_survive_the_approval(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    url = reverse("hours:edit", args=[bakery.pk])
    data = fields_of(owner.get(url).text)

    data["way"] = "text"
    data["text"] = "Mo 10:00-12:00"
    assert owner.post(url, data.urlencode(), "application/x-www-form-urlencoded").status_code == 302
    assert public(bakery).hours.osm == "Mo 10:00-12:00"
    decide(editor, bakery, "approve")
    assert public(bakery).hours.osm == "Mo 10:00-12:00"


# Autosave


@pytest.mark.parametrize(
    "action", ["action-submit", "action-publish", "action-restart-workflow", "action-cancel-workflow"]
)
@pytest.mark.parametrize("trusted", [False, True])
def test_what_is_saved_by_itself_is_a_draft_and_nothing_more(bakery, action, trusted):
    client = signed_in(make_member(bakery, trusted=trusted))
    response = send(client, bakery, action=action, json=True, who_we_are=NEW)
    assert response.json()["success"] is True
    assert newest(bakery).who_we_are == NEW
    assert public(bakery).who_we_are == bakery.who_we_are
    assert states(bakery) == []


@pytest.mark.parametrize("who", ["owner", "editor"])
@pytest.mark.parametrize("action", ["", "action-cancel-workflow", "action-workflow-action", "action-publish"])
def test_nothing_saves_itself_into_a_change_under_review(request, owner, bakery, who, action):
    client = request.getfixturevalue(who)
    data = form_of(client, bakery)
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    data = form_of(client, bakery)
    data["who_we_are"] = "Halb getippt"
    data["workflow-action-name"] = "approve"
    response = press(client, bakery, data, action=action, json=True)
    assert response.status_code == 400
    assert newest(bakery).who_we_are == NEW
    assert states(bakery) == [WorkflowState.STATUS_IN_PROGRESS]
    assert "data-w-autosave-interval-value" not in client.get(url_of(bakery)).text


def test_autosave_with_a_wrong_field_does_not_end_a_review(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    send(editor, bakery, action="action-cancel-workflow", json=True, title="", postcode="x")
    assert states(bakery) == [WorkflowState.STATUS_IN_PROGRESS]


# What the editor sees


def test_the_editor_sees_field_by_field_what_has_changed(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW, claim="Wir backen tags.")
    page = editor.get(url_of(bakery))
    assert "Was sich geändert hat" in page.text
    labels = [change.label for change in page.context["changes"]]
    assert [str(label) for label in labels] == ["In einem Satz", "Wer sind Sie?"]
    assert "tags" in page.context["changes"][0].difference
    assert "nachts" in page.context["changes"][0].difference
    assert f"/revisions/compare/live...{public(bakery).latest_revision_id}/" in page.text


def test_topics_in_another_order_are_no_change(owner, editor, bakery):
    bakery.topics.add(make_topic("Zimt"), make_topic("Anis"))
    bakery.save()
    send(owner, bakery, action="action-submit")
    assert editor.get(url_of(bakery)).context["changes"] == []


def test_a_page_that_was_never_public_is_new_as_a_whole(site, editor):
    page = make_rich_business(site, "Neu")
    BusinessPage.objects.filter(pk=page.pk).update(live=False)
    client = signed_in(make_member(page, "neu@example.org"))
    send(client, page, action="action-submit", who_we_are=NEW)
    assert "alles darin ist neu" in editor.get(url_of(page)).text


def test_the_editor_approves_or_returns_and_has_no_third_button(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    page = editor.get(url_of(bakery)).text
    assert 'data-workflow-action-name="approve"' in page
    assert 'data-workflow-action-name="reject"' in page
    assert page.count("data-workflow-action-name") == 2
    for closed in ("action-publish", "action-cancel-workflow", "action-restart-workflow"):
        assert f'name="{closed}"' not in page


def test_an_editor_mends_a_word_while_approving(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are="Vier Leude")
    data = form_of(editor, bakery)
    data["who_we_are"], data["workflow-action-name"] = NEW, "approve"
    press(editor, bakery, data, action="action-workflow-action")
    assert public(bakery).who_we_are == NEW
    assert states(bakery) == [WorkflowState.STATUS_APPROVED]


# Publishing over a draft


def test_an_editor_is_asked_before_publishing_over_a_draft(owner, editor, bakery):
    send(owner, bakery, who_we_are=NEW)
    asked = send(editor, bakery, action="action-publish", claim="Von der Redaktion")
    assert "noch nicht zur Prüfung" in asked.text
    assert public(bakery).claim == bakery.claim
    kept = fields_of(asked.text)
    assert kept["claim"] == "Von der Redaktion"
    press(editor, bakery, kept, action="action-publish")
    assert public(bakery).claim == "Von der Redaktion"
    assert public(bakery).who_we_are == NEW


def test_an_editor_who_is_asked_goes_back_and_loses_no_word(owner, editor, bakery):
    send(owner, bakery, who_we_are=NEW)
    asked = send(editor, bakery, action="action-publish", claim="Von der Redaktion")
    back = press(editor, bakery, fields_of(asked.text), action="back-to-form")
    assert fields_of(back.text, "page-edit-form")["claim"] == "Von der Redaktion"
    assert newest(bakery).claim == bakery.claim


def test_an_editors_own_autosave_on_top_does_not_hide_the_draft(owner, editor, bakery):
    send(owner, bakery, who_we_are=NEW)
    send(editor, bakery, json=True, claim="Von der Redaktion")
    assert "noch nicht zur Prüfung" in send(editor, bakery, action="action-publish").text
    assert public(bakery).who_we_are == bakery.who_we_are


def test_nobody_is_asked_where_no_draft_is_open(owner, editor, bakery):
    send(editor, bakery, action="action-publish", claim="Eins")
    assert public(bakery).claim == "Eins"
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    decide(editor, bakery, "approve")
    send(editor, bakery, action="action-publish", claim="Zwei")
    assert public(bakery).claim == "Zwei"


def test_a_change_taken_back_is_a_draft_again(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    owner.post(reverse("own:withdraw", args=[bakery.pk]))
    assert "noch nicht zur Prüfung" in send(editor, bakery, action="action-publish").text


def test_going_back_to_an_old_version_asks_too(owner, editor, bakery):
    old = bakery.save_revision()
    send(owner, bakery, who_we_are=NEW)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[bakery.pk, old.pk])
    data = fields_of(editor.get(url).text, "page-edit-form")
    data["action-publish"] = "action-publish"
    asked = editor.post(url, data.urlencode(), "application/x-www-form-urlencoded")
    assert "noch nicht zur Prüfung" in asked.text
    assert newest(bakery).who_we_are == NEW


def test_the_desk_still_finds_the_profiles_in_the_tree(site, editor, bakery):
    assert "Backstube" in editor.get(reverse("wagtailadmin_explore", args=[site.businesses.pk])).text


@pytest.mark.parametrize("below", [False, True])
def test_publishing_many_at_once_stops_at_an_open_draft(site, owner, editor, bakery, below):
    send(owner, bakery, who_we_are=NEW)
    if below:
        BusinessPage.objects.filter(pk=bakery.pk).update(live=False, live_revision=None, last_published_at=None)
    chosen = site.businesses if below else bakery
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={chosen.pk}"
    response = editor.post(url, {"include_descendants": "on"}, follow=True)
    assert "Backstube" in str(list(response.context["messages"])[0])
    assert public(bakery).live is not below
    assert public(bakery).who_we_are == bakery.who_we_are


def test_hours_set_by_the_office_do_not_wait_either(owner, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    set_hours(page=bakery, osm="Tu 10:00-12:00", confirmed_on=timezone.localdate())
    assert public(bakery).hours.osm == "Tu 10:00-12:00"


def test_approving_and_returning_stand_beside_each_other_in_plain_words(owner, editor, bakery):
    send(owner, bakery, action="action-submit", who_we_are=NEW)
    footer = editor.get(url_of(bakery)).content.decode().split("<footer")[1]
    before_the_arrow, arrow, _behind_it = footer.partition("w-dropdown__toggle")
    assert arrow
    assert 'data-workflow-action-name="approve"' in before_the_arrow
    assert 'data-workflow-action-name="reject"' in before_the_arrow
    assert reverse("wagtailadmin_pages:unpublish", args=[bakery.pk]) not in footer
