from django.core.management.base import BaseCommand

from search.vocabulary import rebuild


class Command(BaseCommand):
    help = "Reads the words of all public pages anew, for completing, taking apart and mending what visitors type."

    def handle(self, *args, verbosity, **options):
        read = 0

        def progress(pages):
            nonlocal read
            read += pages
            if verbosity:
                self.stdout.write(f"{read} pages read …")

        kept, dropped = rebuild(progress)
        if verbosity:
            self.stdout.write(f"{kept} words, {dropped} dropped.")
