"""Yes or no about a person and the second factor."""

from django.conf import settings

from members.permissions import coordinates
from members.sign_in.devices import has_second_factor


def must_have_second_factor(user) -> bool:
    """Coordinators and administrators, where the installation asks for it."""
    return settings.SECOND_FACTOR_REQUIRED and coordinates(user)


def has_passed(user) -> bool:
    """Whether nothing more is asked of the person behind this request, who may be a visitor; no one else has."""
    return user.is_anonymous or user.is_verified() or not (must_have_second_factor(user) or has_second_factor(user))


def may_reset_second_factor(by, user) -> bool:
    """A coordinator for somebody else; an administrator's devices are an administrator's matter."""
    return coordinates(by) and by.pk != user.pk and (by.is_superuser or not user.is_superuser)
