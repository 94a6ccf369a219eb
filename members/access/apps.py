from django.apps import AppConfig


class MembersAccessConfig(AppConfig):
    """Stands last in INSTALLED_APPS: wagtail.images registers its own policy in ready() and would replace ours."""

    name = "members.access"
    label = "members_access"

    def ready(self):
        from members.access.policies import register_policies

        register_policies()
