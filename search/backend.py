"""Wagtail's own search backends for SQLite and PostgreSQL, with one way to rank that both share.

Stock SQLite asks bm25 again for every hit, which takes time in the square of the hits; stock PostgreSQL leaves out
weights. Here a query of And, Or and `Boost` is ranked by its weights alone: the sum over its parts, each the weight of
the best alternative that the entry holds. So both databases put the same pages in the same order. A query without
weights has hits in the title before others on SQLite, and PostgreSQL's own order there.

Written against modelsearch 1.3; `tests/search/test_backend.py` notices when it changes below us.
"""

from collections import defaultdict

from django.db import connection
from django.db.models import BooleanField, Case, F, FloatField, Func, Value, When
from wagtail.models import Page
from wagtail.search.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText

from search import vocabulary
from site_core.models import ContentPage

POSTGRESQL = connection.vendor == "postgresql"
if POSTGRESQL:
    from modelsearch.backends.database.postgres import postgres as stock
else:
    from modelsearch.backends.database.sqlite import query as stock_query
    from modelsearch.backends.database.sqlite import sqlite as stock

#: Between alternatives, and between what must stand together.
SIGNS = (" | ", " & ") if POSTGRESQL else (" OR ", " AND ")
QUOTE = "'" if POSTGRESQL else '"'
GREATEST = "GREATEST" if POSTGRESQL else "MAX"
#: What belongs to the entries that hold a condition.
_ENTRIES = stock.IndexEntry._meta.db_table
if POSTGRESQL:
    HOLDING, IN_BODY = (
        f"SELECT entry.object_id::integer FROM {_ENTRIES} entry WHERE body @@ to_tsquery('simple', %s)",
        "",
    )
else:
    _TEXTS = stock.SQLiteFTSIndexEntry._meta.db_table
    HOLDING = (
        f"SELECT object_id FROM {_TEXTS} JOIN {_ENTRIES} entry ON entry.id = {_TEXTS}.rowid WHERE {_TEXTS} MATCH %s"
    )
    IN_BODY = "{body} : "
#: Of a text that somebody typed into a list of the admin.
MOST_WORDS = 30

_Compiler, _Autocompleter, _Index, _Backend = (
    getattr(stock, ("Postgres" if POSTGRESQL else "SQLite") + name)
    for name in ("SearchQueryCompiler", "AutocompleteQueryCompiler", "Index", "SearchBackend")
)


def condition(query) -> str:
    """The query without its weights, as the database's own full-text search reads it: words of letters and digits."""
    if isinstance(query, Boost):
        return condition(query.subquery)
    if isinstance(query, And | Or):
        sign = SIGNS[isinstance(query, And)]
        return f"({sign.join(condition(each) for each in query.subqueries)})"
    return SIGNS[True].join(f"{QUOTE}{word}{QUOTE}" for word in query.query_string.split())


def harmless(query):
    """The same without what the databases stumble over: quotes, null characters, signs alone, very many words; None
    where no word is left."""
    if isinstance(query, PlainText | Phrase):
        words = query.query_string.replace('"', " ").replace("\x00", " ").split()
        words = [word for word in words if any(map(str.isalnum, word))][:MOST_WORDS]
        options = [query.operator] if isinstance(query, PlainText) else []
        return type(query)(" ".join(words), *options) if words else None
    if isinstance(query, And | Or):
        parts = [part for part in map(harmless, query.subqueries) if part]
        return type(query)(parts) if parts else None
    if isinstance(query, Not):
        part = harmless(query.subquery)
        return Not(part) if part else MatchAll()
    return query


def is_weighted(query) -> bool:
    return isinstance(query, Boost) or any(map(is_weighted, getattr(query, "subqueries", ())))


def entries_holding(match, types):
    """On SQLite: what the entries of these types that match belong to."""
    entries = stock.SQLiteFTSIndexEntry.objects.filter(match, index_entry__content_type__in=types)
    return entries.values_list("index_entry__object_id")


class Written(Func):
    """A value or condition about a row, with `{pk}` in its SQL. Made by hand: a tree of Django's expressions for every
    alternative takes longer than the search."""

    def __init__(self, sql, *values, output_field):
        super().__init__(F("pk"), output_field=output_field)
        self.sql, self.values = sql, values

    def as_sql(self, compiler, connection):
        pk, _none = compiler.compile(self.source_expressions[0])
        return self.sql.format(pk=pk), self.values


