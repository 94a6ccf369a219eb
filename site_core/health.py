import dataclasses

from asgiref.sync import sync_to_async
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from site_core.services.jobs import late_jobs


@dataclasses.dataclass
class JobsOnTime(HealthCheck):
    """The worker has done each of its jobs when it was due."""

    async def run(self):
        late = await sync_to_async(late_jobs)()
        if late:
            raise ServiceUnavailable("not done in time: " + ", ".join(late))
