"""What the search shows at the desk, and its nightly work."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from search import desk, vocabulary
from search.services import drop_old_searches
from site_core.registry import DeskPanel, Job, registry

registry.add_job(Job("old_searches", drop_old_searches, every=timedelta(hours=24)))
registry.add_job(Job("vocabulary", vocabulary.rebuild, every=timedelta(hours=24)))
registry.add_desk_panel(
    DeskPanel("not_found", _("Searched for and not found"), desk.not_found, shown_to=desk.teaches, order=50)
)
