"""Yes or no about who looks after whom."""

from members.permissions import coordinates, owns, works_at_desk


def looks_after_people(user, page) -> bool:
    """An owner of the profile, or a coordinator: decides who keeps it."""
    return owns(user, page) or coordinates(user)


def may_look_after(by, user) -> bool:
    """A coordinator for members; the accounts of the desk and of administrators are an administrator's matter."""
    return coordinates(by) and (by.is_superuser or not (works_at_desk(user) or user.is_staff or user.is_superuser))
