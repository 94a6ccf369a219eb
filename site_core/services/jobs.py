"""The worker's periodic jobs: what is due, doing it, and what is late."""

import logging
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone

from site_core.models import JobRun
from site_core.registry import registry

logger = logging.getLogger(__name__)

#: A job counts as late when it is this much over its time: a restart or a slow night is no alarm.
GRACE = timedelta(minutes=10)
#: Seconds between two rounds.
PAUSE = 10


def work_until(ended):
    """Rounds of due jobs until `ended()`, asked about once a second, says so."""
    while True:
        close_old_connections()
        run_due_jobs()
        for _second in range(PAUSE):
            if ended():
                return


def run_due_jobs(*, now=None) -> list[str]:
    """Does every job whose time has come; returns the keys of those done. A job that fails is noted, never fatal."""
    now = now or timezone.now()
    tried = dict(JobRun.objects.values_list("key", "tried_at"))
    done = []
    for job in registry.jobs:
        last = tried.get(job.key)
        if last and now - last < job.every:
            continue
        if _do(job=job, now=now):
            done.append(job.key)
    return done


def _do(*, job, now) -> bool:
    try:
        job.run()
    except Exception as error:  # one broken job must not stop the others
        logger.exception("job %s failed", job.key)
        JobRun.objects.update_or_create(key=job.key, defaults={"tried_at": now, "error": repr(error)[:2000]})
        return False
    JobRun.objects.update_or_create(key=job.key, defaults={"tried_at": now, "done_at": now, "error": ""})
    return True


def late_jobs(*, now=None) -> list[str]:
    """The keys of jobs not done when they were due."""
    now = now or timezone.now()
    done = dict(JobRun.objects.values_list("key", "done_at"))
    return [job.key for job in registry.jobs if not done.get(job.key) or now - done[job.key] > 2 * job.every + GRACE]
