"""Panels of the profile form: tabs with an address of their own, and fields only the desk sees."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.panels.group import PanelGroup

from members.permissions import AT_DESK


class Tab(ObjectList):
    """A tab whose address stays the same in every language, so that a line elsewhere can lead to it."""

    def __init__(self, *args, key="", **kwargs):
        super().__init__(*args, **kwargs)
        self.key = key

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "key": self.key}

    @property
    def clean_name(self):
        return self.key


class AtDesk:
    """A group of panels for the desk alone.

    Each field carries the permission: one on the group alone hides the fields and still takes what is sent for them.
    """

    def on_model_bound(self):
        super().on_model_bound()
        _keep_at_desk(self.children)


class DeskTab(AtDesk, Tab):
    pass


class DeskRow(AtDesk, FieldRowPanel):
    pass


def _keep_at_desk(panels):
    for panel in panels:
        if isinstance(panel, PanelGroup):
            _keep_at_desk(panel.children)
        elif isinstance(panel, FieldPanel):
            panel.permission = AT_DESK
