"""What the page /mitmachen/ answers: the form, the question about entries that look alike, the thanks."""

from csp.decorators import csp_update
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from members.joining import puzzle
from members.joining.forms import EntryForm, JoinForm, MatchForm
from members.joining.likeness import is_free_entry, likely_entries
from members.services.applications import submit_application, too_many_unchecked
from site_core.navigation import privacy_url


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
# The puzzle's script makes its worker from a text of its own.
@csp_update({"worker-src": ["'self'", "blob:"]})
def apply(request, page):
    """Shows the form and takes what comes back. `page` is the JoinPage; ?entry=<id> says »that is my entry«."""
    data = request.POST if request.method == "POST" else request.GET
    entry = _entry(data)
    shown = {"entry": entry, "entry_is_taken": bool(data.get("entry")) and entry is None}
    if request.method != "POST":
        return _show(request, page, 200, form=JoinForm(entry=entry), **shown)

    form = JoinForm(request.POST, entry=entry)
    is_complete = form.is_valid()
    if is_complete and form.is_from_a_machine:
        return _thanks(request, page)
    match = None if entry else _match(request, form)
    if not is_complete or (match and not match.is_valid()):
        return _show(request, page, 422, form=form, match=match, **shown)
    checked = puzzle.is_solved(request.POST.get(puzzle.FIELD, ""))
    if not checked and too_many_unchecked():
        return _show(request, page, 429, form=form, match=match, too_many=True, **shown)
    values = form.values
    if match and match.chosen:
        values["entry"] = Page.objects.get(pk=match.chosen)
    submit_application(values=values, checked=checked)
    return _thanks(request, page)


@never_cache
@require_safe
def thank(request, page):
    return page.render(request, template="pages/members/join_thanks.html", context_overrides={"noindex": True})


def _show(request, page, status, **shown):
    """The form; nothing that was typed is lost, whatever the status."""
    answer = page.render(
        request,
        context_overrides={
            "address": page.get_url(request),
            "privacy_url": privacy_url(request),
            "puzzle_media": puzzle.widget_media,
            **shown,
        },
    )
    answer.status_code = status
    return answer


def _thanks(request, page):
    return redirect(page.get_url(request) + page.reverse_subpage("thanks"))


def _entry(data):
    """The profile that »that is my entry« was said about, if it is public and nobody's."""
    form = EntryForm(data)
    pk = form.cleaned_data["entry"] if form.is_valid() else None
    return Page.objects.get(pk=pk).specific if pk and is_free_entry(pk) else None


def _match(request, form):
    """The question about entries that look alike, where there are any; it is put to whoever has filled in the rest."""
    asked = "asked" in request.POST
    name = form.cleaned_data.get("name")
    if not name or not (asked or form.is_valid()):
        return None
    address = {part: form.cleaned_data.get(part, "") for part in ("street", "house_number")}
    entries = likely_entries(name=name, **address)
    return MatchForm(request.POST if asked else None, entries=entries) if entries else None
