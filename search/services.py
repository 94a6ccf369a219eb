"""What the search learns: questions without an answer, words that editors explain, results they recommend."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Max, QuerySet, Sum
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from search import query
from search.asking import understand
from search.filters import street_exists
from search.models import KiezWord, PoorSearch, phrase_key
from site_core.querysets import visible

#: With so few hits a question counts as badly answered.
POOR = 2
KEPT_FOR = timedelta(days=90)
MOST_TEXTS_A_DAY = 1000
LONGEST_TEXT = PoorSearch._meta.get_field("text").max_length
MOST_PICKS = 5

ADDRESS = re.compile(r"\S@\S")
TELEPHONE = re.compile(r"(?:\d[\s/().+-]*){6,}")


# --- Questions without an answer -----------------------------------------------------------------------------------


def note_search(*, text) -> bool:
    """Counts a search that finds little or nothing, once more for today; False where there is nothing to learn from it.

    Only the words are kept: what was understood as a filter (»jetzt offen«) needs no explanation. A text that may be
    somebody's address or telephone number is not kept.
    """
    words = understand(text.replace("\x00", " "), streets=street_exists).words
    words = " ".join(words.split())
    key = phrase_key(words)[:200]
    if not key or len(words) > LONGEST_TEXT or ADDRESS.search(words) or TELEPHONE.search(words):
        return False
    found = results_of(words)
    return found <= POOR and _count(key, words, found)


def _count(key, text, found) -> bool:
    """In single statements that hold however many ask at once."""
    today = PoorSearch.objects.filter(day=timezone.localdate())
    again = {"times": F("times") + 1, "results": found}
    if today.filter(key=key).update(**again):
        return True
    if today.count() >= MOST_TEXTS_A_DAY:
        return False
    values = {"text": text, "results": found}
    _row, is_new = PoorSearch.objects.get_or_create(day=timezone.localdate(), key=key, defaults=values)
    if not is_new:
        today.filter(key=key).update(**again)
    return True


def results_of(words) -> int:
    """How many public pages the search finds by these words today."""
    return query.answer(words).pages.count()


def unanswered(*, days=KEPT_FOR.days) -> QuerySet:
    """Texts of the last days that nobody has explained yet, most frequent first: key, text, times, last day."""
    since = timezone.localdate() - timedelta(days=days)
    rows = PoorSearch.objects.filter(day__gt=since).exclude(key__in=KiezWord.objects.values("key"))
    summed = rows.order_by().values("key").annotate(said=Max("text"), asked=Sum("times"), last=Max("day"))
    return summed.order_by("-asked", "-last", "said")


@transaction.atomic
def set_aside(*, key) -> int:
    """Takes a text off the list; it comes back if somebody searches for it again."""
    return PoorSearch.objects.filter(key=key).delete()[0]


def drop_old_searches() -> int:
    return PoorSearch.objects.filter(day__lte=timezone.localdate() - KEPT_FOR).delete()[0]


# --- Words and what they mean here ---------------------------------------------------------------------------------


@transaction.atomic
def teach(*, word, by=None) -> KiezWord:
    """The search understands this word from its next question on. Raises ValidationError where it cannot be learned."""
    is_new = word._state.adding
    word.full_clean()
    word.save()
    log(instance=word, action="wagtail.create" if is_new else "wagtail.edit", user=by)
    return word


# --- Recommended results -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pick:
    """A result that editors put before all others."""

    title: str
    url: str
    description: str = ""


def promoted(text) -> list[Pick]:
    """What editors recommend for exactly this text; of pages only those that anybody may see."""
    asked = normalise_query_string(text.replace("\x00", " "))
    if not asked:
        return []
    rows = SearchPromotion.objects.filter(query__query_string=asked).order_by("sort_order", "pk")[:MOST_PICKS]
    rows = list(rows)
    wanted = [row.page_id for row in rows if row.page_id]
    pages = {page.pk: page for page in visible(Page.objects.filter(pk__in=wanted))} if wanted else {}
    return list(_picks(rows, pages))


def _picks(rows, pages) -> Iterable[Pick]:
    for row in rows:
        page = pages.get(row.page_id)
        if page:
            yield Pick(page.title, page.url, row.description)
        elif not row.page_id and row.external_link_url:
            yield Pick(row.external_link_text or row.external_link_url, row.external_link_url, row.description)


@transaction.atomic
def recommend(*, text, page, description="") -> SearchPromotion:
    """Puts a page before all other results of exactly this text."""
    asked, _is_new = Query.objects.get_or_create(query_string=normalise_query_string(text))
    pick, _is_new = SearchPromotion.objects.get_or_create(query=asked, page=page, defaults={"description": description})
    return pick
