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


def said(client, page="laden", prefix="/en"):
    """What stands on the page, without the markup around it."""
    text = re.sub(r"<(style|script|svg).*?</\1>", " ", shown(client, page, prefix), flags=re.S)
    return " ".join(re.sub(r"</?(strong|a|bdi|span)\b[^>]*>", "", text).split())


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
    assert "9:30–13 und 15–18 Uhr" in html
    assert "Bitte klingeln" in html
    assert "Open now until 13:00, again from 15:00" in said(client)


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
    assert "Grippe" not in shown(client)
    assert "Open now until 18:00, tomorrow from 10:00" in said(client)


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


# --- hours -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("osm", "now"),
    [
        ("Tu-Sa 10:00-18:00", "Open now until 18:00, tomorrow from 10:00<"),
        ("Tu 10:00-18:00", "Open now until 18:00, tomorrow is the day of rest<"),
        ("Tu 08:00-09:00,15:00-18:00", "Closed now, opens at 15:00<"),
        ("We 09:00-12:00", "Closed now, opens tomorrow at 09:00<"),
        ("Tu 10:00-18:00+; We 09:00-12:00", "Open now until at least 18:00, tomorrow from 09:00<"),
        ("24/7", "Open around the clock<"),
        ('Mo-Fr 10:00-18:00 || unknown "by appointment"', "Open now until 18:00, tomorrow from 10:00<"),
    ],
)
def test_the_status_says_what_comes_next(client, site, at, osm, now):
    at("2026-11-24 11:00")
    set_hours(page=make_business(site, "Laden"), osm=osm)
    assert f'<p class="status">{now}' in said(client)


def test_a_closure_tomorrow_is_no_day_of_rest(client, site, at):
    at("2026-11-24 11:00")
    page, ill = make_business(site, "Laden"), Closure(first_day=date(2026, 11, 25), last_day=date(2026, 11, 25))
    set_hours(page=page, osm="Mo-Su 10:00-18:00", closures=[ill])
    assert "Open now until 18:00, closed tomorrow<" in said(client)


def test_today_stands_first_and_alone_in_the_week(client, site, at):
    at("2026-11-25 10:00")
    set_hours(page=make_business(site, "Laden"), osm="Mo-Fr 10:00-18:00; Sa 10:00-14:00")
    week = client.get("/gewerbe/laden/").context["week"]
    assert [(row.label, row.is_today) for row in week] == [
        ("Mittwoch", True), ("Donnerstag und Freitag", False), ("Samstag", False), ("Sonntag", False),
        ("Montag und Dienstag", False),
    ]  # fmt: skip


# --- around it -------------------------------------------------------------------------------------------------


def titles(client, name, page="laden"):
    return [line.title for line in client.get(f"/gewerbe/{page}/").context[name]]


def test_the_three_nearest_are_neighbours_whatever_they_are(client, site):
    point = {"latitude": 52.477, "longitude": 13.423}
    make_business(site, "Laden", **point)
    make_business(site, "Gegenüber", latitude=52.4771, longitude=13.423)
    make_initiative(site, "Verein", latitude=52.477, longitude=13.4232)
    make_business(site, "Ecke", latitude=52.4765, longitude=13.423)
    make_business(site, "Weiter", latitude=52.4778, longitude=13.423)
    make_business(site, "Entwurf", live=False, **point)
    make_business(site, "Ohne Punkt")
    assert titles(client, "neighbours") == ["Gegenüber", "Verein", "Ecke"]


def test_who_is_far_away_is_no_neighbour(client, site):
    make_business(site, "Laden", latitude=52.477, longitude=13.423)
    make_business(site, "Fern", latitude=52.5, longitude=13.423)
    assert titles(client, "neighbours") == []


def test_without_a_point_neighbours_are_those_of_the_street(client, site):
    make_business(site, "Laden", street="Weisestraße")
    for name in ("Anders", "Zettel", "Öl"):
        make_business(site, name, street="Weisestr.")
    make_business(site, "Woanders", street="Okerstraße")
    assert titles(client, "neighbours") == ["Öl", "Zettel", "Anders"]


