import os
import signal
import subprocess
import sys
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand

from site_core.services.jobs import work_until


class Command(BaseCommand):
    help = "Serves the site with gunicorn and does the worker's jobs beside it, until it is stopped or gunicorn ends."

    def add_arguments(self, parser):
        parser.add_argument("--bind", default=f"127.0.0.1:{os.environ.get('PORT', '8000')}")
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--prepare", action="store_true", help="run prepare_site first, in this process")

    def handle(self, *args, bind, workers, prepare, **options):
        if prepare:
            call_command("prepare_site", stdout=self.stdout)
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "site_core.wsgi", "--bind", bind, "--workers", str(workers)]
            + ["--threads", "4", "--preload", "--timeout", "60", "--no-control-socket", "--log-level", "warning"]
        )
        try:
            work_until(lambda: stop.wait(1) or server.poll() is not None)
        finally:
            server.terminate()
            code = server.wait(timeout=40)
        if not stop.is_set():
            sys.exit(code or 1)
