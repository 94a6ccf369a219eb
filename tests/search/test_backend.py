"""Search on both databases: the same pages in the same order, without work that grows with the hits."""

import inspect
import json
from importlib import import_module
from importlib.metadata import version
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from modelsearch.backends.elasticsearchbase import ElasticsearchBaseMapping, ElasticsearchBaseSearchQueryCompiler
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText

from members.models import BusinessPage
from search import backend, dictionary, query, reading, vocabulary
from search.backend import harmless, stored_terms
from site_core.models import KiezImage
from site_core.search_index import indexing_later
from tests.factories.pages import make_business, make_news, make_topic
from tests.factories.people import make_editor
from tests.factories.pictures import make_image
from tests.factories.trades import make_trade

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]

POSTGRESQL = connection.vendor == "postgresql"
INDEX = "search_indexentry_title_body"
ODD = [
    '"', 'a"b', '"a', "'", "o'neil", "*", "hon*", "%", "%s", "100 %", "AND", "OR", "NOT", "a AND (", "NEAR(a b)",
    "\x00", "hon\x00ig", " ", "-", "--", "a-b", "\\", "a\\", ":*", "a:b", "&", "|", "!", "!a", "<->", "a <-> b", "^",
    "{", "💐", "x" * 5000, "honig " * 2000, "der", "_", "ß", "live:true", "\u202e", "(", ")",
]  # fmt: skip


@pytest.fixture
def shelf(site):
    """Seven businesses and one article about honey."""
    bakery, cafe = make_trade(), make_trade("cafe", "Café")
    sweet = make_topic("Süßes")
    with indexing_later():
        make_business(site, "Honigladen", trades=[bakery], claim="Honig vom Dach.", street="Weisestraße")
        make_business(site, "Brot & Honig", trades=[bakery, cafe], topics=[sweet], street="Honigweg")
        make_business(site, "Café Wald", trades=[cafe], claim="Kuchen mit Honig.", topics=[sweet])
        make_business(site, "Waldhonig", claim="Aus dem Wald.")
        make_business(site, "Wald", claim="Brot.", street="Weisestraße")
        make_business(site, "Leer")
        make_business(site, "The Corner of the Kiez", claim="Where the people are.")
        make_news(site, "Honig geerntet", lead="Im Wald und auf dem Dach.")


def titles(found) -> list[str]:
    return [page.title for page in found]


def boosted(term, weight):
    return Boost(PlainText(term), weight)


def weigh(tree, terms) -> float:
    """What an entry with these terms weighs: all parts of And, the best of Or; 0 where it is no hit."""
    if isinstance(tree, Boost):
        return tree.boost if weigh(tree.subquery, terms) else 0
    if isinstance(tree, And | Or):
        parts = [weigh(each, terms) for each in tree.subqueries]
        return (sum(parts) if all(parts) else 0) if isinstance(tree, And) else max(parts)
    return float(terms.issuperset(tree.query_string.split()))


TREES = [
    boosted("honig", 3),
    Or([boosted("n0honig", 15), boosted("honig", 2)]),
    And([Or([boosted("t0baeckerei", 16), boosted("t0cafe", 16), boosted("brot", 2)]), boosted("honig", 1.5)]),
    Or([boosted("n0wald", 15), And([boosted("wald", 1), Or([boosted("honig", 2), boosted("p0susses", 8)])])]),
    And([Or([And([boosted("wald", 2), boosted("honig", 4)]), boosted("s0weisestrass", 4)])]),
    Or([Boost(And([PlainText("t0cafe"), PlainText("n0honig")]), 20), boosted("t0cafe", 16)]),
    Or([Boost(Or([PlainText("brot"), PlainText("wald honig")]), 5), boosted("honig", 1)]),
    And([boosted("honig", 1), boosted("xylofant", 9)]),
    Or([boosted(f"wort{number}", 2) for number in range(400)] + [boosted("wald", 1)]),
]


# --- weighted --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES, ids=range(len(TREES)))
def test_a_weighted_query_ranks_by_its_weights_alone(shelf, tree):
    every = list(Page.objects.values_list("pk", flat=True))
    expected = {pk: weigh(tree, terms) for pk, terms in stored_terms(every).items()}

    found = {page.pk: page.score for page in Page.objects.search(tree).annotate_score("score")}

    assert found == {pk: weight for pk, weight in expected.items() if weight}
    order = [found[page.pk] for page in Page.objects.search(tree)]
    assert order == sorted(order, reverse=True)


def test_titles_as_written_are_no_terms_of_a_weighted_query(shelf):
    assert titles(Page.objects.search(boosted("corn", 1))) == ["The Corner of the Kiez"]
    assert titles(Page.objects.search(boosted("the", 1))) == []


def test_hits_of_one_weight_keep_one_order(shelf):
    tree = boosted("honig", 2)
    assert titles(Page.objects.search(tree)) == titles(Page.objects.search(tree).get_queryset().order_by("-pk"))
    unranked = Page.objects.search(tree, order_by_relevance=False)
    assert titles(unranked) == titles(unranked.get_queryset().order_by("path"))


