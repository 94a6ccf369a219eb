"""A site from nothing: page tree, trades, topics, roles, review and settings, so that work can begin."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from campaigns.models import CampaignIndexPage
from home.demo.content import load
from home.models import HomePage, StandardPage
from home.services.stories import raw_story
from members.models import BusinessIndexPage, InitiativeIndexPage, JoinPage, Trade
from members.services.roles import apply_review, apply_roles
from members.services.trades import load_languages, load_trades
from news.models import NewsIndexPage
from site_core.models import SiteSettings, Topic
from site_core.navigation import JOIN_SLUG, PRIVACY_SLUG

#: In the order of the menu.
INDEXES = (
    ("businesses", BusinessIndexPage, "gewerbe"),
    ("initiatives", InitiativeIndexPage, "initiativen"),
    ("news", NewsIndexPage, "aktuelles"),
    ("campaigns", CampaignIndexPage, "aktionen"),
)
#: Pages every installation needs; the demo brings the others.
ESSENTIAL = (JOIN_SLUG, "impressum", PRIVACY_SLUG, "barrierefreiheit")


def is_set_up() -> bool:
    return HomePage.objects.exists()


@transaction.atomic
def set_up_site() -> list[str]:
    """Makes what is missing and leaves alone what is there; returns what it made, in words."""
    content, made = load(), []
    home = HomePage.objects.first()
    is_new = home is None
    if is_new:
        home = _plant_home(content)
        made.append("home page")
    for name, model, slug in INDEXES:
        if not model.objects.exists():
            words = content.indexes[name]
            publish_below(home, model(title=words.title, slug=slug, intro=words.intro, show_in_menus=True))
            made.append(f"/{slug}/")
    # Only on a new site: later on, staff may rename these pages or take them away.
    for page in content.pages if is_new else ():
        if page.slug in ESSENTIAL:
            plant = _add_join_page if page.slug == JOIN_SLUG else add_standard_page
            plant(home, page)
            made.append(f"/{page.slug}/")
    if not Trade.objects.exists():
        made.append(f"{load_trades()[0]} trades")
        load_languages()
    if not Topic.objects.exists():
        made.append(f"{_add_topics(content)} topics")
    if not SiteSettings.objects.exists():
        _fill_settings(content)
        made.append("settings")
    apply_roles(home=home)
    apply_review(pages=[BusinessIndexPage.objects.first(), InitiativeIndexPage.objects.first()])
    return made


def publish_below(parent, page, *, by=None):
    """Adds a page with its first revision, published."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action=True).publish(user=by)
    return page


def add_standard_page(home, words, *, picture_of=lambda block: None, picture=None):
    """A page of text from the content files."""
    page = StandardPage(
        title=words.title, slug=words.slug, lead=words.lead, show_in_menus=words.in_menu, picture=picture
    )
    page.story = raw_story(words.body, picture_of, page_of=lambda link: page_at(home, link))
    return publish_below(home, page)


def _add_join_page(home, words):
    intro = "\n\n".join(block.text for block in words.body)
    page = JoinPage(title=words.title, slug=words.slug, lead=words.lead, intro=intro, show_in_menus=words.in_menu)
    return publish_below(home, page)


def page_at(home, link):
    """The id of the page at an address of ours such as /mitmachen/; None for anything else."""
    if not link.startswith("/"):
        return None
    return Page.objects.filter(url_path=f"{home.url_path}{link.lstrip('/')}").values_list("pk", flat=True).first()


def _plant_home(content):
    """The home page as the only site's root, in place of Wagtail's welcome page."""
    root = Page.objects.get(depth=1)
    for welcome in root.get_children().filter(slug="home", content_type__model="page"):
        welcome.delete()
    root.refresh_from_db()
    home = publish_below(
        root,
        HomePage(
            title=content.site.name,
            slug="start",
            question=content.home.headline,
            intro=content.home.intro,
            search_hint=content.home.search_label,
        ),
    )
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    Site.objects.all().delete()
    Site.objects.create(
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
        site_name=content.site.name,
        root_page=home,
        is_default_site=True,
    )
    return home


def _add_topics(content) -> int:
    for topic in content.topics:
        Topic.objects.create(
            name=topic.name_de,
            slug=topic.slug,
            name_en=topic.name_en,
            name_tr=topic.name_tr,
            name_ar=topic.name_ar,
            description=topic.description,
            synonyms="\n".join(topic.synonyms),
        )
    return len(content.topics)


def _fill_settings(content):
    SiteSettings.objects.create(
        name=content.site.name,
        claim=content.site.claim,
        address=content.site.imprint_address,
        funding_notice=content.site.funding_notice,
    )
