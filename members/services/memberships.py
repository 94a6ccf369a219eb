"""Who keeps which profile."""

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from wagtail.models import Page
from wagtail.users.models import UserProfile

from members.models import Membership, User
from members.roles import MEMBERS


@transaction.atomic
def person_for(*, email, name="", language="de") -> User:
    """The person with this address, matched without case; made where nobody has it, without a usable password."""
    user = _with_address(email)
    if user is None:
        first, _space, last = name.strip().partition(" ")
        try:
            with transaction.atomic():
                user = User.objects.create_user(email.strip(), first_name=first[:150], last_name=last[:150])
        except IntegrityError:  # made in the same moment, by another application that was accepted
            return _with_address(email)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return user


def _with_address(email) -> User | None:
    return User.objects.filter(email__iexact=email.strip()).first()


@transaction.atomic
def join(*, user, page, role=Membership.Role.HELPER) -> Membership:
    """Lets a person keep a profile; whoever is an owner stays one."""
    user.groups.add(Group.objects.get(name=MEMBERS))
    membership, created = Membership.objects.get_or_create(user=user, page_id=page.pk, defaults={"role": role})
    if not created and role == Membership.Role.OWNER and not membership.is_owner:
        membership.role = role
        membership.save(update_fields=["role"])
    return membership


def own_pages(user):
    """The profiles a person keeps, by name."""
    return Page.objects.filter(memberships__user=user).order_by("title", "pk")
