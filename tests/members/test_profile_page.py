"""A profile page shows what its people want shown, and nothing else."""

import json
import re
from datetime import date

import pytest

from members.models import Closure
from members.services.hours import set_hours
from site_core.models import SiteSettings
from tests.factories.pages import make_business, make_campaign, make_initiative, make_news, make_standard_page
from tests.factories.people import make_superuser
from tests.factories.profiles import make_record, make_rich_business, make_unconfirmed
from tests.factories.trades import make_language, make_trade

pytestmark = pytest.mark.django_db

CONTACT = {
    "phone": ("+493090182000", "30 90182000"),
    "email": ("post@backstube.example", "post@backstube.example"),
    "website": ("https://backstube.example/", "https://backstube.example/"),
}


def shown(client, page="laden", prefix=""):
    return client.get(f"{prefix}/gewerbe/{page}/").content.decode()


def structured(html):
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", html, re.S)
    assert len(scripts) == 1
    return json.loads(scripts[0])


@pytest.mark.parametrize("public", CONTACT)
def test_only_contact_lines_ticked_as_public_are_shown(client, site, public):
    make_business(
        site, "Laden", **{line: value for line, (value, _seen) in CONTACT.items()}, **{f"{public}_public": True}
    )
    html = shown(client)
    assert [line for line, (_value, seen) in CONTACT.items() if seen in html] == [public]


def test_contact_lines_are_private_unless_somebody_ticks_them(client, site):
    make_business(site, "Laden", **{line: value for line, (value, _seen) in CONTACT.items()})
    for address in ("/gewerbe/laden/", "/gewerbe/?format=geojson", "/suche/?q=laden&format=json"):
        html = client.get(address).content.decode()
        assert [line for line, (_value, seen) in CONTACT.items() if seen in html] == []


def test_the_address_people_sign_in_with_is_never_shown(client, site):
    page = make_rich_business(site, "Laden")
    page.owner = make_superuser("anmeldung@example.org")
    page.save()
    page.save_revision(user=page.owner, log_action=True).publish(user=page.owner)
    assert "anmeldung@example.org" not in shown(client)


def test_an_unconfirmed_entry_says_so_and_offers_both_ways_out(client, site):
    make_standard_page(site, "Mitmachen", slug="mitmachen")
    page = make_unconfirmed(site, "Laden")
    html = shown(client)
    assert "Aus OpenStreetMap, vom Betrieb noch nicht bestätigt." in html
    assert 'href="https://www.openstreetmap.org/copyright"' in html
    assert 'href="/mitmachen/"' in html
    assert f'href="/eintrag/{page.pk}/"' in html


def test_a_confirmed_entry_carries_no_notice_but_can_still_be_corrected(client, site):
    page = make_business(site, "Laden")
    html = shown(client)
    assert "OpenStreetMap" not in html
    assert "noindex" not in html
    assert f'href="/eintrag/{page.pk}/"' in html


def test_unconfirmed_entries_stay_out_of_search_engines_until_staff_allow_it(client, site):
    make_unconfirmed(site, "Laden")
    claimed = make_unconfirmed(site, "Bestätigt")
    claimed.record.claimed_at = "2026-11-01T10:00Z"
    claimed.record.save()

    def sitemap():
        return set(re.findall(r"<loc>[^<]*/gewerbe/([^<]+)/</loc>", client.get("/sitemap.xml").content.decode()))

    assert '<meta name="robots" content="noindex">' in shown(client)
    assert "noindex" not in shown(client, "bestaetigt")
    assert sitemap() == {"bestaetigt"}

    SiteSettings.objects.update_or_create(defaults={"index_unconfirmed": True})

    assert "noindex" not in shown(client)
    assert sitemap() == {"laden", "bestaetigt"}


def test_search_engines_read_what_visitors_read(client, site, at):
    at("2026-11-24 10:00")
    make_rich_business(site, "Laden", trades=[make_trade(schema_type="Bakery")])
    data = structured(shown(client))
    assert data["@type"] == "Bakery"
    assert data["name"] == "Laden"
    assert data["url"].endswith("/gewerbe/laden/")
    assert data["address"]["streetAddress"] == "Weisestraße 17a"
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 52.47687481, "longitude": 13.423932}
    assert data["telephone"] == "+49 30 901820"
    assert data["image"].startswith("http")


