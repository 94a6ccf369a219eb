from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models.keys import Invitation


class MembershipQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def owners(self):
        return self.filter(role=Membership.Role.OWNER)

    def never_signed_in(self, never=True):
        """Of people who have not been here yet, or of those who have."""
        return self.filter(user__last_login__isnull=never)

    def for_desk(self):
        """What the coordinators' listing shows, in one query; adds `invited_until` where an invitation is open."""
        open_invitations = Invitation.objects.usable().filter(user=models.OuterRef("user")).order_by("-expires_at")
        return self.select_related("user", "page").annotate(
            invited_until=models.Subquery(open_invitations.values("expires_at")[:1])
        )


class Membership(models.Model):
    """A person may keep a profile: as its owner, or as a helper. Several a person and several a profile."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        HELPER = "helper", _("helper")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="memberships", verbose_name=_("profile")
    )
    role = models.CharField(_("role"), max_length=8, choices=Role.choices, default=Role.HELPER)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["page_id", "-role", "pk"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="one_membership_a_person_and_profile")]
        permissions = [
            ("work_at_desk", "Works at the desk: editors and coordinators"),
            ("coordinate", "Brings in members and looks after them"),
        ]

    def __str__(self):
        return f"{self.user} – {self.page.title} ({self.get_role_display()})"

    @property
    def is_owner(self) -> bool:
        return self.role == self.Role.OWNER
