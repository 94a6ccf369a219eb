import dataclasses

from asgiref.sync import sync_to_async
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from site_core.models import OutgoingMail
from site_core.services.jobs import late_jobs


@dataclasses.dataclass
class JobsOnTime(HealthCheck):
    """The worker has done each of its jobs when it was due."""

    async def run(self):
        late = await sync_to_async(late_jobs)()
        if late:
            raise ServiceUnavailable("not done in time: " + ", ".join(late))


@dataclasses.dataclass
class MailDelivered(HealthCheck):
    """No mail is stuck because of the mail server. Says how many are, and nothing of what stands in them."""

    async def run(self):
        stuck = await sync_to_async(OutgoingMail.objects.held_up_by_server(timezone.now()).count)()
        if stuck:
            raise ServiceUnavailable(f"mails stuck at the mail server: {stuck}")