def test_a_profile_without_address_has_no_neighbours(client, site):
    make_business(site, "Laden")
    make_business(site, "Auch ohne")
    assert titles(client, "neighbours") == []


def test_others_of_the_trade_come_in_turn_and_neighbours_are_not_said_twice(client, site):
    bakery, cafe = make_trade(), make_trade("cafe", "Café")
    make_business(site, "Laden", trades=[bakery], latitude=52.477, longitude=13.423)
    make_business(site, "Nachbar", trades=[bakery], latitude=52.477, longitude=13.423)
    for name in ("Anna", "Berta", "Maria", "Otto"):
        make_business(site, name, trades=[bakery])
    make_business(site, "Café", trades=[cafe])
    assert titles(client, "neighbours") == ["Nachbar"]
    assert titles(client, "same_trade") == ["Maria", "Otto", "Anna"]


def test_a_neighbour_behind_a_password_is_not_named(client, site):
    point = {"latitude": 52.477, "longitude": 13.423}
    make_business(site, "Laden", **point)
    hidden = make_business(site, "Geheim", **point)
    assert titles(client, "neighbours") == ["Geheim"]
    hidden.view_restrictions.create(restriction_type="password", password="pst")
    assert titles(client, "neighbours") == []
    assert "Geheim" not in shown(client)
    assert "<h1" not in shown(client, "geheim") or "Geheim</h1>" not in shown(client, "geheim")


@pytest.mark.parametrize("where", ["page", "directory"])
def test_a_profile_asks_for_the_password_of_its_own_or_of_the_directory(client, site, where):
    page = make_business(site, "Laden", claim="Nur für uns")
    closed = page if where == "page" else site.businesses
    closed.view_restrictions.create(restriction_type="password", password="pst")
    assert "Nur für uns" not in shown(client)


def test_campaigns_and_news_stand_under_their_own_headings(client, site):
    page = make_business(site, "Laden")
    make_news(site, "Neue Meldung", about=[page], happened_on=date(2026, 10, 5))
    make_campaign(site, "Sommerfest", joined=[page], starts_on=date(2026, 7, 1))
    html = shown(client, prefix="/en")
    campaigns, news = html.index("Takes part in"), html.index("In the news of the Kiez")
    assert campaigns < html.index("Sommerfest") < news < html.index("Neue Meldung")


# --- the door --------------------------------------------------------------------------------------------------


def test_calling_and_the_way_come_first(client, site):
    make_business(
        site, "Laden", phone="+493090182000", phone_public=True, website="https://a.example/", website_public=True,
        latitude=52.477, longitude=13.423,
    )  # fmt: skip
    actions = re.search(r'<p class="actions actions--door">(.*?)</p>', shown(client), re.S)[1]
    assert [re.sub(r"[:/].*", "", link) for link in re.findall(r'href="([^"]+)"', actions)] == ["tel", "https", "https"]
    assert actions.index("tel:") < actions.index("openstreetmap.org/?mlat=52.477000") < actions.index("a.example")


def test_the_way_can_be_asked_for_an_address_without_a_point(client, site):
    make_business(site, "Laden", street="Weisestraße", house_number="7", postcode="12049")
    assert "openstreetmap.org/search?query=Weisestra%C3%9Fe%207%2012049%20Berlin" in shown(client)


def test_whatever_is_foreign_says_its_language(client, site, at):
    at("2026-11-24 11:00")
    page = make_rich_business(site, "Laden")
    html = shown(client, prefix="/ar")
    assert 'dir="rtl"' in html
    for text in (
        "Laden</h1>",
        "Wir backen nachts.",
        "Brot, Kuchen",
        "Rampe auf Klingeln",
        "Umbau; innen",
        "Klingeln</p>",
    ):
        before = html[: html.rindex(text)]
        assert 'lang="de"' in before[before.rindex("lang=") - 20 :], text
    assert all('lang="de"' in figure for figure in re.findall(r"<figure[^>]*>", html) if "plan" not in figure)
    assert page.content_language == "de"
