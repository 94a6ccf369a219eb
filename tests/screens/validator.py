"""The Nu validator over a folder of pages, in one run: `python -m tests.screens.validator FOLDER`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JAR = ROOT / "var" / "tools" / "validator" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SECONDS = 300


def missing() -> str:
    """Why no page can be validated here; empty if all is there. `sh tests/install_tools.sh validator` brings it."""
    if shutil.which("java") is None:
        return "no Java on this machine"
    return "" if JAR.exists() else "the validator is not installed"


def messages(folder: Path) -> tuple[list[str], list[str]]:
    """(errors, warnings) in the pages of this folder, each with the page's name and the place."""
    command = [
        "java",
        "-Xss1m",
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        "--skip-non-html",
    ]
    answer = subprocess.run(
        [*command, str(folder)], capture_output=True, check=True, timeout=SECONDS, env={**os.environ, "LANG": "C.UTF-8"}
    )
    errors, warnings = [], []
    for message in json.loads(answer.stdout)["messages"]:
        place = f"{Path(message.get('url', '')).stem}:{message.get('lastLine', '')}"
        line = f"{place} {message['message']} {' '.join(message.get('extract', '').split())[:160]}"
        (warnings if message["type"] == "info" else errors).append(line)
    return errors, warnings


def main(folder):
    errors, warnings = messages(Path(folder))
    print("\n".join([*(f"error {line}" for line in errors), *(f"warning {line}" for line in warnings)]))
    print(f"{len(errors)} errors, {len(warnings)} warnings")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(missing() or main(sys.argv[1]))
