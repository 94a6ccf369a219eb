from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override
from tqdm import tqdm

from members.importing import UnknownFormat, read_rows
from members.services.osm_import import import_osm
from members.services.own_csv import import_own, is_own_file
from members.services.profiles import NoDirectory


class Command(BaseCommand):
    help = "Reads businesses from an OpenStreetMap extract (CSV) or from a file written by export_businesses."

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
                if is_own_file(file):
                    report = import_own(file, dry_run=dry_run, progress=progress)
                else:
                    report = import_osm(read_rows(file), dry_run=dry_run, progress=progress)
            except UnknownFormat as error:
                raise CommandError(str(error)) from error
            except NoDirectory as error:
                raise CommandError(_("There is no directory yet; please run setup_site first.")) from error
            self._say(report, dry_run)

    def _say(self, report, dry_run):
        line = _("Line %(line)s %(name)s: %(reason)s")
        for heading, rows in ((_("Not imported"), report.refused), (_("Left as it is"), report.kept)):
            if rows:
                self.stdout.write(f"{heading}:")
            for number, name, reason in rows:
                self.stdout.write("  " + " ".join((line % {"line": number, "name": name, "reason": reason}).split()))
        if dry_run:
            self.stdout.write(_("Dry run, nothing was changed."))
        self.stdout.write(
            _(
                "%(added)s added, %(updated)s updated, %(unchanged)s unchanged, %(kept)s left alone, "
                "%(refused)s refused."
            )
            % {
                "added": report.added,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "kept": len(report.kept),
                "refused": len(report.refused),
            }
        )
