"""schema.org data as JSON-LD dictionaries; `components/json_ld.html` prints them."""

from django.utils import timezone

from site_core.navigation import absolute, public_url
from site_core.pictures import picture

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def profile_data(profile, *, trades, schedule, closures=()) -> dict:
    """A LocalBusiness (or the trade's subtype) with only what the profile shows publicly."""
    data = {
        "@context": "https://schema.org",
        "@type": profile.schema_type or (trades[0].schema_type if trades else "") or "LocalBusiness",
        "@id": public_url(profile),
        "name": profile.title,
        "url": public_url(profile),
        "description": profile.summary,
        "image": share_image(profile),
        "telephone": str(profile.public_phone),
        "email": profile.public_email,
        "sameAs": profile.public_website,
        "openingHoursSpecification": opening_hours(schedule, closures),
    }
    if profile.street:
        data["address"] = _without_empty(
            {
                "@type": "PostalAddress",
                "streetAddress": profile.address,
                "postalCode": profile.postcode,
                "addressLocality": profile.city,
                "addressCountry": "DE",
            }
        )
    if profile.latitude is not None and profile.longitude is not None:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": profile.latitude, "longitude": profile.longitude}
    return _without_empty(data)


def opening_hours(schedule, closures=()) -> list[dict]:
    """The coming seven days, one entry a stretch; empty without hours."""
    if schedule is None:
        return []
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _DAYS[day.date.weekday()],
            "opens": f"{timezone.localtime(span.starts_at):%H:%M}",
            "closes": f"{timezone.localtime(span.ends_at):%H:%M}",
            "validFrom": day.date.isoformat(),
            "validThrough": day.date.isoformat(),
        }
        for day in schedule.week(timezone.localdate(), closures=closures)
        for span in day.spans
    ]


def news_data(page) -> dict:
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.lead,
            "url": public_url(page),
            "mainEntityOfPage": public_url(page),
            "datePublished": _moment(page.first_published_at),
            "dateModified": _moment(page.last_published_at),
            "inLanguage": page.content_language,
            "image": share_image(page),
        }
    )


def event_data(page) -> dict:
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": page.title,
            "description": page.lead,
            "url": public_url(page),
            "startDate": page.starts_on.isoformat(),
            "endDate": page.ends_on.isoformat() if page.ends_on else "",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {"@type": "Place", "name": page.place, "address": page.place} if page.place else "",
            "inLanguage": page.content_language,
            "image": share_image(page),
        }
    )


def share_image(page) -> str:
    """The absolute address of the picture shown where the page is shared."""
    shared = picture(page.share_picture, "share")
    return absolute(shared.src) if shared else ""


def _moment(value) -> str:
    return value.isoformat() if value else ""


def _without_empty(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}
