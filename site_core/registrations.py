"""The ground floor's own periodic work."""

from datetime import timedelta

from django.core.management import call_command

from site_core.registry import Job, registry


def publish_scheduled():
    """Publishes and unpublishes pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


registry.add_job(Job("publish_scheduled", publish_scheduled, every=timedelta(minutes=1)))
