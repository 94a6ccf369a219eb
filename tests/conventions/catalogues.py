"""Holds the translation catalogues against the code and against one another: complete, sound, nothing fuzzy.

Every string of the code is collected and stands in each catalogue; every catalogue says it, in all its plural forms,
with the placeholders and markup of the original. Run as `python -m tests.conventions.catalogues`; needs GNU gettext.
"""

import re
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
#: How many forms a counted thing has.
LANGUAGES = {"de": 2, "tr": 2, "ar": 6}
IGNORED = (".venv", "var", "tests")
COLLECT = ["makemessages", "--no-location", "--no-obsolete", "--verbosity", "0"]
COLLECT += [part for name in IGNORED for part in ("--ignore", name)]
#: What a translation must keep: `%(name)` (written its own way, `s` or `02d`), `%s`, `{name}`, tags.
KEPT = re.compile(r"%\(\w+\)|%[sd]|\{\w*\}|</?[a-z][a-z0-9]*(?:\s[^>]*)?>")


def catalogue(language) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def problems() -> list[str]:
    """One line for each string that is missing in a catalogue or not said well there."""
    return [*not_collected(), *(line for path in all_catalogues() for line in faults(path))]


def not_collected() -> list[str]:
    """Strings of the code that a catalogue does not have yet."""
    before = {language: catalogue(language).read_bytes() for language in LANGUAGES}
    held = {language: _keys(catalogue(language)) for language in LANGUAGES}
    arguments = [argument for language in LANGUAGES for argument in ("--locale", language)]
    try:
        subprocess.run([sys.executable, "manage.py", *COLLECT, *arguments], cwd=ROOT, check=True)
        collected = {language: _keys(catalogue(language)) for language in LANGUAGES}
    finally:
        for language, content in before.items():
            catalogue(language).write_bytes(content)
    return [
        f"{language}: not in the catalogue, run `make messages`: {words!r}"
        for language in LANGUAGES
        for _context, words in sorted(collected[language] - held[language])
    ]


def all_catalogues() -> list[Path]:
    """Ours, and what we add to the packages'."""
    return sorted([*ROOT.glob("locale/*/LC_MESSAGES/*.po"), *ROOT.glob("locale_packages/*/LC_MESSAGES/*.po")])


def faults(path) -> list[str]:
    """What is wrong within one catalogue, whose folder names its language: `…/tr/LC_MESSAGES/django.po`."""
    language = path.parents[1].name
    found = []
    for message in _messages(path):
        originals, said = _forms(message.id), _forms(message.string)
        if message.fuzzy:
            fault = "fuzzy"
        elif not all(said):
            fault = "not translated"
        elif len(said) != (LANGUAGES[language] if len(originals) > 1 else 1):
            fault = "plural forms are missing"
        elif not _keeps(originals, said):
            fault = "other placeholders or markup than the original"
        else:
            continue
        found.append(f"{language}: {fault}: {originals[0]!r}")
    return found


def _messages(path) -> list:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.parents[1].name) if message.id]


def _keys(path) -> set:
    return {(message.context or "", str(message.id)) for message in _messages(path)}


def _forms(words) -> list[str]:
    return list(words) if isinstance(words, tuple | list) else [words]


def _keeps(originals, said) -> bool:
    """The last form keeps everything; those for one or two may say the number with the word."""
    wanted = _kept(originals[-1])
    return _kept(said[-1]) == wanted and all(_kept(form) <= wanted | _kept(originals[0]) for form in said)


def _kept(text) -> set[str]:
    return set(KEPT.findall(text))


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "catalogues are complete")
    sys.exit(bool(lines))
