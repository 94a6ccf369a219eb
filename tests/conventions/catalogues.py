"""Holds the translation catalogues against the code: every string collected, German complete, nothing fuzzy.

Run as `python -m tests.conventions.catalogues`; needs GNU gettext.
"""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "tr", "ar")
#: Languages in which every string must be translated; the others fall back to German.
COMPLETE = ("de",)
IGNORED = (".venv", "var", "tests")
COLLECT = ["makemessages", "--no-location", "--no-obsolete", "--verbosity", "0"]
COLLECT += [part for name in IGNORED for part in ("--ignore", name)]


def catalogue(language) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def problems() -> list[str]:
    """One line for each string that is missing in a catalogue, untranslated or fuzzy."""
    before = {language: catalogue(language).read_bytes() for language in LANGUAGES}
    held = {language: _messages(language) for language in LANGUAGES}
    arguments = [argument for language in LANGUAGES for argument in ("--locale", language)]
    try:
        subprocess.run([sys.executable, "manage.py", *COLLECT, *arguments], cwd=ROOT, check=True)
        collected = {language: _messages(language) for language in LANGUAGES}
    finally:
        for language, content in before.items():
            catalogue(language).write_bytes(content)
    found = []
    for language in LANGUAGES:
        for key in collected[language].keys() - held[language].keys():
            found.append(f"{language}: not in the catalogue, run `make messages`: {key[1]!r}")
        for key, message in held[language].items():
            if message.fuzzy:
                found.append(f"{language}: fuzzy: {key[1]!r}")
            elif language in COMPLETE and not _is_translated(message):
                found.append(f"{language}: not translated: {key[1]!r}")
    return found


def _messages(language) -> dict:
    with catalogue(language).open("rb") as file:
        return {(message.context, str(message.id)): message for message in read_po(file, locale=language) if message.id}


def _is_translated(message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(strings)


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "catalogues are complete")
    sys.exit(bool(lines))
