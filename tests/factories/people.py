"""People by what they may do."""

from django.contrib.auth.models import Group

from home.models import HomePage
from members.models import Membership, ProfileRecord, User
from members.roles import COORDINATORS, EDITORS
from members.services.media import collection_of
from members.services.memberships import join
from members.services.roles import apply_roles

PASSWORD = "nur-fuer-Tests-2026"


def make_superuser(email="admin@example.org") -> User:
    return User.objects.create_superuser(email, PASSWORD)


def make_user(email, *groups) -> User:
    user = User.objects.create_user(email, PASSWORD)
    user.groups.set(groups)
    return user


def make_editor(email="redaktion@example.org") -> User:
    return make_user(email, _group(EDITORS))


def make_coordinator(email="koordination@example.org") -> User:
    return make_user(email, _group(COORDINATORS))


def make_member(page, email="mitglied@example.org", *, role=Membership.Role.OWNER, trusted=False) -> User:
    """A person who keeps this profile, which then has its media collection."""
    _group(EDITORS)
    user = User.objects.filter(email=email).first() or make_user(email)
    join(user=user, page=page, role=role)
    collection_of(page)
    if trusted:
        ProfileRecord.objects.filter(page_id=page.pk).update(trusted=True)
    return user


def _group(name) -> Group:
    """The role's group, with the rights it has on a site; the roles are applied at the first call of a test."""
    if not Group.objects.filter(name=name).exists():
        apply_roles(home=HomePage.objects.first())
    return Group.objects.get(name=name)