class Weighted:
    """Ranks a query by its weights."""

    def search(self, config, start, stop, score_field=None, **options):
        if not is_weighted(self.query):
            self.query = harmless(self.query) or Not(MatchAll())
            return self.unweighted(config, start, stop, score_field, **options)
        found = self.queryset.filter(Written(*self.holds(self.query), output_field=BooleanField()))
        score = Written(*self.score(self.query), output_field=FloatField())
        return self.ranked(found, score, start, stop, score_field)

    def unweighted(self, config, start, stop, score_field, **options):
        return super().search(config, start, stop, score_field=score_field, **options)

    def ranked(self, found, score, start, stop, score_field):
        if score_field or self.order_by_relevance:
            found = found.annotate(**{score_field or "_score": score})
        if self.order_by_relevance:
            found = found.order_by(f"-{score_field or '_score'}", "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def score(self, query) -> tuple[str, ...]:
        """SQL for the weight of a row, and its values. Alternatives of one weight are asked for together."""
        if isinstance(query, And):
            return _joined(" + ", [self.score(each) for each in query.subqueries])
        levels, others = defaultdict(list), []
        for each in query.subqueries if isinstance(query, Or) else [query]:
            if isinstance(each, Boost) and not is_weighted(each.subquery):
                levels[each.boost].append(each.subquery)
            elif is_weighted(each):
                (holds, *wanted), (score, *values) = self.holds(each), self.score(each)
                others.append((f"CASE WHEN {holds} THEN {score} ELSE 0.0 END", *wanted, *values))
        best = [(weight, self.holds(Or(levels[weight]))) for weight in sorted(levels, reverse=True)]
        whens = [(f"WHEN {holds} THEN {float(weight)}", *wanted) for weight, (holds, *wanted) in best]
        highest = _joined(" ", [("CASE",), *whens, ("ELSE 0.0 END",)]) if whens else ("0.0",)
        return _joined(", ", [highest, *others], GREATEST) if others else highest

    def holds(self, query) -> tuple[str, str]:
        """SQL for whether the entry of a row holds the condition, and what it is to hold."""
        types = ", ".join(map(str, stock.get_descendants_content_types_pks(self.queryset.model)))
        return f"{{pk}} IN ({HOLDING} AND entry.content_type_id IN ({types}))", IN_BODY + condition(query)


def _joined(sign, parts, function="") -> tuple[str, ...]:
    return f"{function}({sign.join(sql for sql, *_values in parts)})", *(
        value for _sql, *values in parts for value in values
    )


class TitleFirst(Weighted):
    """On SQLite hits in the title come first, and each is looked up once."""

    def unweighted(self, config, start, stop, score_field, **options):
        query = stock_query.normalize(self.query)
        if not isinstance(query, stock.PlainText | stock.Phrase | And | Or):
            return super().unweighted(config, start, stop, score_field, **options)
        types = stock.get_descendants_content_types_pks(self.queryset.model)
        anywhere, in_title = (
            entries_holding(stock_query.MatchExpression(columns, self.build_search_query(query, config=config)), types)
            for columns in (self.fields or self.FTS_TABLE_FIELDS, self.FTS_TABLE_FIELDS[:1])
        )
        score = Case(When(pk__in=in_title, then=Value(2.0)), default=Value(1.0), output_field=FloatField())
        return self.ranked(self.queryset.filter(pk__in=anywhere), score, start, stop, score_field)


class SearchQueryCompiler(Weighted if POSTGRESQL else TitleFirst, _Compiler):
    pass


class AutocompleteQueryCompiler(Weighted if POSTGRESQL else TitleFirst, _Autocompleter):
    pass


class Index(_Index):
    """Keeps the vocabulary too. Nothing here ranks by the length of titles, which stock works out over the whole
    index after every save."""

    def add_items(self, model, objs):
        super().add_items(model, objs)
        if issubclass(model, ContentPage):
            vocabulary.note(objs)

    def _refresh_title_norms(self, full=False):
        if full:
            super()._refresh_title_norms(full=True)


class SearchBackend(_Backend):
    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = Index


def stored_terms(ids) -> dict[int, frozenset[str]]:
    """The search terms of these pages as the index has them, by page."""
    pages = stock.get_descendants_content_types_pks(Page)
    entries = stock.IndexEntry.objects.filter(content_type__in=pages, object_id__in=[str(pk) for pk in ids])
    rows = entries.values_list("object_id", "body_text" if POSTGRESQL else "body")
    return {int(object_id): frozenset(text.split()) for object_id, text in rows}