@pytest.mark.parametrize("text", ["Honig", "Brot Honig", "Wald Weisestraße", "Café", "was Süßes", "Waldhonig", "Hon"])
def test_what_staff_read_about_a_hit_is_what_the_database_reckoned(shelf, text):
    answer = query.answer(text)
    assert answer.pages
    rows = {page.pk: page._score for page in answer.pages}
    terms = stored_terms(rows)
    reckoned = {pk: sum(g.best(terms[pk]).found_in(terms[pk]) for g in answer.question.groups) for pk in rows}
    assert rows == pytest.approx(reckoned)


def test_weighted_hits_are_cut_counted_and_grouped(shelf):
    tree = Or([boosted("n0honig", 15), boosted("honig", 2)])
    found = Page.objects.search(tree)
    assert len(found) == found.count() == 4
    assert titles(found[1:3]) == titles(found)[1:3]
    assert found[0].title == titles(found)[0]
    by_type = found.facet("content_type_id")
    assert sorted(by_type.values()) == [1, 3]


def test_a_weighted_query_looks_only_into_the_models_it_is_asked_for(shelf):
    assert "Honig geerntet" not in titles(BusinessPage.objects.search(boosted("honig", 1)))


def test_the_same_conditions_are_asked_for_however_many_hits(shelf, site):
    tree = And([Or([boosted("n0honig", 15), boosted("honig", 2)]), boosted("wald", 1)])

    def sql():
        with CaptureQueriesContext(connection) as captured:
            list(Page.objects.search(tree))
        assert len(captured) == 1
        return captured[0]["sql"]

    few = sql()
    with indexing_later():
        for number in range(20):
            make_business(site, f"Honigwald {number}", claim="Honig aus dem Wald.")
    assert sql() == few
    assert "bm25" not in few
    assert "ts_rank" not in few
    assert few.upper().count("@@" if POSTGRESQL else " MATCH ") <= 8
    plan = str(Page.objects.search(tree).get_queryset().explain())
    assert "CORRELATED" not in plan


# --- without weights: lists of the admin -----------------------------------------------------------------------


def stock_backend():
    parts = {
        "query_compiler_class": backend._Compiler,
        "autocomplete_query_compiler_class": backend._Autocompleter,
    }
    return type("Stock", (backend._Backend,), parts)({"SEARCH_CONFIG": "simple"})


@pytest.mark.parametrize(
    "asked",
    [
        "Honig", "honig wald", "wald", Phrase("Brot Honig"), Phrase("Honig geerntet"), Not(PlainText("honig")),
        PlainText("brot wald", operator="or"), MatchAll(), Not(MatchAll()), Or([PlainText("brot"), PlainText("leer")]),
        And([PlainText("honig"), Not(PlainText("brot"))]), And([PlainText("honig"), PlainText("wald")]), "the", "xylo",
    ],
    ids=repr,
)  # fmt: skip
def test_an_unweighted_search_finds_what_stock_finds(shelf, asked):
    ours, theirs = (
        asking.search(asked, Page.objects.all(), order_by_relevance=relevance)
        for asking, relevance in ((get_search_backend(), True), (stock_backend(), False))
    )
    assert sorted(titles(ours)) == sorted(titles(theirs))


@pytest.mark.parametrize("begun", ["Hon", "wal", "the co", "x"])
def test_what_is_begun_is_carried_on_as_stock_does(shelf, begun):
    ours, theirs = (
        asking.autocomplete(begun, Page.objects.all(), order_by_relevance=False)
        for asking in (get_search_backend(), stock_backend())
    )
    assert titles(ours) == titles(theirs)


def test_hits_in_the_title_come_first(shelf):
    found = titles(Page.objects.search("honig"))
    assert (set(found[:2]), set(found[2:])) == ({"Brot & Honig", "Honig geerntet"}, {"Café Wald", "Honigladen"})


def test_unweighted_hits_are_scored_and_counted(shelf):
    found = Page.objects.search("honig").annotate_score("score")
    assert found.count() == len(list(found)) >= 4
    scores = [page.score for page in found]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_an_unweighted_search_never_asks_again_for_each_hit(shelf):
    with CaptureQueriesContext(connection) as captured:
        list(Page.objects.search("honig"))
    assert "bm25" not in captured[0]["sql"]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_text_is_answered_in_every_way_of_asking(shelf, text):
    for pages in (Page.objects, KiezImage.objects):
        list(pages.search(text))
        list(pages.search(Phrase(text)))
        list(pages.search(Not(PlainText(text))))
        list(pages.search(And([PlainText(text), Or([PlainText("honig"), Phrase(text)])])))
    list(Page.objects.autocomplete(text))


def test_harmless_texts_stay_as_they_are():
    tree = And([PlainText("honig brot", operator="or"), Not(Phrase("wald & wiese"))])
    assert repr(harmless(tree)) == repr(And([PlainText("honig brot", operator="or"), Not(Phrase("wald wiese"))]))
    assert harmless(PlainText('" *')) is None
    assert isinstance(harmless(Not(PlainText("*"))), MatchAll)
    assert isinstance(harmless(MatchAll()), MatchAll)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_editor_may_type_anything_into_the_lists(shelf, client, text):
    make_image()
    client.force_login(make_editor())
    for screen in ("wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index"):
        assert client.get(reverse(screen), {"q": text}).status_code == 200, screen


