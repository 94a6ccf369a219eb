from django.conf import settings

from site_core.models import SiteSettings


def site_sender() -> str:
    """The sender of the site's mails: as set by staff, else the installation's own."""
    return SiteSettings.load().mail_sender or settings.DEFAULT_FROM_EMAIL
