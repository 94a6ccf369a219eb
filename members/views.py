from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from members.forms import ChangeRequestForm
from members.models import BusinessPage, InitiativePage
from members.services.requests import receive_request
from site_core.querysets import visible


@require_http_methods(["GET", "HEAD", "POST"])
def change_request(request, pk):
    """»Eintrag ändern oder entfernen«: stores what is asked, then thanks."""
    page = _profile(pk)
    form = ChangeRequestForm(request.POST or None)
    if form.is_valid():
        if not form.is_from_a_machine:
            wishes = {name: value for name, value in form.cleaned_data.items() if name != "nickname"}
            receive_request(page=page, **wishes)
        return redirect("change_request_thanks", pk=pk)
    status = 422 if form.is_bound else 200
    return render(
        request, "pages/members/change_request.html", {"form": form, "profile": page, "noindex": True}, status=status
    )


@require_safe
def change_request_thanks(request, pk):
    return render(request, "pages/members/change_request_thanks.html", {"profile": _profile(pk), "noindex": True})


def _profile(pk):
    page = visible(Page.objects.type(BusinessPage, InitiativePage)).filter(pk=pk).first()
    if page is None:
        raise Http404
    return page
