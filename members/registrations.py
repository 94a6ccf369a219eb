"""What profiles show in other parts of the house, and their nightly work."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from members.models import BusinessPage, InitiativePage, ProfileRecord
from members.people.media_traces import MEDIA
from members.people.traces import PARTS
from members.services.hours import rebuild_all_spans
from members.services.personal_data import erase_forgotten
from members.services.sign_in import forget_old_tries
from site_core.models import SiteSettings
from site_core.registry import Job, Kind, Result, registry


def _results(model, kind):
    def results(ids):
        profiles = model.objects.for_results().filter(pk__in=ids)
        return [
            Result(
                pk=profile.pk,
                title=profile.title,
                url=profile.url,
                kind=kind,
                language=profile.content_language,
                excerpt=profile.summary,
                meta=" · ".join(filter(None, [_trades(profile), profile.address])),
                plate=profile.house_number,
                source_id=profile.record.source_id if getattr(profile, "record", None) else "",
            )
            for profile in profiles
        ]

    return results


def _trades(profile) -> str:
    return ", ".join(trade.label for trade in profile.trades.all())


def _unlisted():
    if SiteSettings.load().index_unconfirmed:
        return ProfileRecord.objects.none().values_list("page_id", flat=True)
    return ProfileRecord.objects.unconfirmed().filter(page__isnull=False).values_list("page_id", flat=True)


registry.add_kind(
    Kind("business", _("Businesses"), _("Business"), "members.BusinessPage", _results(BusinessPage, "business"), 10)
)
registry.add_kind(
    Kind(
        "initiative",
        _("Initiatives"),
        _("Initiative"),
        "members.InitiativePage",
        _results(InitiativePage, "initiative"),
        20,
    )
)
registry.add_unlisted(_unlisted)
registry.add_job(Job("opening_spans", rebuild_all_spans, every=timedelta(hours=12)))
registry.add_job(Job("old_tries", forget_old_tries, every=timedelta(hours=1)))
registry.add_job(Job("ended_accounts", erase_forgotten, every=timedelta(hours=24)))
for part in (MEDIA, *PARTS):
    registry.add_personal_data(part)
