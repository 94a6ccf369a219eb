"""The puzzle against machines (ALTCHA): the reader's browser works a second, and nobody else is asked.

The script comes with django-altcha. Its form field is not used: it would spend the puzzle on a form that comes back,
and it remembers spent ones in the cache of one process.
"""

import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta

from altcha import ChallengeOptions, create_challenge, verify_solution
from django.forms import Media
from django.forms.widgets import Script
from django.http import JsonResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from members.services.puzzles import spend

#: Numbers to try at most: about a second on an old phone.
HARDNESS = 50_000
# Long enough for filling in a form with customers in between; the widget fetches a new one after it.
VALID_FOR = timedelta(minutes=20)
FIELD = "altcha"
ALGORITHM = "SHA-256"

widget_media = Media(js=[Script("altcha/altcha.min.js", type="module")])


@never_cache
@require_safe
def new_puzzle(request):
    challenge = create_challenge(
        ChallengeOptions(algorithm=ALGORITHM, max_number=HARDNESS, hmac_key=_key(), expires=timezone.now() + VALID_FOR)
    )
    return JsonResponse(challenge.to_dict())


def is_solved(payload: str) -> bool:
    """Whether this is the answer to a puzzle of ours, in time and handed in for the first time."""
    answer = _read(payload)
    if answer is None:
        return False
    try:
        solved, _why_not = verify_solution(answer, _key())
        expires_at = datetime.fromtimestamp(int(answer["salt"].partition("expires=")[2].rstrip("&")), tz=UTC)
    except (ValueError, OverflowError, OSError):  # a salt nobody but a machine sends
        return False
    return solved and spend(challenge=answer["challenge"], expires_at=expires_at)


def _read(payload):
    """The fields of an answer as the widget sends them, or None: anything may come."""
    try:
        answer = json.loads(b64decode(payload))
    except (ValueError, RecursionError):
        return None
    texts = ("algorithm", "challenge", "salt", "signature")
    if not isinstance(answer, dict) or not all(isinstance(answer.get(name), str) for name in texts):
        return None
    right = answer["algorithm"] == ALGORITHM and isinstance(answer.get("number"), int) and answer["signature"].isascii()
    return answer if right else None


def _key() -> str:
    return salted_hmac("members.joining.puzzle", "key", algorithm="sha256").hexdigest()
