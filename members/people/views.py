"""Where the link in the mail about a new address leads; whoever has the link needs no sign-in."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from members.models import AddressChange
from members.services.addresses import confirm_address


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, secret):
    """Shows a button; pressing it confirms. A mail program that opens links ahead changes nothing."""
    done = request.method == "POST" and confirm_address(secret=secret)
    usable = not done and AddressChange.objects.opened_by(secret) is not None
    return render(
        request,
        "members/people/confirm_address.html",
        {"done": done, "usable": usable, "noindex": True},
        status=200 if done or usable else 410,
    )
