from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self):
        from members import registrations, signal_handlers
        from members.sign_in import signal_handlers as sign_in_handlers
