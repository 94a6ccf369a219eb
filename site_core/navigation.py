"""The main menu, the way between languages, and addresses that do not depend on who asks."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from site_core.querysets import visible

#: What a language calls itself, and its short form for the switch.
OWN_NAMES = {"de": ("DE", "Deutsch"), "en": ("EN", "English"), "tr": ("TR", "Türkçe"), "ar": ("عربي", "العربية")}


#: The page that invites to join; the address is part of the design.
JOIN_SLUG = "mitmachen"
PRIVACY_SLUG = "datenschutz"


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    current: bool


@dataclass(frozen=True)
class LanguageLink:
    code: str
    short: str
    name: str
    url: str
    absolute_url: str
    current: bool


def menu(request) -> list[MenuItem]:
    """The home page's children that are shown in menus."""
    return _items(request, shown=True)


def footer_menu(request) -> list[MenuItem]:
    """The home page's other children: imprint, privacy, and what else stands beside the menu."""
    return _items(request, shown=False)


def join_url(request) -> str:
    """Where somebody says »that is my business«: the page /mitmachen/, home where there is none."""
    return _url_of(JOIN_SLUG, request) or "/"


def privacy_url(request) -> str:
    """The privacy notice; empty where there is none."""
    return _url_of(PRIVACY_SLUG, request)


def _url_of(slug, request):
    return next((page.get_url(request) for page in _children(request) if page.slug == slug), "")


def _items(request, *, shown) -> list[MenuItem]:
    urls = [(page.title, page.get_url(request)) for page in _children(request) if page.show_in_menus == shown]
    return [MenuItem(title, url, request.path.startswith(url)) for title, url in urls if url]


def _children(request) -> list[Page]:
    site = Site.find_for_request(request)
    return public_children(site.root_page, request) if site else []


def public_children(home, request) -> list[Page]:
    """The home page's public children in their order, read once a request: routing and menu both need them."""
    if not hasattr(request, "_public_children"):
        request._public_children = list(visible(Page.objects.child_of(home)).order_by("path"))
    return request._public_children


def language_links(request) -> list[LanguageLink]:
    """The same address in each language of the interface."""
    here = request.get_full_path()
    links = []
    for code, _name in settings.LANGUAGES:
        short, name = OWN_NAMES[code]
        elsewhere = absolute(translate_url(request.path, code))
        links.append(LanguageLink(code, short, name, translate_url(here, code), elsewhere, code == get_language()))
    return links


def absolute(url: str) -> str:
    """An address of ours with scheme and host; one that has them already stays as it is."""
    return url if "://" in url else settings.WAGTAILADMIN_BASE_URL.rstrip("/") + url


def canonical_url(path: str) -> str:
    """The absolute German address of a path of any language."""
    return absolute(translate_url(path, settings.LANGUAGE_CODE))


def public_url(page) -> str:
    """A page's absolute German address, for mails, feeds, and the sitemap: it must not follow the reader's language."""
    with override(settings.LANGUAGE_CODE):
        return absolute(page.url or "")
