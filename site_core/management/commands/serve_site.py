import os
import signal
import subprocess
import sys
import threading

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Serves the site with gunicorn and runs its worker beside it, until one of them ends or it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--bind", default=f"127.0.0.1:{os.environ.get('PORT', '8000')}")
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args, bind, workers, **options):
        gunicorn = ["gunicorn", "site_core.wsgi", "--bind", bind, "--workers", str(workers), "--threads", "4"]
        gunicorn += [
            "--preload",
            "--timeout",
            "60",
            "--no-control-socket",
            "--access-logfile",
            os.environ.get("ACCESS_LOG", "/dev/null"),
        ]
        commands = [[sys.executable, "-m", *gunicorn], [sys.executable, sys.argv[0], "run_worker"]]
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        processes = [subprocess.Popen(command) for command in commands]
        while not stop.wait(0.5):
            if any(process.poll() is not None for process in processes):
                break
        for process in processes:
            process.terminate()
        codes = [process.wait(timeout=30) for process in processes]
        if not stop.is_set():
            sys.exit(max(map(abs, codes)) or 1)
