"""What a session remembers about how and when its person signed in."""

from datetime import timedelta

from django.utils import timezone

FRESH_FOR = timedelta(minutes=15)
PROVED_AT = "proved_at"
SIGNED_IN_BY_CODE_AT = "signed_in_by_code_at"


def note_proof(request):
    """The person has just shown who they are: by signing in, or with the second factor."""
    request.session[PROVED_AT] = timezone.now().timestamp()


def is_fresh(request) -> bool:
    """Whether the last proof is young enough for changing how one signs in; a session left open is not."""
    return _within(request, PROVED_AT)


def note_code(request):
    request.session[SIGNED_IN_BY_CODE_AT] = timezone.now().timestamp()


def forget_code(request):
    request.session.pop(SIGNED_IN_BY_CODE_AT, None)


def signed_in_by_code(request) -> bool:
    """Whether the person came in by a mailed code just now, and may set a password without the old one."""
    return _within(request, SIGNED_IN_BY_CODE_AT)


def _within(request, key):
    moment = request.session.get(key)
    return moment is not None and timezone.now().timestamp() - moment <= FRESH_FOR.total_seconds()
