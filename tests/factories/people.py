"""People by what they may do."""

from members.models import User

PASSWORD = "nur-fuer-Tests-2026"


def make_superuser(email="admin@example.org") -> User:
    return User.objects.create_superuser(email, PASSWORD)


def make_user(email, *groups) -> User:
    user = User.objects.create_user(email, PASSWORD)
    user.groups.set(groups)
    return user
