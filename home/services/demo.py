"""Demo content: the invented Kiez, grown through the same verbs that real content takes."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from campaigns.models import CampaignIndexPage, CampaignPage, CampaignParticipant
from home.demo.content import load
from home.demo.pictures import alt_text, draw
from home.demo.plan import demo_plan
from home.models import HomePage
from home.services.setup import add_standard_page, page_at, publish_below, set_up_site
from home.services.stories import raw_story
from members.models import (
    BusinessPage,
    Closure,
    GalleryPicture,
    InitiativePage,
    Membership,
    ProfileRecord,
    User,
)
from members.roles import COORDINATORS, EDITORS
from members.services.hours import set_hours
from members.services.media import collection_of
from members.services.memberships import join
from members.services.profiles import Shelf, add_profile, directory_for
from news.models import NewsIndexPage, NewsMention, NewsPage
from search.models import KiezWord
from search.services import recommend, teach
from site_core.images.services import store_image
from site_core.models import KiezImage, Kiezplan, SiteSettings
from site_core.pictures import prepare
from site_core.plan import read_shapes
from site_core.search_index import indexing_later
from site_core.services.plan import keep_plan

ADMIN = "admin@example.org"
#: At the desk, with the role of each.
DESK = {ADMIN: None, "redaktion@example.org": EDITORS, "koordination@example.org": COORDINATORS}
#: Owners, each of the profile in that place of the demo content.
OWNERS = {
    "mitglied@example.org": (BusinessPage, 0),
    "nachbarin@example.org": (BusinessPage, 1),
    "initiative@example.org": (InitiativePage, 0),
}
ACCOUNTS = (*DESK, *OWNERS)
CREDIT = "Gewerbe im Schillerkiez"


def demo_password() -> str:
    """The one password of the demo accounts: DEMO_PASSWORD, else random for this installation and kept in var/."""
    path = settings.VAR_DIR / "demo_password"
    given = settings.DEMO_PASSWORD
    if given:
        return given
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(9))
    return path.read_text()


def is_demo() -> bool:
    return settings.DEMO_ALLOWED and User.objects.filter(email=ADMIN).exists()


def seed(*, today=None, report=print):
    """Grows the whole demo on a site that holds no profiles yet. Raises CommandError where demo content is not allowed.

    Deterministic but for the dates, which count from `today`.
    """
    if not settings.DEMO_ALLOWED:
        raise CommandError("Demo content needs DATABASE_URL unset or DEMO=1, and never runs under production settings.")
    set_up_site()
    if BusinessPage.objects.exists():
        raise CommandError("There are profiles already; demo content is for an empty site.")
    _Demo(today=today or timezone.localdate(), report=report).grow()


@transaction.atomic
def sync_demo_accounts():
    """The demo accounts with the password of this installation."""
    password = demo_password()
    known = {user.email: user for user in User.objects.filter(email__in=ACCOUNTS)}
    # Checking one costs a third of a second; all were set together.
    still_good = ADMIN in known and known[ADMIN].check_password(password)
    for email in ACCOUNTS:
        user = known.get(email) or User(email=email)
        user.first_name, user.last_name = email.partition("@")[0].capitalize(), "Demo"
        user.is_staff = user.is_superuser = email == ADMIN
        if user._state.adding or not still_good:
            user.set_password(password)
        user.save()
        if role := DESK.get(email):
            user.groups.set([Group.objects.get(name=role)])
        if email in OWNERS:
            _sync_owner(user, *OWNERS[email])


def _sync_owner(user, model, place):
    """The profile of a demo owner, with its pictures in its own collection."""
    if user.memberships.exists():
        return
    content = load()
    name = (content.businesses if model is BusinessPage else content.initiatives)[place].name
    page = model.objects.filter(title=name).first()
    if page is None:
        return
    join(user=user, page=page, role=Membership.Role.OWNER)
    pictures = [page.portrait_id, *page.gallery.values_list("image_id", flat=True)]
    KiezImage.objects.filter(pk__in=pictures).update(collection=collection_of(page))


class _Demo:
    def __init__(self, *, today, report):
        self.today, self.report = today, report
        self.content = load()
        self.home = HomePage.objects.first()
        self.shelf = Shelf()
        self.profiles = {}
        self.images = {}

    def grow(self):
        with indexing_later():
            self._pages()
            self._profiles()
            self._news()
            self._campaigns()
            self._plan()
            self._words()
        site = self.content.site
        SiteSettings.objects.update(contact_email=site.contact_email, address=site.demo_address)
        sync_demo_accounts()

    def _profiles(self):
        for model, entries in ((BusinessPage, self.content.businesses), (InitiativePage, self.content.initiatives)):
            index = directory_for(model)
            for entry in entries:
                self.profiles[entry.name] = self._profile(model, index, entry)
            self.report(f"{len(entries)} {model._meta.verbose_name_plural}")

    @transaction.atomic
    def _profile(self, model, index, entry):
        page = add_profile(
            model=model,
            index=index,
            shelf=self.shelf,
            values={
                "title": entry.name,
                "claim": entry.claim,
                "who_we_are": entry.who_we_are,
                "what_we_offer": entry.what_we_offer,
                "what_the_kiez_means": entry.what_the_kiez_means,
                "quote": entry.quote,
                "why_we_take_part": entry.why_we_take_part,
                "since": entry.since,
                "street": entry.street,
                "house_number": entry.housenumber,
                "postcode": entry.postcode,
                "city": entry.city,
                "latitude": entry.lat,
                "longitude": entry.lon,
                "phone": entry.phone,
                "email": entry.email,
                "website": entry.website,
                **{f"{line}_public": line in entry.public for line in ("phone", "email", "website")},
                "accessibility": entry.accessibility,
                "accessibility_note": entry.accessibility_note,
                "portrait": self._image(entry.picture, "card", "portrait", "share"),
            },
            trades=entry.trades,
            topics=entry.topics,
            languages=entry.languages,
        )
        for number, spec in enumerate(entry.gallery):
            image = self._image(spec, "gallery")
            GalleryPicture.objects.create(page_id=page.pk, image=image, sort_order=number)
        ProfileRecord.objects.create(page_id=page.pk, claimed_at=timezone.now())
        confirmed = self.today - timedelta(days=entry.confirmed_days_ago)
        closures = [
            Closure(
                first_day=self.today + timedelta(days=closure.from_day),
                last_day=self.today + timedelta(days=closure.to_day),
                reason=closure.reason,
            )
            for closure in entry.closures
        ]
        set_hours(page=page, osm=entry.opening_hours, confirmed_on=confirmed, closures=closures)
        page.save_revision().publish()
        return page

    def _news(self):
        index = NewsIndexPage.objects.first()
        for entry in reversed(self.content.news):
            day = self.today - timedelta(days=entry.days_ago)
            page = NewsPage(
                title=entry.title,
                lead=entry.lead,
                happened_on=day,
                picture=self._image(entry.picture, "card", "wide", "share"),
            )
            page.mentions = [NewsMention(profile=self.profiles[name].page_ptr) for name in entry.mentions]
            self._publish(index, page, entry, day)
        self.report(f"{len(self.content.news)} Meldungen")

    def _campaigns(self):
        index = CampaignIndexPage.objects.first()
        for entry in self.content.campaigns:
            page = CampaignPage(
                title=entry.title,
                lead=entry.lead,
                place=entry.place,
                starts_on=self.today + timedelta(days=entry.starts_in),
                ends_on=self.today + timedelta(days=entry.ends_in),
                picture=self._image(entry.picture, "card", "wide", "share"),
            )
            page.participants = [
                CampaignParticipant(profile=self.profiles[name].page_ptr) for name in entry.participants
            ]
            self._publish(index, page, entry, min(self.today, page.starts_on) - timedelta(days=14))
        self.report(f"{len(self.content.campaigns)} Aktionen")

    def _pages(self):
        for words in self.content.pages:
            if not Page.objects.child_of(self.home).filter(slug=words.slug).exists():
                image = self._image(words.picture, "wide", "share") if words.picture else None
                add_standard_page(self.home, words, picture_of=self._story_image, picture=image)

    def _plan(self):
        plan = Kiezplan.load()
        plan.attribution = CREDIT
        keep_plan(plan=plan, streets=read_shapes(demo_plan()))
        self.report("Kiezplan")

    def _words(self):
        for word in self.content.words:
            trade, topic = self.shelf.trades.get(word.trade), self.shelf.topics.get(word.topic)
            values = {"phrase": word.phrase, "same_as": word.same_as, "language": word.language}
            teach(word=KiezWord(trade=trade, topic=topic, **values))
        for pick in self.content.picks:
            page = Page.objects.child_of(self.home).get(slug=pick.page)
            recommend(text=pick.text, page=page, description=pick.description)
        self.report(f"{len(self.content.words)} Wörter des Kiezes")

    def _publish(self, index, page, entry, day):
        moment = timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=10)))
        page.first_published_at = moment
        page.story = raw_story(entry.story, self._story_image, page_of=lambda link: page_at(self.home, link))
        page.topics.set([self.shelf.topics[slug] for slug in entry.topics])
        publish_below(index, page)

    def _story_image(self, block):
        image = self._image(block.picture, "story")
        return image.pk if image else None

    def _image(self, spec, *shapes):
        """The drawn picture as a stored image, drawn once for all who show it, with the sizes pages ask for."""
        if spec is None:
            return None
        if spec not in self.images:
            self.images[spec] = store_image(
                title=spec.name,
                alt=alt_text(spec),
                credit=CREDIT,
                content=draw(spec),
                name="zeichnung.jpg",
            )
        prepare(self.images[spec], *shapes)
        return self.images[spec]
