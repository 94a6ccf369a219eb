from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override
from tqdm import tqdm

from members.importing import UnknownFormat
from members.importing.house_numbers import read_doors
from members.services.house_numbers import import_house_numbers


class Command(BaseCommand):
    help = "Reads house numbers with coordinates (CSV), so that an address becomes a point on the plan."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")

    def handle(self, *args, file, dry_run, verbosity, **options):
        with override("de"):
            if not file.is_file():
                raise CommandError(_("There is no file %(path)s.") % {"path": file})

            def progress(rows):
                return tqdm(rows, unit=" Zeilen", file=self.stderr, disable=verbosity == 0 or None)

            try:
                report = import_house_numbers(read_doors(file), dry_run=dry_run, progress=progress)
            except UnknownFormat as error:
                raise CommandError(str(error)) from error
            self._say(report, dry_run)

    def _say(self, report, dry_run):
        if report.refused:
            self.stdout.write(_("Not imported") + ":")
        for line, reason in report.refused:
            self.stdout.write("  " + _("Line %(line)s: %(reason)s") % {"line": line, "reason": reason})
        if dry_run:
            self.stdout.write(_("Dry run, nothing was changed."))
        self.stdout.write(
            _("%(added)s added, %(updated)s updated, %(unchanged)s unchanged, %(refused)s refused.")
            % {
                "added": report.added,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "refused": len(report.refused),
            }
        )
