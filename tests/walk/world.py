"""A small Kiez in which everything that is not public is marked, with something of everybody's own."""

from collections import defaultdict
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Site,
    Task,
    UploadedFile,
    Workflow,
)
from wagtail.users.models import UserProfile

from members.models import AddressChange, Application, ChangeRequest, Membership, ProfileRecord
from members.services.hours import set_hours
from members.services.media import collection_of
from members.services.roles import apply_review
from search.models import KiezWord
from search.services import recommend, teach
from site_core.models import KiezImage, OutgoingMail, SiteSettings
from tests.factories.pages import grow_site, make_business, make_news, make_standard_page, make_topic
from tests.factories.people import make_coordinator, make_editor, make_member, make_superuser
from tests.factories.pictures import make_image
from tests.factories.plan import make_plan
from tests.factories.trades import make_language, make_trade
from tests.walk.markers import Markers

MEMBERS = ("member_a", "member_b", "helper", "trusted")
DESK = ("editor", "coordinator", "superuser")
PEOPLE = ("anonymous", *MEMBERS, *DESK)
#: The people of each profile. The neighbour keeps a second one that is not public yet.
KEEPERS = {"a": ("member_a", "helper"), "b": ("member_b",), "c": ("trusted",), "b2": ("member_b",)}


@dataclass(repr=False)
class World:
    """`own[person][kind]` and `foreign[person][kind]` are the objects a route's arguments are filled with."""

    site: SimpleNamespace
    markers: Markers = field(default_factory=Markers)
    users: dict = field(default_factory=dict)
    shared: dict = field(default_factory=dict)
    own: dict = field(default_factory=lambda: defaultdict(dict))
    foreign: dict = field(default_factory=lambda: defaultdict(dict))
    collections: dict = field(default_factory=dict)

    def client(self, person) -> Client:
        client = Client()
        if person in self.users:
            client.force_login(self.users[person])
        return client

    def find(self, kind, person, *, own):
        """The object of this kind that is the person's own, or somebody else's; things nobody owns are the same."""
        return self.shared[kind] if kind in self.shared else (self.own if own else self.foreign)[person][kind]

    def has_two(self, kind) -> bool:
        return kind not in self.shared


def build_world() -> World:
    world = World(grow_site())
    _people_and_profiles(world)
    _house(world)
    _share(world)
    _belongings(world)
    return world


def _people_and_profiles(world):
    say, site = world.markers, world.site
    trade, language = make_trade(), make_language()
    make_editor("platzhalter@example.org").delete()
    apply_review(pages=[site.businesses, site.initiatives])
    topic = make_topic("Nachbarschaft")
    world.shared.update(trade=trade.pk, language=language.pk, topic=topic.pk, topic_slug=topic.slug)
    world.shared.update(kiez_word=teach(word=KiezWord(phrase="Schrippen", trade=trade)).pk)
    world.shared.update(recommended=recommend(text="Amt", page=site.home).query_id)
    world.pages = {
        letter: make_business(
            site,
            say.word("title of a profile not public yet", *keepers) if letter == "b2" else f"Laden {letter.upper()}",
            live=letter != "b2",
            trades=[trade],
            who_we_are="Wir.",
            phone=say.phone(f"private phone of {letter}", *keepers),
            email=f"{say.word(f'private e-mail of {letter}', *keepers)}@example.org",
        )
        for letter, keepers in KEEPERS.items()
    }
    pages = world.pages
    people = {
        "member_a": make_member(pages["a"], "a@example.org"),
        "helper": make_member(pages["a"], "h@example.org", role=Membership.Role.HELPER),
        "member_b": make_member(pages["b"], "b@example.org"),
        "trusted": make_member(pages["c"], "c@example.org", trusted=True),
        "again": make_member(pages["b2"], "b@example.org"),
        "editor": make_editor("e@example.org"),
        "coordinator": make_coordinator("k@example.org"),
        "superuser": make_superuser("s@example.org"),
    }
    assert people.pop("again") == people["member_b"]
    world.users = people
    for person, user in people.items():
        readers = next((keepers for keepers in KEEPERS.values() if person in keepers), (person,))
        user.first_name = say.word(f"name of {person}", *readers)
        UserProfile.objects.get_or_create(user=user)
        user.email = f"{say.word(f'address of {person}', *readers)}@example.org"
        user.save()
    for letter, page in pages.items():
        _profile(world, letter, page, people[KEEPERS[letter][0]])


