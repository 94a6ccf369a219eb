import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from site_core.services.jobs import run_due_jobs


class Command(BaseCommand):
    help = "Does the periodic jobs (scheduled publishing, opening hours, waiting mails) until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="one round, then end")
        parser.add_argument("--interval", type=float, default=10, help="seconds between two rounds (default 10)")

    def handle(self, *args, once, interval, verbosity, **options):
        stop = threading.Event()
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while True:
            close_old_connections()
            done = run_due_jobs()
            if done and verbosity > 1:
                self.stdout.write(f"done: {', '.join(done)}")
            if once or stop.wait(interval):
                return
