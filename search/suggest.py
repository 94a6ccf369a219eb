"""What somebody may mean who has typed the beginning of a word: trades first, then topics, shops, and streets."""

from dataclasses import dataclass
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, Exists, F, IntegerField, Min, OuterRef, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search.query import And, Or, PlainText

from members.models import BusinessPage, InitiativePage, Trade
from search import dictionary, vocabulary
from search.filters import PROFILE_TYPES
from site_core.models import Topic, TopicLink
from site_core.querysets import visible
from site_core.text.analysis import is_stop_word, stem, words
from site_core.text.streets import street_key
from site_core.text.tokens import NAME

SHORTEST = 2
MAX_WORDS = 6
TRADES, TOPICS, NAMES, STREETS = 3, 2, 3, 2
#: How many meanings and words are looked at, so that some are left when nothing stands behind others.
LOOKED_AT = 12


@dataclass(frozen=True)
class Suggestion:
    """`group` stands above those that belong together; `language` is set where the label is in one of its own."""

    group: str
    label: str
    url: str
    note: str = ""
    language: str = ""


def suggestions(text: str) -> list[Suggestion]:
    """Where the beginning `text` may lead; nothing below two letters."""
    if len(text.strip()) < SHORTEST:
        return []
    return [*_meanings(text), *_profiles(text), *_streets(text)]


def _meanings(text) -> list[Suggestion]:
    """Trades that somebody works in, and topics that something stands under, by any of their names and synonyms."""
    found = sorted(dictionary.current().starting(text, LOOKED_AT), key=partial(_is_by_synonym, text))
    trades = [each for each in found if each.kind == "trade"]
    topics = [each for each in found if each.kind == "topic"]
    some_trades = _in_use(Trade.objects.select_related(None), trades, _works_in("trade") | _works_in("trade__parent"))
    some_topics = _in_use(Topic.objects, topics, Exists(TopicLink.objects.filter(tag=OuterRef("pk"), **_LIVE)))
    return [
        *(_offer(_("Trades"), text, each, directory(trade=each.slug)) for each in some_trades[:TRADES]),
        *(_offer(_("Topics"), text, each, reverse("topic", args=[each.slug])) for each in some_topics[:TOPICS]),
    ]


def _offer(group, text, meaning, url) -> Suggestion:
    """With the everyday word beside it where only that begins so: »Imbiss, Schnellimbiss«."""
    return Suggestion(group, meaning.label, url, note=meaning.said if _is_by_synonym(text, meaning) else "")


_LIVE = {"content_object__live": True}


def _is_by_synonym(text, meaning) -> bool:
    """Whether only an everyday word, not the name, begins so."""
    start = " ".join(words(text))
    return not any(" ".join(words(name)).startswith(start) for name in meaning.names)


def _works_in(path):
    links = BusinessPage.trades.through.objects.filter(businesspage__live=True)
    return Exists(links.filter(**{path: OuterRef("pk")}))


def _in_use(rows, meanings, condition) -> list:
    """Those of the meanings for which the condition holds, in their order."""
    if not meanings:
        return []
    slugs = set(rows.filter(condition, slug__in=[each.slug for each in meanings]).values_list("slug", flat=True))
    return [each for each in meanings if each.slug in slugs]


def _profiles(text) -> list[Suggestion]:
    """Businesses and initiatives with these words in their name, the last one perhaps not yet typed to its end."""
    *whole, last = words(text)[:MAX_WORDS] or [""]
    begun = [entry for entry in vocabulary.current().starting(last) if entry.in_name] if len(last) >= SHORTEST else []
    # The nearest endings first; a word that many names hold counts for more.
    begun = sorted(begun, key=lambda entry: (entry.word != last, -entry.pages, entry.word))[:LOOKED_AT]
    if not begun:
        return []
    ends = dict.fromkeys(entry.stem for entry in begun)
    wanted = [stem(word) for word in whole if not is_stop_word(word)]
    named = And([*(PlainText(NAME + each) for each in wanted), Or([PlainText(NAME + end) for end in ends])])
    found = Page.objects.search(named, order_by_relevance=False).get_queryset()
    of_kinds = ContentType.objects.get_for_models(BusinessPage, InitiativePage).values()
    begins = When(title__istartswith=text.strip(), then=Value(0))
    first = Case(begins, default=Value(1), output_field=IntegerField())
    pages = (
        visible(found.filter(content_type__in=of_kinds))
        .annotate(street=Coalesce(*(F(f"{model}__street") for model in PROFILE_TYPES)))
        .annotate(language=Coalesce(*(F(f"{model}__content_language") for model in PROFILE_TYPES)))
        .order_by(first, "title", "pk")[:NAMES]
    )
    group = _("Businesses and initiatives")
    return [Suggestion(group, page.title, page.url, page.street, page.language) for page in pages]


def _streets(text) -> list[Suggestion]:
    """Streets with businesses; the one with most of them first."""
    key = street_key(text)
    if len(key) < SHORTEST:
        return []
    streets = (
        BusinessPage.objects.visible()
        # The range lets every database use its index, whatever order it keeps.
        .filter(street_key__range=(key, f"{key}zzzz"), street_key__startswith=key)
        .values("street_key")
        .annotate(name=Min("street"), shops=Count("pk"))
        .order_by("-shops", "street_key")[:STREETS]
    )
    return [Suggestion(_("Streets"), row["name"], directory(street=row["street_key"])) for row in streets]


def directory(**filters) -> str:
    return f"{reverse('wagtail_serve', args=['gewerbe/'])}?{urlencode(filters)}"
