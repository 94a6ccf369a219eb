"""How the site writes mails: the sender, the two parts of a letter, and the backend that puts each into the outbox."""

from django.conf import settings

from site_core.models import SiteSettings


def site_sender() -> str:
    """The sender of the site's mails: as set by staff, else the installation's own."""
    return SiteSettings.load().mail_sender or settings.DEFAULT_FROM_EMAIL
