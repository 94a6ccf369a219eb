from django.core.management.base import BaseCommand

from members.services.trades import load_languages, load_trades


class Command(BaseCommand):
    help = "Adds missing trades and spoken languages; what editors changed stays. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--overwrite", action="store_true", help="bring changed trades back to the delivered state")

    def handle(self, *args, overwrite, **options):
        added, updated = load_trades(overwrite=overwrite)
        languages = load_languages()
        self.stdout.write(f"{added} trades added, {updated} updated, {languages} languages added.")
