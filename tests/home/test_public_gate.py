"""What is not public shows nowhere: not in lists, search, feeds, maps, counts, mentions."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.factories.pages import make_business, make_campaign, make_news, make_standard_page, make_topic
from tests.factories.profiles import make_record
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db

PLACES = [
    "/",
    "/gewerbe/",
    "/gewerbe/?topic=vegan",
    "/gewerbe/?format=geojson",
    "/aktuelles/",
    "/aktuelles/feed/",
    "/aktionen/",
    "/aktionen/feed/",
    "/suche/?q=honig",
    "/suche/?q=honig&format=json",
    "/suche/?topic=vegan",
    "/thema/vegan/",
    "/sitemap.xml",
]


def behind(page, kind):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesam")
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.get_or_create(name="Eingeweihte")[0])


def unpublish(page):
    page.unpublish()


def behind_password(page):
    behind(page, PageViewRestriction.PASSWORD)


def behind_sign_in(page):
    behind(page, PageViewRestriction.LOGIN)


def for_a_group(page):
    behind(page, PageViewRestriction.GROUPS)


def in_a_private_section(page):
    behind(page.get_parent(), PageViewRestriction.PASSWORD)


@pytest.fixture
def secrets(site):
    """A business, an article and a campaign, all of them about honey and vegan."""
    vegan = make_topic("vegan")
    place = {"trades": [make_trade()], "latitude": 52.47, "longitude": 13.42, "street": "Geheimgasse"}
    business = make_business(site, "Geheimladen", topics=[vegan], claim="Honig", **place)
    news = make_news(site, "Geheimmeldung", lead="Honig", topics=[vegan])
    campaign = make_campaign(site, "Geheimaktion", lead="Honig", topics=[vegan], starts_on=date(2099, 1, 1))
    return business, news, campaign


@pytest.mark.parametrize(
    "hide",
    [unpublish, behind_password, behind_sign_in, for_a_group, in_a_private_section],
    ids=lambda hide: hide.__name__,
)
def test_what_is_not_public_shows_nowhere(client, secrets, hide):
    for page in secrets:
        hide(page)

    for address in PLACES:
        assert "geheim" not in client.get(address).content.decode().lower(), address


def test_the_same_pages_show_everywhere_while_public(client, secrets):
    shown = {address: "geheim" in client.get(address).content.decode().lower() for address in PLACES}
    assert shown == dict.fromkeys(PLACES, True)


@pytest.mark.parametrize("hide", [unpublish, behind_password, in_a_private_section], ids=lambda hide: hide.__name__)
def test_a_hidden_profile_is_not_named_by_news_and_campaigns(client, site, hide):
    page = make_business(site, "Geheimladen")
    make_news(site, "Meldung", slug="meldung", about=[page])
    make_campaign(site, "Aktion", slug="aktion", joined=[page])
    hide(page)

    assert "Geheimladen" not in client.get("/aktuelles/meldung/").content.decode()
    assert "Geheimladen" not in client.get("/aktionen/aktion/").content.decode()


@pytest.mark.parametrize("hide", [unpublish, behind_password, in_a_private_section], ids=lambda hide: hide.__name__)
def test_a_profile_does_not_name_hidden_news_and_campaigns(client, site, hide):
    page = make_business(site, "Laden", slug="laden")
    hide(make_news(site, "Geheimmeldung", about=[page]))
    hide(make_campaign(site, "Geheimaktion", joined=[page]))

    assert "Geheim" not in client.get("/gewerbe/laden/").content.decode()


def test_a_button_does_not_lead_to_an_unpublished_page(client, site):
    hidden = make_standard_page(site, "Intern", slug="intern-geheim", live=False)
    story = [{"type": "call_to_action", "value": {"label": "Mehr lesen", "page": hidden.pk, "link": ""}}]
    make_standard_page(site, "Offen", slug="offen", story=story)

    assert "intern-geheim" not in client.get("/offen/").content.decode()


def test_a_hidden_profile_takes_no_change_requests(client, site):
    page = make_business(site, "Geheimladen")
    assert client.get(f"/eintrag/{page.pk}/").status_code == 200
    behind_password(page)
    assert client.get(f"/eintrag/{page.pk}/").status_code == 404


def test_a_page_behind_a_password_asks_for_it_and_tells_nothing(client, site):
    page = make_business(site, "Geheimladen", slug="laden", claim="Streng vertraulich")
    make_record(page, notes="nur fürs Team")
    behind_password(page)

    answer = client.get("/gewerbe/laden/").content.decode()

    assert 'type="password"' in answer
    assert "vertraulich" not in answer


def test_notes_of_the_coordinator_are_never_public(client, site):
    make_record(make_business(site, "Laden", slug="laden"), notes="zahlt-nie", source_id="n1:laden")
    for address in ("/gewerbe/laden/", "/gewerbe/", "/gewerbe/?format=geojson", "/suche/?q=laden&format=json"):
        assert "zahlt-nie" not in client.get(address).content.decode()


def test_hidden_children_stand_in_no_menu(client, site):
    hidden = site.home.add_child(instance=StandardPage(title="Geheimseite", slug="geheim", show_in_menus=True))
    behind_sign_in(hidden)
    assert "Geheimseite" not in client.get("/").content.decode()
