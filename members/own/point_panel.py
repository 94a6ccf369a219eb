"""The point of a profile in its form: two numbers, a button that takes them from the address, a plan to click on."""

from django.forms import Media, Script
from django.urls import reverse

from members.own.panels import DeskRow
from site_core.plan_base import plan_base


class PointPanel(DeskRow):
    """Latitude and longitude. Without a plan the numbers and the button remain; without script the numbers."""

    class BoundPanel(DeskRow.BoundPanel):
        template_name = "members/own/point_panel.html"

        @property
        def media(self):
            own = Media(js=[Script("js/point_picker.js", defer=True)], css={"all": ["css/admin_point.css"]})
            return super().media + own

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            fields = {
                name: self.form[name].id_for_label for name in ("street", "house_number", "latitude", "longitude")
            }
            return {**context, "plan": plan_base(), "fields": fields, "look_up_url": reverse("points:look_up")}
