from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from search import query
from search.filters import facets
from search.forms import SearchForm
from search.presenting import address, as_json, chosen_chips, understood_chips, ways_in, ways_on
from search.services import POOR, promoted
from search.suggest import suggestions
from site_core.listing import paginate
from site_core.models import Topic

PER_PAGE = 20
#: What is shown again in the search field; nobody reads more.
MAX_SHOWN = 200
#: How long a browser may keep suggestions.
SUGGESTED_SECONDS = 60


@require_safe
def search(request):
    """Everything public that holds the words, filtered by what was chosen or said; as a page or as JSON."""
    form = SearchForm(data=_tame(request.GET))
    text, chosen = form.data.get("q", ""), form.query
    exact = request.GET.get("exact") == "1"
    answer = query.answer(text, form.filters, exact=exact)
    items = paginate(answer.pages, request.GET.get("page"), PER_PAGE)
    asked = bool(text.strip() or form.chosen)
    results = query.results(items.object_list, answer) if asked else []
    total = items.paginator.count if asked else 0
    if request.GET.get("format") == "json":
        return JsonResponse(as_json(answer, total, results, request))
    found = facets(answer.matching, answer.filters, moment=answer.moment)
    kept = {**chosen, "exact": "1" if exact else ""}
    return render(
        request,
        "pages/search/results.html",
        {
            "form": form,
            "text": text[:MAX_SHOWN],
            "asked": asked,
            "items": items,
            "total": total,
            "results": results,
            "facets": found,
            "filters": kept,
            "chosen": chosen,
            "understood": understood_chips(answer.understood.said, kept, found),
            "chips": chosen_chips(kept, found),
            "corrected": answer.corrected,
            "picks": promoted(text) if items.number == 1 else [],
            "as_typed": address({**chosen, "exact": "1"}),
            "help": None if total else ways_on(answer) if asked else ways_in(found),
            "is_poor": bool(text.strip()) and total <= POOR and items.number == 1,
            "explained": request.user.has_perm("wagtailadmin.access_admin"),
        },
    )


@require_safe
def suggest(request):
    """What may be meant by the beginning of a word, as a piece of a page for the list below a search field."""
    text = _tame(request.GET).get("q", "").strip()[:MAX_SHOWN]
    response = render(request, "components/suggestions.html", {"text": text, "suggestions": suggestions(text)})
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, max_age=SUGGESTED_SECONDS)
    return response


@require_safe
def topic(request, slug):
    """Everything across the Kiez under one topic."""
    tag = get_object_or_404(Topic, slug=slug)
    form = SearchForm(data={"kind": request.GET.get("kind", ""), "topic": tag.slug})
    answer = query.answer("", form.filters)
    items = paginate(answer.pages, request.GET.get("page"), PER_PAGE)
    return render(
        request,
        "pages/search/topic.html",
        {
            "topic": tag,
            "form": form,
            "items": items,
            "results": query.results(items.object_list, answer),
            "facets": facets(answer.matching, answer.filters, moment=answer.moment),
            "filters": {name: value for name, value in form.query.items() if name == "kind"},
        },
    )


def _tame(data):
    """The address's parameters without NUL, which no database takes."""
    return {name: value.replace("\x00", "") for name, value in data.items()}
