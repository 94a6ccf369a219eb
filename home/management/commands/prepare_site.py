from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from home.services.demo import ACCOUNTS, demo_password, is_demo, seed, sync_demo_accounts
from home.services.setup import is_set_up, set_up_site
from site_core.services.pictures import make_missing_pictures


class Command(BaseCommand):
    help = "Brings a database up to date before serving: migrations, an empty site set up, demo content where allowed."

    def handle(self, *args, **options):
        call_command("migrate", interactive=False, verbosity=0)
        if not is_set_up() and settings.DEMO_ALLOWED:
            self.stdout.write("Empty database: growing the demo Kiez …")
            # Whole or not at all: a first start that is interrupted begins anew at the next.
            with transaction.atomic():
                seed(report=self.stdout.write)
        else:
            set_up_site()
            if made := make_missing_pictures():
                self.stdout.write(f"Made the sizes of {made} pictures.")
        self.stdout.write(f"\n  {settings.WAGTAILADMIN_BASE_URL}/\n  {settings.WAGTAILADMIN_BASE_URL}/admin/\n")
        if is_demo():
            sync_demo_accounts()
            self.stdout.write(f"  Demo sign-ins, password {demo_password()}: {', '.join(ACCOUNTS)}\n")
