from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from search import query
from search.forms import SearchForm
from site_core.listing import paginate
from site_core.models import Topic

PER_PAGE = 20
#: What is shown again in the search field; nobody reads more.
MAX_SHOWN = 200


@require_safe
def search(request):
    """Everything public that holds the words, filtered by kind, trade and topic; as a page or as JSON."""
    form = SearchForm(data=_tame(request.GET))
    text = form.data.get("q", "")
    filters = form.filters
    pages = query.matching(text)
    items = paginate(query.filtered(pages, filters), request.GET.get("page"), PER_PAGE)
    results = query.results(items.object_list) if text.strip() or form.chosen else []
    if request.GET.get("format") == "json":
        return JsonResponse(as_json(request, items.paginator.count if results else 0, results))
    return render(
        request,
        "pages/search/results.html",
        {
            "form": form,
            "text": text[:MAX_SHOWN],
            "asked": bool(text.strip() or form.chosen),
            "items": items,
            "results": results,
            "facets": query.facets(query.matching(text, ranked=False), filters),
            "filters": form.query,
        },
    )


@require_safe
def topic(request, slug):
    """Everything across the Kiez under one topic."""
    tag = get_object_or_404(Topic, slug=slug)
    form = SearchForm(data={"kind": request.GET.get("kind", ""), "topic": tag.slug})
    pages = query.matching("")
    items = paginate(query.filtered(pages, form.filters), request.GET.get("page"), PER_PAGE)
    return render(
        request,
        "pages/search/topic.html",
        {
            "topic": tag,
            "form": form,
            "items": items,
            "results": query.results(items.object_list),
            "facets": query.facets(pages, form.filters),
            "filters": {name: value for name, value in form.query.items() if name == "kind"},
        },
    )


def as_json(request, total, results) -> dict:
    return {
        "total": total,
        "did_you_mean": None,
        "results": [
            {
                "id": result.pk,
                "source_id": result.source_id,
                "title": result.title,
                "url": request.build_absolute_uri(result.url),
                "kind": result.kind,
                "excerpt": result.excerpt,
            }
            for result in results
        ],
    }


def _tame(data):
    """The address's parameters without NUL, which no database takes."""
    return {name: value.replace("\x00", "") for name, value in data.items()}
