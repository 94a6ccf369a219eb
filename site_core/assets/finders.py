"""Hands made files to `collectstatic`, and to a server that reads static files where they lie."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from site_core.assets.fonts import FACES, cut, is_current
from site_core.assets.sheets import joined, sheets

SHEET = "css/site.css"


class MadeFilesFinder(BaseFinder):
    """Files are made when first looked for and when what they are made of has changed."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.MADE_FILES_DIR)
        super().__init__(*args, **kwargs)

    def find(self, path, find_all=False):
        if path != SHEET and path not in FACES:
            return []
        made = self._make(path)
        return [str(made)] if find_all else str(made)

    def list(self, ignore_patterns):
        for path in (SHEET, *FACES):
            self._make(path)
            yield path, self.storage

    def check(self, **kwargs):
        return []

    def _make(self, path):
        made = Path(self.storage.path(path))
        if path == SHEET:
            content = joined(sheets())
            if not made.exists() or made.read_bytes() != content:
                write(made, content)
        elif not is_current(FACES[path], made):
            write(made, cut(FACES[path]))
        return made


def write(path, content):
    """Whole or not at all: several processes may be at it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
