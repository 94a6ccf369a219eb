"""The drawn street: which houses stand where, what the signs say, what a screen reader hears, what it weighs."""

import gzip
import re
from zlib import crc32

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from members.services.hours import set_hours
from members.street import MOST_DOORS, Door, street_of
from members.street.houses import HOUSE, TREE
from members.street.reading import doors_in
from members.street.signs import BOARD, sign_of, width_of
from members.street.walls import wall_for
from tests.factories.pages import make_business, make_initiative
from tests.factories.trades import make_trade

TRADES = [("baeckerei", "bakery"), ("friseur", "beauty"), ("anwalt", "workshop"), ("spaeti", "kiosk"), ("cafe", "cafe")]


def door(number, title="", *, pk=0, **fields):
    pk = pk or crc32(f"{number} {title}".encode())
    return Door(pk, title or f"Laden {number}", f"/gewerbe/laden-{pk}/", str(number), "Weisestraße", **fields)


def doors(count):
    """Shops of several trades, every other house, half of them open."""
    return [
        door(2 * number + 1, pk=number + 1, trades="Bäckerei", trade_slug=slug, colour=colour, is_open=number % 2 == 0)
        for number in range(count)
        for slug, colour in [TRADES[number % len(TRADES)]]
    ]


def street(*along, **wishes):
    return street_of("weisestrasse", "Weisestraße", list(along), **wishes)


def drawn(shown, **around):
    context = {"street": shown, "language": "de", "directory": "/gewerbe/", **around}
    return render_to_string("components/street.html", context)


def numbers(shown):
    return [house.number for house in shown.houses]


def test_houses_stand_by_number_and_not_by_letters():
    shown = street(door("12"), door("3 a"), door("3"), door("101"), door("20-22"))
    assert numbers(shown) == ["3", "3a", "12", "20-22", "101"]


def test_houses_without_a_number_stand_at_the_end_and_have_no_plate():
    shown = street(door("", "Zwischenraum"), door("Hof", "Atelier"), door("7"))
    assert [each.title for each in shown.doors] == ["Laden 7", "Atelier", "Zwischenraum"]
    assert numbers(shown) == ["7", "", ""]
    assert drawn(shown).count("house__plate") == 1


def test_shops_under_one_number_share_a_house():
    shown = street(door("5", "Bäcker"), door("5", "Arzt"), door(" 5", "Café"), door("6", "Kiosk"))
    assert [len(house.fronts) for house in shown.houses] == [3, 1]
    assert shown.houses[0].wall.width == 3 * shown.houses[1].wall.width


def test_more_shops_than_a_house_holds_stand_next_door_under_the_same_number():
    shown = street(*(door("5", f"Laden {number}") for number in range(7)))
    assert [len(house.fronts) for house in shown.houses] == [3, 3, 1]
    assert numbers(shown) == ["5", "5", "5"]


@pytest.mark.parametrize("count", [1, 2, 12, 40])
def test_neighbouring_houses_are_never_alike(count):
    shown = street(*doors(count))
    walls = [wall for house in shown.houses for wall in [*in_sight(house.before), house.wall, *in_sight(house.after)]]
    pairs = list(zip(walls, walls[1:], strict=False))
    assert [pair for pair in pairs if pair[0].colour == pair[1].colour] == []
    assert [pair for pair in pairs if (pair[0].shape, pair[0].storeys) == (pair[1].shape, pair[1].storeys)] == []


def in_sight(extras):
    return [extra.wall for extra in extras if extra.kind == HOUSE]


def test_a_house_looks_the_same_every_day():
    assert street(*doors(12)) == street(*reversed(doors(12)))
    assert wall_for(7) == wall_for(7)
    assert wall_for(7) != wall_for(8)


def test_a_street_with_one_shop_gets_neighbours_and_trees():
    (house,) = street(door("8")).houses
    assert in_sight(house.before) == [], "on a phone the shop is what one sees first"
    assert len(in_sight(house.after)) == 5
    assert TREE in {extra.kind for extra in (*house.before, *house.after)}
    assert drawn(street(door("8"))).count("<a class=") == 1


def test_a_full_street_needs_no_plain_houses():
    assert all(not in_sight((*house.before, *house.after)) for house in street(*doors(12)).houses)


def test_forty_doors_are_drawn_at_most_and_every_stretch_has_its_turn():
    long = doors(95)
    stretches = [street(*long, turn=turn) for turn in range(3)]
    assert [len(shown.doors) for shown in stretches] == [MOST_DOORS, MOST_DOORS, 15]
    assert [each.pk for shown in stretches for each in shown.doors] == [each.pk for each in long]
    assert {shown.total for shown in stretches} == {95}
    assert street(*long, turn=3) == stretches[0]


def test_a_street_not_drawn_whole_leads_to_the_list_of_all():
    assert 'href="/gewerbe/?street=weisestrasse"' in drawn(street(*doors(41)))
    assert "?street=weisestrasse" not in drawn(street(*doors(40)))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"trade_slug": "baeckerei"}, "shop"),
        ({"trade_slug": "anwalt"}, "office"),
        ({"trade_slug": "kinderarzt"}, "office"),
        ({"trade_slug": "gemeinschaftsgarten"}, "garden"),
        ({"trade_slug": "gemeinschaftsgarten", "is_initiative": True}, "garden"),
        ({"is_initiative": True}, "hall"),
        ({}, "shop"),
    ],
)
def test_what_a_place_is_shows_in_its_ground_floor(fields, kind):
    (house,) = street(door("4", **fields)).houses
    assert house.fronts[0].kind == kind
    assert (house.wall is None) == (kind == "garden")


