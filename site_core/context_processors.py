"""What base.html needs on every page, read only where it is used."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_bidi

from site_core.models import SiteSettings
from site_core.navigation import canonical_url, footer_menu, language_links, menu
from site_core.pictures import picture


def site(request):
    current = SimpleLazyObject(lambda: SiteSettings.load(request_or_site=request))
    return {
        "site": current,
        "menu": SimpleLazyObject(lambda: menu(request)),
        "footer_menu": SimpleLazyObject(lambda: footer_menu(request)),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "canonical": canonical_url(request.path) + paging(request),
        "funding_logos": SimpleLazyObject(lambda: picture(current.funding_logos, "logos")),
    }


def paging(request) -> str:
    """Later pages of a list are pages of their own; filters are views of the same."""
    number = request.GET.get("page", "")
    return f"?page={number}" if number.isdecimal() and len(number) < 6 and number not in ("0", "1") else ""
