"""A site from nothing: made once, then left alone."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from campaigns.models import CampaignIndexPage
from home.models import HomePage, StandardPage
from home.services.setup import set_up_site
from members.models import BusinessIndexPage, InitiativeIndexPage, SpokenLanguage, Trade
from members.roles import ROLES
from news.models import NewsIndexPage
from site_core.models import SiteSettings, Topic

pytestmark = pytest.mark.django_db


def state():
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "title", "url_path", "live", "last_published_at")),
        "revisions": Revision.objects.count(),
        "trades": list(Trade.objects.order_by("pk").values()),
        "languages": list(SpokenLanguage.objects.order_by("pk").values()),
        "topics": list(Topic.objects.order_by("pk").values()),
        "settings": list(SiteSettings.objects.values()),
        "groups": sorted(Group.objects.values_list("name", flat=True)),
        "sites": list(Site.objects.values()),
    }


@pytest.mark.db_specific
def test_a_second_setup_makes_nothing(capsys):
    assert set_up_site()
    before = state()
    call_command("setup_site")
    assert state() == before
    assert "Everything is there already." in capsys.readouterr().out


def test_what_staff_changed_and_deleted_stays_so():
    set_up_site()
    Trade.objects.filter(slug="baeckerei").delete()
    Trade.objects.filter(slug="cafe").update(name="Kaffeehaus")
    Topic.objects.first().delete()
    SiteSettings.objects.update(claim="Unser Satz", index_unconfirmed=True)
    imprint = StandardPage.objects.get(slug="impressum")
    imprint.intro = "Ausgefüllt"
    imprint.save_revision().publish()
    imprint.unpublish()
    before = state()

    assert set_up_site() == []

    assert state() == before


def test_a_new_site_can_be_used_at_once(client):
    set_up_site()
    Site.objects.update(hostname="testserver", port=80)
    for address in ("/", "/gewerbe/", "/initiativen/", "/aktuelles/", "/aktionen/", "/suche/", "/mitmachen/",
                    "/impressum/", "/datenschutz/", "/barrierefreiheit/", "/tr/mitmachen/", "/sitemap.xml",
                    "/admin/login/"):  # fmt: skip
        assert client.get(address).status_code == 200, address
    assert [item.title for item in client.get("/").context["menu"]][:4] == [
        model.objects.get().title
        for model in (BusinessIndexPage, InitiativeIndexPage, NewsIndexPage, CampaignIndexPage)
    ]
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}
    assert BusinessIndexPage.objects.get().get_workflow()
    assert HomePage.objects.get().get_workflow() is None
    assert Trade.objects.filter(parent=None).count() >= 12
    assert Trade.objects.exclude(parent=None).count() >= 110
    assert not Trade.objects.filter(name_en="").exists()
