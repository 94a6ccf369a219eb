"""The reading-ease hint below text fields of the admin: what the script asks, and what it is told."""

from django.http import JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.viewsets.base import ViewSet

from site_core.text.reading import Reading, Verdict, read

#: Texts in one question; a page with more is asked about in several.
MOST_TEXTS = 60
#: The named sentence is cut here, in characters.
MOST_QUOTED = 160


def hint(reading: Reading | None) -> dict:
    """`verdict`, `label` and `advice` in the active language, and the German `sentence` they mean."""
    if reading is None:
        return {"verdict": "", "label": "", "advice": "", "sentence": ""}
    words = {
        Verdict.EASY: (_("Easy to read"), ""),
        Verdict.LONG: (_("A little long"), _("Two short sentences would read more easily than this one:")),
        Verdict.HARD: (_("Hard to read"), _("Shorter sentences and words help. This one weighs most:")),
    }
    label, advice = words[reading.verdict]
    return {"verdict": reading.verdict, "label": label, "advice": advice, "sentence": _cut(reading.sentence)}


@require_POST
def reading_ease(request):
    """One hint for each `text` that was sent, in the same order. Keeps nothing."""
    texts = request.POST.getlist("text")[:MOST_TEXTS]
    return JsonResponse({"hints": [hint(read(text)) for text in texts]})


class ReadingEaseViewSet(ViewSet):
    name = "reading"
    url_prefix = "reading-ease"

    def get_urlpatterns(self):
        return [path("", reading_ease, name="ease")]


def ask_address() -> str:
    return reverse("reading:ease")


def _cut(sentence) -> str:
    return sentence if len(sentence) <= MOST_QUOTED else sentence[:MOST_QUOTED].rsplit(" ", 1)[0] + " …"
