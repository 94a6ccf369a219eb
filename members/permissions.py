"""Yes or no about a person."""

from django.conf import settings

from members.models.memberships import Membership

AT_DESK = "members.work_at_desk"
COORDINATE = "members.coordinate"


def works_at_desk(user) -> bool:
    """An editor, a coordinator or a superuser."""
    return user.is_authenticated and user.has_perm(AT_DESK)


def coordinates(user) -> bool:
    """May bring in members, look after them and see what is kept about them."""
    return user.is_authenticated and user.has_perm(COORDINATE)


def is_member_only(user) -> bool:
    """Signed in, and not at the desk: the narrow door of the admin is theirs."""
    return user.is_authenticated and not works_at_desk(user)


def keeps(user, page) -> bool:
    """Owner or helper of the profile; `page` is a page or its id."""
    return user.is_authenticated and Membership.objects.of(user).filter(page=page).exists()


def owns(user, page) -> bool:
    return user.is_authenticated and Membership.objects.of(user).owners().filter(page=page).exists()


def language_of(user) -> str:
    """The language a person chose for the admin and for mails, else German."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
