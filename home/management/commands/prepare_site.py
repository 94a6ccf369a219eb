from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.services.demo import ACCOUNTS, demo_password, is_demo, seed, sync_demo_accounts
from home.services.setup import is_set_up


class Command(BaseCommand):
    help = "Brings a database up to date before serving: migrations, an empty site set up, demo content where allowed."

    def handle(self, *args, **options):
        call_command("migrate", interactive=False, verbosity=0)
        empty = not is_set_up()
        call_command("setup_site", verbosity=0)
        if empty and settings.DEMO_ALLOWED:
            self.stdout.write("Empty database: growing the demo Kiez …")
            seed(report=self.stdout.write)
        self.stdout.write(f"\n  {settings.WAGTAILADMIN_BASE_URL}/\n  {settings.WAGTAILADMIN_BASE_URL}/admin/\n")
        if is_demo():
            sync_demo_accounts()
            self.stdout.write(f"  Demo sign-ins, password {demo_password()}: {', '.join(ACCOUNTS)}\n")
