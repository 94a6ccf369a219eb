from django.core.management.base import BaseCommand

from home.services.demo import ACCOUNTS, demo_password, seed


class Command(BaseCommand):
    help = "Fills an empty site with the invented demo Kiez (refused under production settings)."

    def handle(self, *args, **options):
        seed(report=self.stdout.write)
        self.stdout.write(f"Demo sign-ins, password {demo_password()}: {', '.join(ACCOUNTS)}")
