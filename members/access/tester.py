from wagtail.models import PagePermissionTester

from members.permissions import is_member_only


class ProfilePermissionTester(PagePermissionTester):
    """What a person may do with a profile page; members edit it, and trusted ones publish, and nothing else.

    Wagtail's `change` would let them delete an unpublished profile, copy and move it, `publish` unpublish it.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        self.is_member = is_member_only(user)

    def _staff(self, allowed):
        return False if self.is_member else allowed()

    def can_delete(self, ignore_bulk=False):
        return self._staff(lambda: super(ProfilePermissionTester, self).can_delete(ignore_bulk))

    def can_unpublish(self):
        return self._staff(super().can_unpublish)

    def can_set_view_restrictions(self):
        return self._staff(super().can_set_view_restrictions)

    def can_unschedule(self):
        return self._staff(super().can_unschedule)

    def can_lock(self):
        return self._staff(super().can_lock)

    def can_unlock(self):
        return self._staff(super().can_unlock)

    def can_publish_subpage(self):
        return self._staff(super().can_publish_subpage)

    def can_add_subpage(self):
        return self._staff(super().can_add_subpage)

    def can_reorder_children(self):
        return self._staff(super().can_reorder_children)

    def can_move(self):
        return self._staff(super().can_move)

    def can_copy(self):
        return self._staff(super().can_copy)

    def can_view_revisions(self):
        return self._staff(super().can_view_revisions)