def test_search_engines_are_not_told_that_a_closed_shop_is_open(client, site, at):
    at("2026-11-24 10:00")
    page = make_business(site, "Laden")
    ill = Closure(first_day=date(2026, 11, 25), last_day=date(2026, 11, 29), reason="krank")
    set_hours(page=page, osm="Mo-Su 10:00-18:00", closures=[ill])

    days = {entry["validFrom"] for entry in structured(shown(client))["openingHoursSpecification"]}

    assert days == {"2026-11-24", "2026-11-30"}


@pytest.mark.parametrize(
    "name",
    ["</script><script>alert(1)</script>", 'Ein "Laden" \\ & <Söhne>', "Zeile\nzwei \u2028 drei", "{{ 7*7 }} 🍞"],
)
def test_hostile_names_stay_text(client, site, name):
    page = make_business(site, name, claim=name, who_we_are=name, trades=[make_trade()])
    html = client.get(page.url).content.decode()
    assert structured(html)["name"] == name
    assert "<script>alert" not in html
    assert "<Söhne>" not in html


def test_a_profile_shows_where_it_is_mentioned_newest_first(client, site):
    page, other = make_business(site, "Laden"), make_initiative(site, "Verein")
    make_news(site, "Alte Meldung", about=[page], happened_on=date(2026, 1, 5))
    make_news(site, "Neue Meldung", about=[page, other], happened_on=date(2026, 10, 5))
    make_campaign(site, "Sommerfest", joined=[page], starts_on=date(2026, 7, 1))
    make_news(site, "Ohne ihn", about=[other])

    mentions = client.get("/gewerbe/laden/").context["mentions"]

    assert [mention.title for mention in mentions] == ["Neue Meldung", "Sommerfest", "Alte Meldung"]
    assert [mention.title for mention in client.get("/initiativen/verein/").context["mentions"]] == [
        "Ohne ihn",
        "Neue Meldung",
    ]


def test_opening_hours_stand_in_words(client, site, at):
    at("2026-11-24 10:00")
    set_hours(
        page=make_business(site, "Laden"), osm="Mo-Fr 9:30-13:00,15:00-18:00; Sa 10:00-14:00", note="Bitte klingeln"
    )
    html = shown(client)
    assert "offen bis 13 Uhr" in html
    assert "9:30–13 und 15–18 Uhr" in html
    assert "Bitte klingeln" in html
    assert "open until 13:00" in shown(client, prefix="/en")


def test_a_closure_shows_at_once_and_goes_when_it_is_over(client, site, at):
    at("2026-11-24 10:00")
    page = make_business(site, "Laden")
    set_hours(
        page=page,
        osm="Mo-Su 10:00-18:00",
        closures=[
            Closure(first_day=date(2026, 11, 1), last_day=date(2026, 11, 3), reason="Herbstpause"),
            Closure(first_day=date(2026, 11, 24), last_day=date(2026, 11, 26), reason="Grippe"),
        ],
    )

    html = shown(client)
    assert "Geschlossen vom 24. November 2026 bis 26. November 2026</strong>: Grippe" in html
    assert "Herbstpause" not in html
    assert "öffnet Freitag um 10 Uhr" in html

    at("2026-11-27 11:00")
    html = shown(client)
    assert "Grippe" not in html
    assert "offen bis 18 Uhr" in html


def test_an_imported_value_nobody_can_read_shows_no_hours(client, site):
    set_hours(page=make_business(site, "Laden"), osm="wenn das Licht brennt")
    html = shown(client)
    assert "geschlossen" not in html.lower()
    assert client.get("/gewerbe/").context["items"][0].status == ""


def test_labels_follow_the_reader_and_the_text_keeps_its_language(client, site):
    bakery = make_trade(name_tr="Fırın")
    make_business(site, "Laden", trades=[bakery], languages=[make_language()], claim="Brot!", content_language="de")
    html = shown(client, prefix="/tr")
    assert "Fırın" in html
    assert re.search(r'<p[^>]* lang="de"[^>]*>Brot!</p>', html)


def test_an_entry_without_anything_still_has_a_face(client, site):
    make_business(site, "Laden")
    assert '<svg class="facade' in shown(client)


def test_records_without_a_source_count_as_entered_here(site):
    page = make_business(site, "Laden")
    make_record(page)
    assert not page.is_unconfirmed