def test_a_garden_never_stands_inside_a_house():
    shown = street(door("4", "Garten", trade_slug="gemeinschaftsgarten"), door("4", "Bäcker"))
    assert [len(house.fronts) for house in shown.houses] == [1, 1]


def test_a_link_says_name_trade_address_and_whether_it_is_open():
    lit = door("3", "Backstube Sonnenkorn", trades="Bäckerei", is_open=True, status="offen bis 19 Uhr")
    dark = door("5", "Radhaus", trades="Fahrradwerkstatt")
    heard = [" ".join(name.split()) for name in links(drawn(street(lit, dark)))]
    assert heard == [
        "Backstube Sonnenkorn, Bäckerei, Weisestraße 3, offen bis 19 Uhr",
        "Radhaus, Fahrradwerkstatt, Weisestraße 5",
    ]


def links(page):
    houses = page.split("</ol>")[0]
    return [re.sub(r"<[^>]+>", "", text) for text in re.findall(r"visually-hidden\">(.*?)</a>", houses, re.S)]


def test_a_name_in_another_language_is_marked():
    page = drawn(street(door("3", "مخبز الشمس", language="ar")))
    assert '<span lang="ar">مخبز الشمس</span>' in page


def test_light_is_on_where_it_is_open_and_the_words_say_so():
    page = drawn(street(door("3", is_open=True), door("5")))
    assert page.count("door--open") == 1
    assert page.count("<a class=") == 2


def test_the_houses_can_be_scrolled_by_keyboard_and_stand_again_as_a_list():
    page = drawn(street(*doors(3)))
    assert re.search(r'class="street__view" tabindex="0" role="region" aria-label="[^"]*Weisestraße', page)
    assert page.count('href="/gewerbe/laden-1/"') == 2
    assert "<details" in page


def test_in_arabic_the_signs_keep_their_own_direction():
    with translation.override("ar"):
        page = drawn(street(door("3", "Bakkal Güneşli"), door("5", "مخبز الشمس")))
    assert page.count('class="facade__sign" direction="ltr"') == 2


@pytest.mark.parametrize(
    "name",
    [
        "Lesezimmer",
        "Schuh & Schlüssel Demirbağ",
        "Änderungsschneiderei und Textilreinigung am Herrfurthplatz",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "WWW WWW WWW WWW WWW WWW WWW WWW WWW WWW",
        "Güneşli Bakkal ve Tekel Büfesi Işık Kardeşler Limited Şirketi",
        "مخبز الشمس للمعجنات والحلويات الشرقية في شارع هيرفورت",
        "理髪店" * 12,
        "x",
        "",
    ],
)
def test_a_name_never_leaves_its_sign(name):
    sign = sign_of(name)
    assert 1 <= len(sign.lines) <= 2
    assert max(width_of(line.text) for line in sign.lines) * sign.size <= BOARD
    assert sign.size >= 19


def test_a_long_name_is_broken_in_two_before_it_is_cut():
    assert [line.text for line in sign_of("Schuh & Schlüssel Demirbağ").lines] == ["Schuh & Schlüssel", "Demirbağ"]
    assert [line.text for line in sign_of("Lesezimmer").lines] == ["Lesezimmer"]
    assert sign_of("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk").lines[0].text.endswith("…")


def test_twelve_houses_weigh_little():
    shown = street(*doors(12))
    assert len(shown.houses) == 12
    assert len(gzip.compress(drawn(shown).encode())) < 15 * 1024


def test_a_drawing_holds_no_style_of_its_own():
    page = drawn(street(*doors(12), door("99", trade_slug="gemeinschaftsgarten")))
    assert " style=" not in page
    assert "<script" not in page


@pytest.mark.django_db
def test_businesses_and_initiatives_of_the_street_are_read_in_one_query(site, django_assert_num_queries, at):
    moment = at("2026-11-24 10:00")
    bakery = make_business(
        site, "Backstube", street="Weisestr.", house_number="3", trades=[make_trade(colour="bakery")]
    )
    set_hours(page=bakery, osm="Mo-Fr 07:00-19:00")
    make_business(site, "Laden ohne Zeiten", street="Weisestraße", house_number="5")
    make_initiative(site, "Kiezverein", street="Weisestraße", house_number="9")
    make_business(site, "Anderswo", street="Okerstraße", house_number="1")
    make_business(site, "Entwurf", street="Weisestraße", house_number="7", live=False)

    doors_in("weisestrasse", moment=moment)
    with django_assert_num_queries(1):
        found = {each.title: each for each in doors_in("weisestrasse", moment=moment)}

    assert set(found) == {"Backstube", "Laden ohne Zeiten", "Kiezverein"}
    assert (found["Backstube"].trades, found["Backstube"].colour) == ("Bäckerei", "bakery")
    assert found["Backstube"].url == bakery.url
    assert (found["Backstube"].is_open, found["Backstube"].status) == (True, "offen bis 19 Uhr")
    assert (found["Laden ohne Zeiten"].is_open, found["Laden ohne Zeiten"].status) == (False, "")
    assert found["Kiezverein"].is_initiative


@pytest.mark.django_db
def test_a_trade_is_named_in_the_readers_language(site, at):
    moment = at("2026-11-24 10:00")
    make_business(site, "Backstube", street="Weisestraße", trades=[make_trade(name_tr="Fırın")])
    with translation.override("tr"):
        assert doors_in("weisestrasse", moment=moment)[0].trades == "Fırın"
