"""What django-axes counts, and what a person reads when it has counted enough. Named in the settings."""

import math
import time
import unicodedata
from contextlib import contextmanager
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils.translation import gettext as _


def counted_name(request, credentials=None) -> str:
    """The name tries are counted under: one for all the ways of typing an address that find the same person."""
    name = (credentials or request.POST).get("username") or ""
    # Upper case first: databases compare without case that way, and take the Turkish dotless i for an i.
    return unicodedata.normalize("NFKC", name).strip().upper().lower()[:255]


def client_address(request) -> str | None:
    """Where a request comes from, as our own proxies saw it: what a client wrote into X-Forwarded-For is not believed.

    Of an IPv6 address the network counts: a household has a billion addresses in one.
    """
    address = _parsed(request.META.get("REMOTE_ADDR", ""))
    if settings.PROXY_COUNT:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        address = (_parsed(hops[-settings.PROXY_COUNT]) if len(hops) >= settings.PROXY_COUNT else None) or address
    if address is None:
        return None
    if address.version == 6 and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(address if address.version == 4 else ip_network((address, 64), strict=False).network_address)


def too_many_tries(request, response, credentials):
    """The answer to a locked out try: our own form, which says so, with the status that says so to machines."""
    response.status_code = 429
    response.headers["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return response


def is_locked_out(request) -> bool:
    """Whether axes has stopped a try in this request."""
    return getattr(request, "axes_locked_out", False)


def locked_out_words() -> str:
    minutes = math.ceil(settings.AXES_COOLOFF_TIME.total_seconds() / 60)
    return _("Too many failed attempts. Please try again in %(minutes)s minutes.") % {"minutes": minutes}


@contextmanager
def steady():
    """Takes the same time whatever it finds out, so that the clock does not tell which addresses are known."""
    until = time.monotonic() + settings.SIGN_IN_ANSWER_SECONDS
    try:
        yield
    finally:
        time.sleep(max(0, until - time.monotonic()))


def _parsed(text):
    try:
        return ip_address(text.strip())
    except ValueError:
        return None
