"""CPU and wall time of `make run` in a fresh clone until the first page is served, first and second start.

Run as `python -m tests.bench.start`; Linux only.
"""

import ctypes
import os
import resource
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("BENCH_PORT", "8899"))
LIMIT = 900
PR_SET_CHILD_SUBREAPER = 36
#: What the other measurements set; a newcomer has none of it.
NOT_A_NEWCOMERS = ("DJANGO_SETTINGS_MODULE", "TEST_DATABASE_URL", "DATABASE_URL", "DEMO")


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=10) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


def start(clone) -> tuple[float, float]:
    """(CPU seconds, wall seconds) until the home page answers; everything is stopped and waited for afterwards."""
    before, began = spent(), time.monotonic()
    own = {name: value for name, value in os.environ.items() if name not in NOT_A_NEWCOMERS}
    environment = {**own, "PORT": str(PORT)}
    process = subprocess.Popen(
        ["make", "run"], cwd=clone, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while not answers():
            if process.poll() is not None or time.monotonic() - began > LIMIT:
                raise SystemExit("make run did not serve the site")
            time.sleep(0.2)
        wall = time.monotonic() - began
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        reap()
    return spent() - before, wall


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def reap():
    """Waits for every process that was started, also those whose parent ended first."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def main():
    # Orphans come to this process, so that their CPU time counts.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory(prefix="kiez-start-") as folder:
        clone = Path(folder) / "project"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        for name in ("first", "second"):
            cpu, wall = start(clone)
            print(f"{name} start: {cpu:.1f} s CPU, {wall:.1f} s until the home page answers", flush=True)


if __name__ == "__main__":
    main()
