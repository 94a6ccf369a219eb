"""Each filter of the search on real pages, and what is counted beside it."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from members.models import Closure
from members.services.hours import set_hours
from search.filters import SearchFilters, content_types, facets, filtered, street_exists
from site_core.querysets import visible
from tests.factories.pages import make_business, make_initiative, make_news, make_topic
from tests.factories.trades import make_language, make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


def everything():
    return visible(Page.objects.filter(content_type__in=content_types()))


def found(moment=None, **chosen) -> list[str]:
    pages = filtered(everything(), SearchFilters(**chosen), moment=moment)
    return sorted(pages.values_list("title", flat=True))


def counts(choices) -> dict[str, int]:
    return {choice.slug: choice.count for choice in choices}


@pytest.fixture
def street(site):
    """Two shops, a society and an article."""
    bakery, cafe, vegan, turkish = make_trade(), make_trade("cafe", "Café"), make_topic("vegan"), make_language()
    make_business(
        site,
        "Ofen",
        trades=[bakery, cafe],
        topics=[vegan],
        languages=[turkish],
        street="Weisestr.",
        accessibility="yes",
    )
    make_business(site, "Tasse", trades=[cafe], street="Okerstraße", accessibility="limited")
    make_initiative(site, "Verein", street="Weisestraße", topics=[vegan])
    make_news(site, "Meldung", topics=[vegan])


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ({"kind": "business"}, ["Ofen", "Tasse"]),
        ({"kind": "news"}, ["Meldung"]),
        ({"kind": "page"}, ["Aktionen", "Aktuelles", "Gewerbe", "Initiativen"]),
        ({"trade": "baeckerei"}, ["Ofen"]),
        ({"trade": "lebensmittel"}, ["Ofen", "Tasse"]),
        ({"topic": "vegan"}, ["Meldung", "Ofen", "Verein"]),
        ({"street": "weisestrasse"}, ["Ofen", "Verein"]),
        ({"language": "tr"}, ["Ofen"]),
        ({"access": "yes"}, ["Ofen"]),
        ({"kind": "initiative", "topic": "vegan", "street": "weisestrasse"}, ["Verein"]),
        ({"trade": "unbekannt"}, []),
        ({"open": "now"}, []),
    ],
)
def test_each_filter_leaves_what_fits(street, chosen, titles):
    assert found(**chosen) == titles


def opens(site, title, osm, **hours):
    set_hours(page=make_business(site, title), osm=osm, **hours)


def test_open_now_goes_on_behind_midnight(site, at):
    moment = at("2026-11-27 23:00")
    opens(site, "Bar", "Fr 20:00-02:00")
    for time, titles in (("2026-11-28 01:59", ["Bar"]), ("2026-11-28 02:00", []), ("2026-11-27 19:59", [])):
        assert found(at(time), open="now") == titles, time
    assert found(moment, open="now") == ["Bar"]


def test_a_day_is_its_own_and_not_the_night_before(site, at):
    moment = at("2026-11-23 10:00")
    opens(site, "Bar", "Sa 20:00-02:00")
    opens(site, "Bäckerei", "Su 07:00-12:00")
    assert found(moment, day="6") == ["Bar"]
    assert found(moment, day="7") == ["Bäckerei"]
    assert found(moment, day="1") == []


def test_from_an_hour_on(site, at):
    moment = at("2026-11-23 10:00")
    opens(site, "Bar", "Mo-Su 20:00-02:00")
    opens(site, "Laden", "Mo-Fr 09:00-20:00")
    opens(site, "Markt", "Mo 09:00-22:00; Tu 09:00-18:00")
    assert found(moment, after="20:00") == ["Bar", "Markt"]
    assert found(moment, after="19:30") == ["Bar", "Laden", "Markt"]
    assert found(moment, after="20:00", day="2") == ["Bar"]
    assert found(moment, after="01:00") == ["Bar"]
    assert found(moment, after="01:00", day="7") == ["Bar"]


def test_late_in_the_evening_after_eight_is_from_now_on_but_a_day_is_the_whole_day(site, at):
    opens(site, "Bar", "Mo 20:00-02:00")
    opens(site, "Markt", "Mo 09:00-22:00")
    moment = at("2026-11-23 23:30")
    assert found(moment, after="20:00") == ["Bar"]
    assert found(moment, day="1") == ["Bar", "Markt"]
    assert found(at("2026-11-24 01:00"), after="01:30") == ["Bar"]


def test_on_the_days_the_clocks_change_hours_are_those_on_the_door(site, at):
    for day in ("2026-10-25", "2027-03-28"):
        moment = at(f"{day} 00:30")
        opens(site, f"Früh {day}", "Su 06:00-08:00")
        assert found(moment, day="7", after="07:30") == [f"Früh {day}"]
        assert found(moment, day="7", after="08:00") == []
        assert found(at(f"{day} 07:59"), open="now") == [f"Früh {day}"]
        assert found(at(f"{day} 08:00"), open="now") == []


def test_a_closure_counts(site, at):
    moment = at("2026-11-23 10:00")
    holidays = Closure(first_day=date(2026, 11, 23), last_day=date(2026, 11, 29), reason="Urlaub")
    opens(site, "Zu", "24/7", closures=[holidays])
    opens(site, "Auf", "24/7")
    assert found(moment, open="now") == found(moment, day="7") == found(moment, after="20:00") == ["Auf"]


# --- counted ---------------------------------------------------------------------------------------------------


def test_each_facet_is_counted_as_if_it_were_not_filtered_itself(street):
    counted = facets(everything(), SearchFilters(topic="vegan", street="weisestrasse"))
    assert counts(counted.kind) == {"business": 1, "initiative": 1}
    assert counts(counted.topic) == {"vegan": 2}
    assert counts(counted.street) == {"weisestrasse": 2}
    assert counted.total == 2
    other = facets(everything(), SearchFilters(trade="baeckerei"))
    assert counts(other.trade) == {"lebensmittel": 2}
    assert counts(other.trade[0].children) == {"baeckerei": 1, "cafe": 2}
    assert [child.chosen for child in other.trade[0].children] == [True, False]
    assert counts(other.street) == {"weisestrasse": 1}


def test_lists_and_the_joining_page_count_as_pages(street):
    kinds = counts(facets(everything(), SearchFilters(kind="news")).kind)
    assert kinds == {"business": 2, "initiative": 1, "news": 1, "page": 4}


def test_open_now_is_counted_before_it_is_chosen(site, at):
    moment = at("2026-11-23 10:00")
    opens(site, "Auf", "24/7")
    opens(site, "Zu", "Su 10:00-12:00")
    counted = facets(everything(), SearchFilters(kind="business"), moment=moment)
    assert (counted.open_now, counted.total) == (1, 2)


def test_all_facets_are_one_query_however_many_pages(street, site, django_assert_num_queries):
    ContentType.objects.clear_cache()
    content_types()
    chosen = SearchFilters(trade="lebensmittel", day="7", after="20:00", language="tr")
    for _round in range(2):
        with django_assert_num_queries(1):
            facets(everything(), chosen)
        for _number in range(5):
            make_business(site, street="Weisestraße")


def test_a_street_exists_where_a_public_door_is(street, site):
    make_business(site, "Geheim", street="Kienitzer Straße", live=False)
    assert street_exists("weisestrasse")
    assert not street_exists("kienitzer-strasse")
    assert not street_exists("nirgends")


def test_choices_come_before_what_was_said():
    chosen, said = SearchFilters(street="weisestrasse"), SearchFilters(street="okerstrasse", day="7")
    assert chosen.merged(said) == SearchFilters(street="weisestrasse", day="7")
    assert chosen.merged(said).active == {"street": "weisestrasse", "day": "7"}
    assert chosen.merged(said).without("street") == SearchFilters(day="7")
    assert SearchFilters().active == {}
