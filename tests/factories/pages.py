"""The least valid page of each kind, with its parent."""

import itertools
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from wagtail.models import Page, Site

from campaigns.models import CampaignIndexPage, CampaignPage, CampaignParticipant
from home.models import HomePage, StandardPage
from members.models import BusinessIndexPage, BusinessPage, InitiativeIndexPage, InitiativePage
from news.models import NewsIndexPage, NewsMention, NewsPage
from site_core.models import Topic

_numbers = itertools.count(1)


@dataclass
class SiteTree:
    home: HomePage
    businesses: BusinessIndexPage
    initiatives: InitiativeIndexPage
    news: NewsIndexPage
    campaigns: CampaignIndexPage


def grow_site() -> SiteTree:
    """The page tree under Wagtail's root, as the default site."""
    root = Page.objects.get(depth=1)
    root.get_children().delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="Start", slug="start", question="Wer macht was?"))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)

    def child(model, title, slug):
        return home.add_child(instance=model(title=title, slug=slug, show_in_menus=True))

    return SiteTree(
        home,
        child(BusinessIndexPage, "Gewerbe", "gewerbe"),
        child(InitiativeIndexPage, "Initiativen", "initiativen"),
        child(NewsIndexPage, "Aktuelles", "aktuelles"),
        child(CampaignIndexPage, "Aktionen", "aktionen"),
    )


def _add(model, parent, title, *, live=True, topics=(), **fields):
    published = timezone.now() if live else None
    page = model(
        title=title,
        live=live,
        has_unpublished_changes=not live,
        first_published_at=published,
        last_published_at=published,
        **fields,
    )
    parent.add_child(instance=page)
    if topics:
        page.topics.add(*topics)
        page.save()
    return page


def make_business(site, title="", *, trades=(), languages=(), **fields) -> BusinessPage:
    page = _add(BusinessPage, site.businesses, title or f"Laden {next(_numbers)}", **fields)
    if trades or languages:
        page.trades.set(trades)
        page.languages.set(languages)
        page.save()
    return page


def make_initiative(site, title="", **fields) -> InitiativePage:
    return _add(InitiativePage, site.initiatives, title or f"Verein {next(_numbers)}", **fields)


def make_news(site, title="", *, lead="Kurz gesagt.", happened_on=date(2026, 11, 1), about=(), **fields) -> NewsPage:
    page = _add(NewsPage, site.news, title or f"Meldung {next(_numbers)}", lead=lead, happened_on=happened_on, **fields)
    for profile in about:
        page.mentions.add(NewsMention(profile=profile))
    page.save()
    return page


def make_campaign(
    site, title="", *, lead="Gemeinsam.", starts_on=date(2026, 12, 1), ends_on=None, joined=(), **fields
) -> CampaignPage:
    page = _add(
        CampaignPage,
        site.campaigns,
        title or f"Aktion {next(_numbers)}",
        lead=lead,
        starts_on=starts_on,
        ends_on=ends_on,
        **fields,
    )
    for profile in joined:
        page.participants.add(CampaignParticipant(profile=profile))
    page.save()
    return page


def make_standard_page(site, title="", **fields) -> StandardPage:
    return _add(StandardPage, site.home, title or f"Seite {next(_numbers)}", **fields)


def make_topic(name, **fields) -> Topic:
    return Topic.objects.create(name=name, **fields)
