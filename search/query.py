"""From what somebody typed to public pages: any input is answered, never with an error."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Case, FloatField, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search.query import Or

from members.models import Trade
from search import dictionary, reading, vocabulary
from search.asking import Understood, understand
from search.backend import stored_terms
from search.choices import Choice, Question
from search.filters import PROFILE_TYPES, SearchFilters, content_types, filtered, street_exists
from site_core.querysets import visible
from site_core.registry import Result, registry
from site_core.text.analysis import stem
from site_core.text.excerpt import excerpt
from site_core.text.tokens import TRADE, concept

MOST_SIMILAR = 6
MOST_FROM_A_SERVER = 200


@dataclass(frozen=True)
class Answer:
    """`pages` fit the words and every filter, best first; `matching` fit the words, in no order, for counting."""

    pages: QuerySet
    matching: QuerySet
    understood: Understood
    filters: SearchFilters
    moment: datetime
    question: Question = field(default_factory=Question)

    @property
    def corrected(self) -> str:
        """What was searched where that is not what was typed, or nothing."""
        return self.question.corrected


def answer(text: str, filters=None, *, exact=False, moment=None) -> Answer:
    """Public pages that hold every word of `text`; every public page where only filters are asked for.

    Input of stop words or signs alone, and words nobody here knows, find nothing rather than anything.
    """
    understood = understand(text, streets=street_exists)
    wanted = (filters or SearchFilters()).merged(understood.filters)
    moment = moment or timezone.now()
    question = Question()
    if understood.words.strip():
        question = reading.read(
            understood.words, dictionary.current(), vocabulary.current(), exact=exact, shown=_stands_on_a_public_page
        )
        matching = _search(question.query) if question.groups else Page.objects.none()
        pages = _best_first(_search(question.query, ranked=True)) if question.groups else matching
    else:
        matching = visible(Page.objects.filter(content_type__in=content_types().keys()))
        pages = matching.order_by("-last_published_at", "-pk")
    return Answer(filtered(pages, wanted, moment=moment), matching, understood, wanted, moment, question)


def similar(answer: Answer) -> list[Result]:
    """A few pages where nothing holds all the words: with one of them, or of the same branch."""
    groups = answer.question.groups or answer.question.known
    if not groups:
        return []
    branches = Trade.objects.filter(children__slug__in=_trades(groups)).values_list("slug", flat=True)
    related = [Choice(1, "trade", slug, (concept(TRADE, slug),)).query for slug in sorted(set(branches))]
    either = Or([*(group.query for group in groups), *related])
    kind = SearchFilters(kind=answer.filters.kind)
    pages = filtered(_best_first(_search(either, ranked=True)), kind, moment=answer.moment)
    return results(pages[:MOST_SIMILAR], answer)


def _trades(groups) -> list[str]:
    choices = (choice for group in groups for choice in group.choices)
    return [choice.slug for choice in choices if choice.field == "trade"]


def _stands_on_a_public_page(word) -> bool:
    """The vocabulary keeps words of pages that were hidden since."""
    return _search(Choice(1, "text", word, (stem(word),)).query).exists()


def _search(query, *, ranked=False):
    found = Page.objects.search(query, order_by_relevance=ranked)
    if not hasattr(found, "get_queryset"):  # a search server answers with its best hits, not with SQL
        places = [When(pk=page.pk, then=Value(-float(place))) for place, page in enumerate(found[:MOST_FROM_A_SERVER])]
        best = Case(*places, default=Value(None), output_field=FloatField())
        found = Page.objects.annotate(_score=best).filter(_score__isnull=False)
    else:
        found = found.get_queryset()
    # Filtered after the search: the backend accepts only indexed fields in the queryset it is given.
    return visible(found.filter(content_type__in=content_types().keys()))


def _best_first(pages):
    """By weight; then what its people have confirmed, then what has a picture, then by name."""
    confirmed = Q(record__isnull=True) | Q(record__source="") | Q(record__claimed_at__isnull=False)
    pictured = Q()
    for model in PROFILE_TYPES:
        pictured |= Q(**{f"{model}__portrait__isnull": False})
    unsure = Case(
        When(confirmed & pictured, then=Value(0)), When(confirmed, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    return pages.annotate(unsure=unsure).order_by("-_score", "unsure", "title", "pk")


def results(pages, answer: Answer) -> list[Result]:
    """The pages as lines of a mixed list, in their order; one reader a kind."""
    rows = [(pk, content_types().get(type_pk)) for pk, type_pk in pages.values_list("pk", "content_type_id")]
    found = {}
    for kind in registry.kinds:
        ids = [pk for pk, of_kind in rows if of_kind is kind]
        if ids:
            found |= {result.pk: replace(result, kind_label=str(kind.one)) for result in kind.results(ids)}
    terms = stored_terms(found) if answer.question.groups else {}
    return [_explained(found[pk], answer.question, terms.get(pk, frozenset())) for pk, _kind in rows if pk in found]


def _explained(result, question, terms) -> Result:
    """With the excerpt marked, the trade or topic that was meant, and why it stands where it does."""
    taken = [(group.said, group.best(terms)) for group in question.groups]
    why = tuple(f"{said}: {_named(choice)} ({choice.found_in(terms):g})" for said, choice in taken if choice)
    hit = next((_named(choice) for _said, choice in taken if choice and choice.field in ("trade", "topic")), "")
    return replace(result, hit=hit, why=why, pieces=excerpt(result.texts() or (result.excerpt,), question.stems))


def _named(choice) -> str:
    kinds = {
        "trade": _("Trade"), "topic": _("Topic"), "name": _("Name"), "street": _("Street"), "text": _("Text"),
    }  # fmt: skip
    return f"{kinds[choice.field]}: {choice.label}"
