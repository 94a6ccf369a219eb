"""Verbs of the news app."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.models import NewsPage
from site_core.text.folding import ascii_slug, free_slug


@transaction.atomic
def draft_from_latest(*, index, by) -> NewsPage | None:
    """A draft with the pictures, blocks, topics and mentions of the newest article, dated today; None without one."""
    latest = index.stories().newest_first().first()
    if latest is None:
        return None
    title = (_("Copy of %(title)s") % {"title": latest.title})[:255]
    slug = free_slug(ascii_slug(title), lambda wanted: index.get_children().filter(slug=wanted).exists())
    return latest.copy(
        update_attrs={
            "title": title,
            "draft_title": title,
            "slug": slug,
            "happened_on": timezone.localdate(),
            "go_live_at": None,
            "expire_at": None,
        },
        copy_revisions=False,
        keep_live=False,
        user=by,
    )
