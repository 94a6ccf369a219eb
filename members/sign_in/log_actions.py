"""What the log says about changes of how somebody signs in."""

from django.utils.translation import gettext_lazy as _


def register_log_actions(actions):
    actions.register_action("members.set_password", _("Set password"), _("Set a new password after a sign-in by code"))
    actions.register_action("members.add_second_factor", _("Add second factor"), _("Added a second factor"))
    actions.register_action("members.remove_second_factor", _("Remove second factor"), _("Removed a second factor"))
    actions.register_action("members.reset_second_factor", _("Reset second factor"), _("Reset the second factor"))
    actions.register_action("members.make_recovery_codes", _("Recovery codes"), _("Made new recovery codes"))
