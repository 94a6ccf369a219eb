"""Lighthouse as on a phone: the four marks of a page, and every audit that costs one."""

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from tests.screens.browser import chromium

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "var" / "tools" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 5
#: Marks from 0 to 100 a page must reach; performance is the median of the runs.
LIMITS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SECONDS = 180


def run(address, categories=tuple(LIMITS)) -> dict:
    """One report, as Lighthouse writes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        command = ["node", str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={path}"]
        command += [f"--only-categories={','.join(categories)}", "--chrome-flags=--headless=new --no-sandbox"]
        environment = {**os.environ, "CHROME_PATH": chromium() or ""}
        subprocess.run(command, check=True, env=environment, timeout=SECONDS, stdout=subprocess.DEVNULL)
        return json.loads(path.read_text("utf-8"))


def marks(found) -> dict[str, int]:
    return {name: round((category["score"] or 0) * 100) for name, category in found["categories"].items()}


def failing(found) -> list[str]:
    """Every audit with a weight in its category and less than the full score."""
    lines = []
    for name, category in found["categories"].items():
        for reference in category["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.98:
                shown = audit.get("displayValue", "")
                nodes = [
                    item["node"]["snippet"] for item in audit.get("details", {}).get("items", []) if "node" in item
                ]
                lines.append(f"{name}: {audit['id']} {audit['score']:.2f} {shown} {' '.join(nodes[:3])[:240]}".strip())
    return lines


def report(site, pages) -> bool:
    """Prints the marks of each page; whether all of them are reached."""
    good = True
    for name, address in pages.items():
        first = run(site + address)
        reached = marks(first)
        speeds = [reached["performance"]]
        speeds += [marks(run(site + address, ("performance",)))["performance"] for _again in range(RUNS - 1)]
        reached["performance"] = round(statistics.median(speeds))
        over = [category for category, least in LIMITS.items() if reached[category] < least]
        good = good and not over
        figures = ", ".join(f"{category} {mark}" for category, mark in reached.items())
        print(f"{name:<12}{figures} (performance {sorted(speeds)}){'  under the limit' if over else ''}", flush=True)
        for line in failing(first):
            print(f"            {line}")
    return good