def _profile(world, letter, page, user):
    say, keepers = world.markers, KEEPERS[letter]
    set_hours(page=page, osm="Mo-Fr 10:00-18:00", note="Klingeln")
    ProfileRecord.objects.filter(page_id=page.pk).update(
        notes=say.word(f"notes on {letter}"), source="osm", source_id=letter
    )
    page.claim = say.word(f"first draft of {letter}", *keepers)
    page.save_revision(user=user)
    page.claim = say.word(f"second draft of {letter}", *keepers)
    page.save_revision(user=user)
    if letter == "b":
        page.get_workflow().start(page, user)
        comment = say.word("reason given to b", *keepers)
        state = page.current_workflow_state
        state.current_task_state.reject(user=world.users["editor"], comment=comment)
        state.refresh_from_db()
        state.resume(user)


def _house(world):
    """What the desk has: drafts, closed pages, pictures, files, requests, traces of what is gone."""
    say, site, editor = world.markers, world.site, world.users["editor"]
    live = make_news(site, "Fest am Herrfurthplatz")
    live.title = say.word("new title of a published story")
    live.save_revision(user=editor)
    draft = make_news(site, say.word("title of a draft story"), live=False)
    draft.save_revision(user=editor)
    make_standard_page(site, say.word("title of an unpublished page"), live=False)
    closed = make_standard_page(site, say.word("title of a page behind a password"))
    closing = PageViewRestriction.objects.create(
        page=closed, restriction_type="password", password=say.word("a page's password")
    )
    gone = make_news(site, say.word("title of a deleted page"))
    log(gone, "wagtail.delete", user=editor, deleted=True)
    gone.delete()
    Redirect.objects.create(old_path=f"/{say.word('a redirect')}/", redirect_page=live, site=None)
    root = Collection.get_first_root_node()
    world.cupboard = root.add_child(name=say.word("name of a collection"))
    locked = root.add_child(name=say.word("name of a closed collection"))
    locking = CollectionViewRestriction.objects.create(collection=locked, restriction_type="login")
    world.draft, world.locked = draft, locked
    request = ChangeRequest.objects.create(
        page_id=world.pages["b"].pk,
        page_title="Laden B",
        message=say.word("a visitor's request"),
        sender_name=say.word("a visitor's name"),
        sender_email=f"{say.word('address of a visitor')}@example.org",
    )
    application = Application.objects.create(
        name=say.word("an applicant's business"),
        contact_name=say.word("an applicant's name"),
        email=f"{say.word('address of an applicant')}@example.org",
        phone=say.phone("phone of an applicant"),
        about=say.word("what an applicant writes"),
        consent_at=timezone.now(),
        consent_words="Ja.",
    )
    AddressChange.objects.create(
        user=world.users["member_b"],
        digest="0" * 64,
        new_email=f"{say.word('new address of member_b', 'member_b')}@example.org",
        expires_at=timezone.now() + timezone.timedelta(days=1),
    )
    mail = OutgoingMail.objects.create(
        recipients=f"{say.word('recipient of a mail')}@example.org",
        sender="gewerbe@example.org",
        subject=say.word("subject of a mail"),
        text=say.word("text of a mail"),
        message_id="<1@example.org>",
        language="de",
        attempts=5,
        problem=OutgoingMail.Problem.SERVER,
    )
    somebody = make_coordinator(f"{say.word('address of a coordinator')}@example.org")
    device = TOTPDevice.objects.create(user=somebody, name=say.word("name of a device"), confirmed=True)
    world.shared.update(
        administrator=world.users["superuser"].pk,
        mail=mail.pk,
        device=device.pk,
        change_request=request.pk,
        application=application.pk,
        redirect=Redirect.objects.get().pk,
        restriction=locking.pk,
        page_restriction=closing.pk,
        closed_page=closed.pk,
        closed_path=closed.get_url_parts()[2].lstrip("/"),
        draft_path=draft.get_url_parts()[2].lstrip("/"),
    )


