"""A small Kiez for the journeys: one page of each kind, and a few shops to choose from."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from urllib.parse import urlsplit

from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Collection, Locale, Page

from campaigns.models import CampaignPage
from home.models import StandardPage
from members.models import BusinessPage, InitiativePage, JoinPage, ProfileRecord, Trade
from members.services.hours import set_hours
from members.services.invitations import issue_invitation
from members.services.memberships import join, person_for
from members.services.requests import receive_request
from members.services.roles import apply_roles
from news.models import NewsPage
from site_core.images.services import store_image
from site_core.models import KiezImage, SiteSettings, Topic
from tests.factories.joining import make_join_page
from tests.factories.pages import (
    SiteTree,
    make_business,
    make_campaign,
    make_initiative,
    make_news,
    make_standard_page,
    make_topic,
)
from tests.factories.plan import make_plan
from tests.factories.trades import make_language, make_trade


@dataclass
class Kiez:
    site: SiteTree
    topic: Topic
    tailor: BusinessPage
    unconfirmed: BusinessPage
    initiative: InitiativePage
    news: NewsPage
    campaign: CampaignPage
    about: StandardPage
    joining: JoinPage
    picture: KiezImage
    #: Of somebody who has no password yet.
    invitation: str


def lay_ground():
    """What Wagtail's migrations make, and emptying the tables after a journey takes away."""
    Locale.objects.get_or_create(language_code="de")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root")


def photo_bytes(width=1200, height=900) -> bytes:
    """A JPEG as a phone would send it."""
    image = Image.new("RGB", (width, height), "#c9a98a")
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), fill="#23364f")
    file = BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def story(picture, page) -> list:
    """One block of each family, as StreamField data."""
    return [
        {"type": "heading", "value": "Was bisher geschah"},
        {"type": "text", "value": "<p>Ein Absatz mit <b>Betonung</b> und einer Liste.</p><ul><li>eins</li></ul>"},
        {"type": "picture", "value": {"image": picture.pk, "alt_text": "", "caption": "Vor dem Laden"}},
        {"type": "gallery", "value": {"pictures": [{"image": picture.pk, "alt_text": "", "caption": ""}] * 2}},
        {"type": "quote", "value": {"quote": "Hier kennt man sich.", "speaker": "Frau Yıldız"}},
        {"type": "call_to_action", "value": {"label": "Zum Gewerbe", "page": page.pk, "link": ""}},
    ]


def grow_kiez(site) -> Kiez:
    """Fills the empty tree: shops of two trades on two streets, news, a campaign, pages of text, a picture."""
    apply_roles(home=site.home)
    settings = SiteSettings.load()
    settings.contact_email = "kontakt@example.org"
    settings.claim = "Wer hier arbeitet, und was er kann."
    settings.save()
    picture = store_image(title="Werkstatt", alt="Eine Werkstatt", content=photo_bytes(), name="werkstatt.jpg")
    topic = make_topic("reparieren", slug="reparieren", description="Was kaputt ist, bleibt hier.")
    turkish, arabic = make_language(), make_language("ar", "Arabisch")
    bakery = make_trade()
    fashion = Trade.objects.create(slug="mode", name="Mode und Textil")
    tailoring = make_trade("schneiderei", "Schneiderei", branch=fashion, synonyms_de="Schneider\nÄnderungsschneiderei")
    shoes = make_trade("schuhe", "Schuhe", branch=fashion)
    tailor = make_business(
        site,
        "Nadel und Faden",
        trades=[tailoring],
        languages=[turkish],
        topics=[topic],
        claim="Wir machen passend, was nicht passt.",
        who_we_are="Zwei Frauen, drei Nähmaschinen.",
        what_we_offer="Änderungen, Reißverschlüsse, Maßkleider.",
        what_the_kiez_means="Man grüßt sich.",
        why_we_take_part="Weil es zusammen leichter geht.",
        quote="Ein Knopf ist nie nur ein Knopf.",
        street="Herrfurthstraße",
        house_number="7",
        postcode="12049",
        latitude=52.4769,
        longitude=13.4226,
        since=1998,
        phone="+4930901820",
        phone_public=True,
        portrait=picture,
    )
    tailor.gallery.create(image=picture, caption="Die Werkbank")
    set_hours(page=tailor, osm="24/7", note="Bitte klingeln", confirmed_on=date(2026, 11, 1))
    make_business(
        site,
        "Saum und Sohn",
        trades=[tailoring],
        languages=[turkish],
        street="Okerstraße",
        house_number="3",
        latitude=52.4752,
        longitude=13.4229,
    )
    make_business(site, "Knopf und Kragen", trades=[tailoring], languages=[arabic], street="Herrfurthstraße")
    make_business(site, "Gut zu Fuß", trades=[shoes], languages=[turkish], street="Herrfurthstraße")
    unconfirmed = make_business(site, "Backhaus Oker", trades=[bakery], street="Okerstraße", house_number="11")
    ProfileRecord.objects.create(
        page_id=unconfirmed.pk, source=ProfileRecord.Source.OSM, source_id="node/1", imported_at=timezone.now()
    )
    receive_request(page=unconfirmed, wish="remove", message="Das Backhaus ist umgezogen.")
    make_plan()
    blocks = story(picture, site.businesses)
    return Kiez(
        site=site,
        topic=topic,
        tailor=tailor,
        unconfirmed=unconfirmed,
        initiative=make_initiative(site, "Nachbarschaftsladen", topics=[topic], claim="Offen für alle."),
        news=make_news(site, "Der Nähtreff näht weiter", topics=[topic], about=[tailor], picture=picture, story=blocks),
        campaign=make_campaign(
            site, "Lange Nacht der Läden", joined=[tailor], place="Herrfurthplatz", picture=picture, story=blocks
        ),
        about=make_standard_page(site, "Über das Projekt", lead="Wie es begann.", story=blocks),
        joining=make_join_page(site, lead="Für alle im Kiez.", intro="Es kostet nichts."),
        picture=picture,
        invitation=_invitation_to(make_business(site, "Seidenfaden", live=False)),
    )


def _invitation_to(page) -> str:
    """The address in the letter to this page's first member."""
    user = person_for(email="seide@example.org", name="Selin Seide")
    join(user=user, page=page)
    _invitation, address = issue_invitation(user=user, page=page, by=None)
    return urlsplit(address).path
