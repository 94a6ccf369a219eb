"""The system's Chromium: Playwright downloads none, and Chromium itself calls nobody."""

import shutil

FLAGS = [
    "--no-sandbox",  # in a container everything runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    """Where it is; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
