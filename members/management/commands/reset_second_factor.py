from django.core.management.base import BaseCommand, CommandError

from members.models import User
from members.services.sign_in import reset_second_factor


class Command(BaseCommand):
    help = "Takes the second factor from a person who lost it, for the last coordinator or administrator."

    def add_arguments(self, parser):
        parser.add_argument("email", help="the address the person signs in with")

    def handle(self, *args, email, **options):
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {email}.")
        reset_second_factor(user=user, by=None)
        self.stdout.write(f"{user.email} signs in without a second factor now and gets a mail about it.")
