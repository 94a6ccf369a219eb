"""Rows per CPU second of an import: 200 rows, spread over the file, against all: `make bench`."""

import os
import sys
import tempfile
import time
from pathlib import Path

from home.services.setup import set_up_site
from members.importing import read_rows
from members.models import BusinessPage, ProfileRecord
from members.services.osm_import import import_osm

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).resolve().parents[3] / "shared"))
FILE = SHARED / "data" / "businesses" / "neukoelln_osm.csv"
SAMPLE = 200


def rate(path):
    """(rows, rows per CPU second) of an import into an empty directory."""
    BusinessPage.objects.all().delete()
    ProfileRecord.objects.all().delete()
    started = time.process_time()
    report = import_osm(read_rows(path))
    spent = time.process_time() - started
    rows = report.added + report.updated + report.unchanged + len(report.refused) + len(report.kept)
    return rows, rows / spent


def main():
    if not FILE.exists():
        sys.exit(f"no shared data at {SHARED}")
    set_up_site()
    heading, *rows = FILE.read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.csv"
        sample.write_text("\n".join([heading, *rows[:: len(rows) // SAMPLE][:SAMPLE]]), "utf-8")
        rate(sample)  # the first import of a process also pays for loading libraries
        few, all_rows = rate(sample), rate(FILE)
    print(f"{few[0]} rows: {few[1]:.0f} rows per CPU second; {all_rows[0]} rows: {all_rows[1]:.0f}")
    print(f"ratio {all_rows[1] / few[1]:.2f}")
