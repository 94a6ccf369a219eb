"""What the log says about the people of a profile."""

from django.utils.translation import gettext_lazy as _


def register_people_actions(actions):
    for name, label, message in (
        ("invite", _("Invite"), _("Invited somebody to help with the page")),
        ("make_owner", _("Make owner"), _("Made somebody an owner of the page")),
        ("hand_over", _("Hand over"), _("Handed the page over")),
        ("remove_person", _("End access"), _("Ended somebody's access to the page")),
        ("close_business", _("Close"), _("Took the page off for good")),
        ("erase_person", _("Delete a person"), _("Deleted a person and what was kept about them")),
        ("export_person", _("Hand out data"), _("Handed out what is kept about a person")),
        ("end_account", _("Account ended"), _("The account ended with the last page")),
        ("close_account", _("Switch account off"), _("Switched the account off")),
        ("open_account", _("Switch account on"), _("Switched the account on")),
        ("change_address", _("Change e-mail address"), _("Confirmed a new e-mail address")),
    ):
        actions.register_action(f"members.{name}", label, message)
