"""The demo site as `make run` serves it, in a database of its own that is thrown away."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 600
#: What other measurements set; the served site has none of it.
OTHERS = ("DJANGO_SETTINGS_MODULE", "TEST_DATABASE_URL")


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@contextmanager
def served_demo(port=None):
    """Yields the address of a running demo site, once its home page answers; ends it afterwards."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="kiez-served-") as folder:
        own = {name: value for name, value in os.environ.items() if name not in OTHERS}
        environment = {**own, "DATABASE_URL": f"sqlite:///{folder}/kiez.sqlite3", "DEMO": "1", "PORT": str(port)}
        manage = [sys.executable, "manage.py"]
        quiet = {"cwd": ROOT, "env": environment, "stdout": subprocess.DEVNULL}
        subprocess.run([*manage, "collectstatic", "--noinput", "--verbosity", "0"], check=True, **quiet)
        process = subprocess.Popen([*manage, "serve_site", "--prepare"], start_new_session=True, **quiet)
        try:
            _wait_for(address, process)
            yield address
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)


def _wait_for(address, process):
    began = time.monotonic()
    while not _answers(address):
        if process.poll() is not None or time.monotonic() - began > LIMIT:
            raise SystemExit("the demo site did not start")
        time.sleep(1)


def _answers(address) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/", timeout=10) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False
