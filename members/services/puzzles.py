"""Puzzles against machines count once."""

from django.db import transaction
from django.utils import timezone

from members.models import SpentPuzzle


@transaction.atomic
def spend(*, challenge, expires_at) -> bool:
    """Notes that a puzzle was handed in; False where it was already. `expires_at` is an aware moment."""
    SpentPuzzle.objects.filter(expires_at__lte=timezone.now()).delete()
    _spent, first_time = SpentPuzzle.objects.get_or_create(challenge=challenge, defaults={"expires_at": expires_at})
    return first_time
