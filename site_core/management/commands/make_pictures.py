from django.core.management.base import BaseCommand

from site_core.services.pictures import make_missing_pictures


class Command(BaseCommand):
    help = "Makes the sizes of pictures that published pages show and that are not there yet, as after an update."

    def handle(self, *args, **options):
        self.stdout.write(f"Made the sizes of {make_missing_pictures()} pictures.")
