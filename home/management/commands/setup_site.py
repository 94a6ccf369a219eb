from django.core.management.base import BaseCommand

from home.services.setup import set_up_site


class Command(BaseCommand):
    help = "Gives an empty installation its page tree, trades, topics, roles, review and settings. Safe to run again."

    def handle(self, *args, verbosity, **options):
        made = set_up_site()
        if verbosity:
            self.stdout.write(f"Made: {', '.join(made)}." if made else "Everything is there already.")
