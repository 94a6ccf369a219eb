"""Making and changing profiles from code: imports, demo content, the platform's own files."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from members.models import BusinessIndexPage, BusinessPage, InitiativeIndexPage, InitiativePage, SpokenLanguage, Trade
from site_core.models import Topic
from site_core.text.folding import ascii_slug, free_slug

INDEX_OF = {BusinessPage: BusinessIndexPage, InitiativePage: InitiativeIndexPage}


class NoDirectory(LookupError):
    """There is no directory page to hold the profiles; `setup_site` makes one."""


def directory_for(model):
    """The index page that holds profiles of this model. Raises NoDirectory."""
    index = INDEX_OF[model].objects.first()
    if index is None:
        raise NoDirectory(f"no page of type {INDEX_OF[model].__name__}: run setup_site first")
    return index


class Shelf:
    """What filing many profiles needs to know, read once: trades, topics, languages, and the slugs taken."""

    def __init__(self):
        self.trades = {trade.slug: trade for trade in Trade.objects.all()}
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self.languages = {language.code: language for language in SpokenLanguage.objects.all()}
        self._slugs = {}

    def free_slug(self, index, title) -> str:
        taken = self._slugs.setdefault(index.pk, set(Page.objects.child_of(index).values_list("slug", flat=True)))
        slug = free_slug(ascii_slug(title, fallback="betrieb"), taken.__contains__)
        taken.add(slug)
        return slug


@transaction.atomic
def add_profile(*, model, index, shelf, values, trades=(), topics=(), languages=(), live=True):
    """Adds a profile below its directory. `values` are page fields; trades, topics, languages are slugs and codes."""
    slug = values.get("slug") or shelf.free_slug(index, values["title"])
    now = timezone.now() if live else None
    dates = {"first_published_at": now, "last_published_at": now} if live else {}
    page = model(**{**dates, **values, "slug": slug, "live": live, "has_unpublished_changes": not live})
    page.draft_title = page.title
    _file(page, shelf, trades, topics, languages)
    index.add_child(instance=page)
    return page


@transaction.atomic
def update_profile(*, page, shelf, values, trades=None, topics=None, languages=None, live=None):
    """Changes page fields, and the filing where given; a page with a history gets a revision, so nothing returns.

    Public or not stays as it is unless `live` says otherwise.
    """
    for name, value in values.items():
        setattr(page, name, value)
    page.draft_title = page.title
    _file(page, shelf, trades, topics, languages)
    wanted = page.live if live is None else live
    if wanted and (page.latest_revision_id or not page.live):
        page.save_revision().publish()
    else:
        page.save()
        if page.latest_revision_id:
            page.save_revision()
        if page.live and not wanted:
            page.unpublish()
    return page


def _file(page, shelf, trades, topics, languages):
    if trades is not None:
        page.trades = [shelf.trades[slug] for slug in trades]
    if languages is not None:
        page.languages = [shelf.languages[code] for code in languages]
    if topics is not None and (topics or page.pk):
        page.topics.set([shelf.topics[slug] for slug in topics])
