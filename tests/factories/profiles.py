"""Profiles with what stands beside the page: records, hours, pictures."""

from datetime import timedelta

from django.utils import timezone

from members.models import BusinessPage, Closure, GalleryPicture, ProfileRecord, ShortText
from members.services.hours import set_hours
from site_core.pictures import prepare
from tests.factories.pages import make_business
from tests.factories.pictures import make_image


def make_record(page, **fields) -> ProfileRecord:
    return ProfileRecord.objects.create(page_id=page.pk, **fields)


def make_unconfirmed(site, title="", **fields) -> BusinessPage:
    """An entry taken from OpenStreetMap that nobody has claimed."""
    page = make_business(site, title, **fields)
    make_record(page, source="osm", source_id=f"{page.pk}:{page.slug}")
    return page


def make_rich_business(site, title="", *, trades=(), topics=(), languages=()) -> BusinessPage:
    """Everything a profile can have: portrait and gallery with their sizes made, contact, hours, closures, record."""
    portrait = make_image()
    prepare(portrait, "card", "portrait", "share")
    page = make_business(
        site,
        title,
        trades=trades,
        topics=topics,
        languages=languages,
        claim="Wir backen nachts.",
        seo_title="Brot aus dem Kiez",
        search_description="Eine Backstube.",
        who_we_are='Drei Leute,\n\nein »Ofen«; und "Mehl".',
        what_we_offer="Brot, Kuchen",
        what_the_kiez_means="Nachbarschaft",
        quote="Hier kennt man sich.",
        why_we_take_part="Zusammen geht mehr.",
        since=1987,
        street="Weisestraße",
        house_number="17a",
        postcode="12049",
        latitude=52.47687481,
        longitude=13.423932,
        phone="+49 30 901820",
        phone_public=True,
        email="laden@example.org",
        email_public=True,
        website="https://example.org/laden?a=1&b=2",
        website_public=True,
        accessibility="limited",
        accessibility_note="Rampe auf Klingeln",
        portrait=portrait,
    )
    for number in range(2):
        image = make_image()
        prepare(image, "gallery")
        GalleryPicture.objects.create(page_id=page.pk, image=image, caption=f"Bild, {number}", sort_order=number)
    ShortText.objects.create(page_id=page.pk, language="tr", text="Gece ekmek, sabah çay.")
    today = timezone.localdate()
    soon = Closure(first_day=today + timedelta(days=3), last_day=today + timedelta(days=5), reason="Umbau; innen")
    set_hours(page=page, osm="Mo-Su 00:00-24:00", note="Klingeln", confirmed_on=today, closures=[soon])
    make_record(
        page, source="osm", source_id=f"n{page.pk}:laden", notes="ruft gern zurück", claimed_at=timezone.now(),
        imported_at=timezone.now(), imported={"title": page.title, "latitude": page.latitude},
    )  # fmt: skip
    return BusinessPage.objects.get(pk=page.pk)