def test_an_editor_finds_a_page_by_its_title(shelf, client):
    client.force_login(make_editor())
    assert "Honig geerntet" in client.get(reverse("wagtailadmin_pages:search"), {"q": "geerntet"}).content.decode()


# --- the index -------------------------------------------------------------------------------------------------


def test_saving_a_page_does_not_read_the_whole_index(shelf):
    page = BusinessPage.objects.first()
    page.claim = "Neu."
    with CaptureQueriesContext(connection) as captured:
        page.save_revision().publish()
    asked = [row["sql"] for row in captured]
    assert any("wagtailsearch_indexentry" in sql for sql in asked)
    assert not [sql for sql in asked if "AVG(" in sql or 'SET "title_norm"' in sql]


def test_english_words_in_a_name_are_searched_for(shelf):
    assert titles(Page.objects.search("the")) == ["The Corner of the Kiez"]
    assert titles(Page.objects.search("of the corner")) == ["The Corner of the Kiez"]


def test_the_index_can_be_built_anew_twice(shelf):
    ours = Page.objects.filter(depth__gt=1).values_list("pk", flat=True)
    before = stored_terms(ours)
    for _time in range(2):
        call_command("update_index", verbosity=0)
        assert stored_terms(ours) == before
        assert len(titles(Page.objects.search(boosted("honig", 1)))) == 4


def _has_index() -> bool:
    with connection.cursor() as cursor:
        return INDEX in connection.introspection.get_constraints(cursor, "wagtailsearch_indexentry")


def test_postgresql_has_an_index_for_title_and_body_which_the_migration_takes_back():
    migration = import_module("search.migrations.0002_expression_index")
    assert _has_index() is POSTGRESQL
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        migration.drop(apps, editor)
        assert not _has_index()
        migration.make(apps, editor)
    assert _has_index() is POSTGRESQL


def _plan_of(pages, column) -> str:
    """How the pages are found; on PostgreSQL, which reads so few pages otherwise, how the condition alone is."""
    if not POSTGRESQL:
        return str(pages.get_queryset().explain())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            f"EXPLAIN SELECT object_id FROM wagtailsearch_indexentry WHERE {column} @@ to_tsquery('simple', 'honig')"
        )
        return str(cursor.fetchall())


def test_an_unweighted_search_uses_a_full_text_index(shelf):
    plan = _plan_of(Page.objects.search("honig"), "(title || body)")
    assert (INDEX if POSTGRESQL else "VIRTUAL TABLE INDEX") in plan


def test_a_weighted_search_uses_a_full_text_index(shelf):
    plan = _plan_of(Page.objects.search(boosted("honig", 1)), "body")
    assert ("Bitmap Index Scan" if POSTGRESQL else "VIRTUAL TABLE INDEX") in plan


# --- what we stand on ------------------------------------------------------------------------------------------


def test_modelsearch_is_the_one_this_was_written_against():
    """Another one: read what changed in `search` and `add_items` of both backends, then write its number here."""
    assert version("modelsearch") == "1.3.2"


def test_the_parts_of_modelsearch_we_change_are_there():
    expected = ["self", "config", "start", "stop", "score_field", *(["backend"] if POSTGRESQL else [])]
    for compiler in (backend._Compiler, backend._Autocompleter):
        assert list(inspect.signature(compiler.search).parameters) == expected
    assert list(inspect.signature(backend._Index.add_items).parameters) == ["self", "model", "objs"]
    assert backend._Backend.query_compiler_class is backend._Compiler
    assert backend._Backend.index_class is backend._Index
    assert POSTGRESQL or list(inspect.signature(backend._Index._refresh_title_norms).parameters) == ["self", "full"]


def test_stock_still_has_the_faults_that_we_mend(shelf):
    """When this fails, part of our backend can go."""
    with CaptureQueriesContext(connection) as captured:
        list(stock_backend().search("honig", Page.objects.all()))
    assert ("ts_rank" if POSTGRESQL else "bm25") in captured[0]["sql"]


def test_a_search_server_can_answer_the_same_tree(shelf):
    """The tree of a question compiles to the query language of OpenSearch and Elasticsearch, weights and all."""

    class Compiler(ElasticsearchBaseSearchQueryCompiler):
        mapping_class = ElasticsearchBaseMapping

    question = reading.read("Honig Wald", dictionary.current(), vocabulary.current())
    compiled = Compiler(Page.objects.all(), question.query).get_query()
    text = json.dumps(compiled)
    assert "n0honig" in text
    assert text.count('"boost"') > 2


def test_pages_come_from_a_search_server_too(shelf, monkeypatch):
    """Other backends answer with objects, best first, not with a queryset."""
    best = list(Page.objects.filter(title__in=["Honigladen", "Honig geerntet"]))
    monkeypatch.setattr(type(Page.objects.all()), "search", lambda self, tree, **options: best)
    assert sorted(titles(query.answer("Honig").pages)) == ["Honig geerntet", "Honigladen"]
