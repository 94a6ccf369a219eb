import signal
import threading

from django.core.management.base import BaseCommand

from site_core.services.jobs import run_due_jobs, work_until


class Command(BaseCommand):
    help = "Does the periodic jobs (scheduled publishing, opening hours, waiting mails) until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="one round, then end")

    def handle(self, *args, once, **options):
        if once:
            run_due_jobs()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        work_until(lambda: stop.wait(1))
