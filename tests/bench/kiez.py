"""Fills a database with any number of profiles that have everything a profile can have."""

from datetime import timedelta
from io import BytesIO
from itertools import count

from django.utils import timezone
from PIL import Image

from members.models import BusinessPage, Closure, GalleryPicture, ProfileRecord, Trade
from members.services.hours import set_hours
from members.services.profiles import Shelf, add_profile, directory_for
from news.models import NewsIndexPage, NewsMention, NewsPage
from site_core.images.services import store_image
from site_core.models import KiezImage, Topic
from site_core.pictures import prepare
from site_core.search_index import indexing_later

STREETS = ["Weisestraße", "Okerstraße", "Allerstraße", "Herrfurthstraße", "Schillerpromenade", "Kienitzer Straße"]
HOURS = ["Mo-Fr 09:00-18:00; PH off", "24/7", "Tu-Sa 11:00-14:00,15:00-19:00", "Mo-Su 18:00-02:00", "We-Sa 20:00+"]
_numbers = count()


def grow(profiles: int, news: int = 0):
    """Adds profiles until there are `profiles`, and articles that mention some, until there are `news`."""
    shelf, index = Shelf(), directory_for(BusinessPage)
    trades = list(Trade.objects.crafts().values_list("slug", flat=True))
    topics = list(Topic.objects.values_list("slug", flat=True))
    image = KiezImage.objects.first() or _image()
    with indexing_later():
        while BusinessPage.objects.count() < profiles:
            _profile(next(_numbers), shelf, index, trades, topics, image)
        while NewsPage.objects.count() < news:
            _article(next(_numbers), image)


def _profile(number, shelf, index, trades, topics, image):
    page = add_profile(
        model=BusinessPage,
        index=index,
        shelf=shelf,
        values={
            "title": f"Laden {number}",
            "claim": "Was es hier gibt, gibt es nur hier.",
            "who_we_are": "Wir sind zu dritt und stehen seit Jahren hinter demselben Tresen. " * 4,
            "what_we_offer": "Brot, Bücher, neue Sohlen und ein offenes Ohr. " * 4,
            "quote": "Hier kennt man sich.",
            "street": STREETS[number % len(STREETS)],
            "house_number": str(number % 90 + 1),
            "latitude": 52.474 + number % 97 / 10_000,
            "longitude": 13.419 + number % 89 / 10_000,
            "portrait": image,
        },
        trades=[trades[number % len(trades)]],
        topics=[topics[number % len(topics)], topics[(number + 5) % len(topics)]],
        languages=["de", ("tr", "ar", "en", "pl")[number % 4]],
    )
    GalleryPicture.objects.create(page_id=page.pk, image=image)
    ProfileRecord.objects.create(page_id=page.pk, claimed_at=timezone.now())
    today = timezone.localdate()
    closure = Closure(first_day=today + timedelta(days=9), last_day=today + timedelta(days=12), reason="Urlaub")
    set_hours(page=page, osm=HOURS[number % len(HOURS)], closures=[closure])


def _article(number, image):
    page = NewsPage(title=f"Meldung {number}", lead="Was geschah.", picture=image)
    profile = BusinessPage.objects.order_by("pk")[number % 20]
    page.mentions = [NewsMention(profile=profile.page_ptr)]
    NewsIndexPage.objects.first().add_child(instance=page)


def _image():
    content = BytesIO()
    Image.new("RGB", (1600, 1200), "#b8694d").save(content, "JPEG")
    image = store_image(title="Bild", alt="Eine rote Fläche", content=content.getvalue(), name="bild.jpg")
    prepare(image, "card", "portrait", "share", "gallery", "wide")
    return image