def _share(world):
    """What nobody owns and routes ask for."""
    site, draft_group = world.site, Group.objects.create(name=world.markers.word("name of a group"))
    world.shared.update(
        group=draft_group.pk,
        site=Site.objects.get().pk,
        settings=SiteSettings.load().pk,
        plan=make_plan().pk,
        parent=site.businesses.pk,
        news_index=site.news.pk,
        standard_parent=site.home.pk,
        destination=site.initiatives.pk,
        workflow=Workflow.objects.get().pk,
        task=Task.objects.get().pk,
        nothing=999_999,
    )


def _belongings(world):
    """Pictures, files, revisions, sessions: for each person their own, and for each the neighbour's or the desk's."""
    pages = world.pages
    sets = {letter: _set_of(world, f"{letter}", pages[letter], KEEPERS[letter][0], KEEPERS[letter]) for letter in pages}
    sets["house"] = _set_of(world, "the desk", world.draft, "editor", ())
    letters = {person: letter for letter, keepers in reversed(KEEPERS.items()) for person in keepers}
    for person in PEOPLE:
        user = world.users.get(person)
        mine = letters.get(person, "house")
        foreign = "a" if mine in ("b", "c") else "b"
        world.collections[person] = [sets[letter]["collection"] for letter in KEEPERS if person in KEEPERS[letter]]
        world.own[person] = {**sets[mine], "user": user.pk if user else world.users["member_b"].pk}
        world.own[person].update(membership=sets[mine if mine != "house" else "a"]["membership"])
        world.own[person].update(profile=pages.get(mine, pages["a"]).pk)
        world.foreign[person] = {**sets[foreign], "profile": pages[foreign].pk}
        for having in (world.own[person], world.foreign[person]):
            having["others_membership"] = sets[foreign]["membership"]
    world.house = sets["house"]
    EditingSession.objects.create(
        user=world.users["editor"],
        content_type=ContentType.objects.get_for_model(pages["a"]),
        object_id=str(pages["a"].pk),
        last_seen_at=timezone.now(),
    )


def _set_of(world, whose, page, person, readers):
    say, user = world.markers, world.users[person]
    collection = world.cupboard if person == "editor" else collection_of(page)
    image = make_image(say.word(f"title of {whose}'s picture", *readers))
    name = image.file.storage.save(
        f"original_images/{say.word(f'file of picture of {whose}', *readers)}.jpg", image.file
    )
    KiezImage.objects.filter(pk=image.pk).update(
        file=name,
        description=say.word(f"alternative text of {whose}'s picture", *readers),
        collection=collection,
        uploaded_by_user=user,
    )
    # Made already, or each look would make them anew.
    KiezImage.objects.get(pk=image.pk).get_renditions("max-165x165", "max-400x400", "max-800x600")
    image.tags.add(say.word(f"tag of {whose}'s picture", *readers))
    document = Document.objects.create(
        title=say.word(f"title of {whose}'s document", person),
        file=ContentFile(b"Text", f"{say.word(f'file of document of {whose}', person)}.txt"),
        collection=world.locked if person == "editor" else collection,
        uploaded_by_user=user,
    )
    document.get_file_size()
    document.get_file_hash()
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(KiezImage),
        file=ContentFile(b"x", f"{say.word(f'upload of {whose}', *readers)}.jpg"),
        uploaded_by_user=user,
    )
    session = EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(page),
        object_id=str(page.pk),
        last_seen_at=timezone.now(),
    )
    state = page.current_workflow_state
    nothing = world.shared["nothing"]
    memberships = dict(Membership.objects.filter(page_id=page.pk).values_list("role", "pk"))
    return {
        "page": page.pk,
        "image": image.pk,
        "document": document.pk,
        "document_name": document.filename,
        "upload": upload.pk,
        "session": session.pk,
        "collection": collection.pk,
        "user": user.pk,
        "revision": page.latest_revision.pk,
        "first_revision": page.revisions.order_by("pk").first().pk,
        "workflow_state": state.pk if state else nothing,
        "task_state": state.current_task_state.pk if state else nothing,
        "membership": memberships.get(Membership.Role.OWNER, nothing),
        "helper_membership": memberships.get(Membership.Role.HELPER, nothing),
    }
