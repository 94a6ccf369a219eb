"""The directory as a plan: the same entries, the same filters, a link and a line for each."""

import csv
import gzip
import re
from dataclasses import replace

import pytest
from wagtail.signal_handlers import disable_reference_index_auto_update

from members.plan import small_plan
from members.services.hours import set_hours
from site_core.models import Kiezplan
from site_core.plan import read_shapes
from site_core.plan_base import plan_base
from site_core.search_index import indexing_later
from site_core.services.plan import keep_plan
from tests.factories.pages import make_business, make_initiative
from tests.factories.plan import make_plan
from tests.factories.trades import make_trade

pytestmark = pytest.mark.django_db
POINT = {"latitude": 52.4769, "longitude": 13.42393}


@pytest.fixture
def plan(site):
    return make_plan()


def page(client, address="/gewerbe/?view=plan"):
    return client.get(address).content.decode()


def dots(html):
    return re.findall(r'<a href="([^"]+)"><title>([^<]*)</title><use href="#dot-([A-Z])" x="([\d.]+)%"', html)


def test_every_entry_with_a_point_is_a_named_link_and_a_line(site, plan, client):
    trade = make_trade()
    make_business(site, "Backstube", trades=[trade], street="Weisestraße", house_number="17", **POINT)
    make_business(site, "Ohne Ort")
    html = page(client)
    assert [dot[:3] for dot in dots(html)] == [("/gewerbe/backstube/", "Backstube, Bäckerei, Weisestraße 17", "A")]
    assert html.count('class="line__title"') == 2
    assert "1 entry has no place" in html or "1 Eintrag" in html


def test_an_open_shop_says_so_in_its_name(site, plan, client):
    shop = make_business(site, "Späti", **POINT)
    set_hours(page=shop, osm="24/7")
    assert dots(page(client))[0][1] in {"Späti, offen", "Späti, geöffnet"}


def test_the_plan_has_no_pages_and_keeps_the_filters(site, plan, client):
    trade, other = make_trade(), make_trade("cafe", "Café")
    for _number in range(30):
        make_business(site, trades=[trade], **POINT)
    make_business(site, "Kaffee", trades=[other], **POINT)
    assert len(dots(page(client))) == 31
    filtered = page(client, "/gewerbe/?view=plan&trade=cafe")
    assert len(dots(filtered)) == 1
    assert 'href="?trade=cafe"' in filtered
    assert "view=plan" in filtered.split('aria-label="Filter', 1)[1].split("</nav>")[0]


def test_a_branch_has_a_letter_a_shape_and_a_colour(site, plan, client):
    make_business(site, "Brot", trades=[make_trade()], **POINT)
    make_business(site, "Frei", **POINT)
    html = page(client)
    assert [dot[2] for dot in dots(html)] == ["A", "B"]
    assert 'href="#group-B"' in html
    assert 'id="group-B"' in html
    marks = re.findall(r'<g id="dot-[AB]".*?</g>', html, re.DOTALL)
    assert '<circle r="9"/>' in marks[0]
    assert '<circle r="9"/>' not in marks[1]


def test_two_at_one_door_stand_side_by_side(site, plan, client):
    make_business(site, "Oben", **POINT)
    make_business(site, "Unten", **POINT)
    places = re.findall(r'x="([\d.]+)%" y="([\d.]+)%"', page(client))
    assert len(set(places)) == 2


def test_who_is_beyond_the_edge_stands_in_the_list_alone(site, plan, client):
    make_business(site, "Weit weg", latitude=48.1, longitude=11.5)
    html = page(client)
    assert dots(html) == []
    assert "Weit weg" in html


def test_initiatives_have_the_same_plan(site, plan, client):
    make_initiative(site, "Lesepaten", **POINT)
    assert [dot[0] for dot in dots(page(client, "/initiativen/?view=plan"))] == ["/initiativen/lesepaten/"]


def test_hidden_entries_are_not_on_the_plan(site, plan, client):
    make_business(site, "Entwurf", live=False, **POINT)
    assert "Entwurf" not in page(client)


def test_without_a_plan_the_list_is_shown_and_no_tab(site, client):
    make_business(site, "Backstube", **POINT)
    html = page(client)
    assert "Backstube" in html
    assert 'href="?view=plan"' not in html


def test_queries_stay_flat_and_few(site, plan, count_queries):
    trade = make_trade()
    make_business(site, trades=[trade], **POINT)
    few = count_queries("/gewerbe/?view=plan")
    for _number in range(20):
        make_business(site, trades=[trade], **POINT)
    assert count_queries("/gewerbe/?view=plan") <= few <= 14


def test_the_small_plan_shows_the_surroundings_of_a_door(site, plan):
    profile = make_business(site, "Backstube", house_number="17", **POINT)
    small = small_plan(profile)
    left, top, width, height = map(int, small.view_box.split())
    assert left <= small.x <= left + width
    assert top <= small.y <= top + height
    assert (small.plate, small.plan_url, small.base.url) == ("17", "/gewerbe/?view=plan", "/kiezplan.svg?v=1")


def test_there_is_no_small_plan_without_a_point_or_beyond_the_edge(site, plan):
    assert small_plan(make_business(site)) is None
    assert small_plan(make_business(site, latitude=48.1, longitude=11.5)) is None


def test_the_small_plan_asks_the_database_once(site, plan, django_assert_num_queries):
    profile = make_business(site, **POINT)
    profile.get_parent()
    with django_assert_num_queries(1):
        plan_base()
    with django_assert_num_queries(0):
        plan_base()


def test_all_businesses_of_the_real_kiez_weigh_little(site, shared, client):
    folder = shared / "data"
    shapes = {name: read_shapes((folder / f"kiezplan/{name}.geojson").read_bytes()) for name in ("streets", "leisure")}
    ring = [replace(each, kind="boundary") for each in read_shapes((folder / "kiezplan/boundary.geojson").read_bytes())]
    keep_plan(plan=Kiezplan.load(), streets=shapes["streets"], areas=shapes["leisure"], boundary=ring)
    with (folder / "businesses/schillerkiez_osm.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    trades = [make_trade(f"gewerk-{number}", f"Gewerk {number}") for number in range(8)]
    with indexing_later(), disable_reference_index_auto_update():
        for number, row in enumerate(rows):
            make_business(
                site,
                row["name"][:80] or f"Laden {number}",
                trades=[trades[number % 8]],
                street=row["street"],
                latitude=float(row["lat"]) if row["lat"] else None,
                longitude=float(row["lon"]) if row["lon"] else None,
            )
    html = page(client)
    drawing = html[html.index('<svg class="plan__dots"') :].partition("</svg>")[0]
    assert len(dots(html)) > 160
    assert html.count('class="line__title"') == len(rows)
    weight = len(gzip.compress(drawing.encode())) + len(gzip.compress(Kiezplan.objects.get().svg.encode()))
    assert weight <= 60_000
