"""What profiles show in other parts of the house, and their nightly work."""

from datetime import timedelta
from functools import partial

from django.utils.translation import gettext_lazy as _

from members import desk
from members.models import BusinessPage, InitiativePage, ProfileRecord
from members.people.media_traces import MEDIA
from members.people.traces import PARTS
from members.permissions import coordinates
from members.services.hours import rebuild_all_spans
from members.services.personal_data import erase_forgotten
from members.services.sign_in import forget_old_tries
from site_core.models import SiteSettings
from site_core.registry import DeskPanel, Job, Kind, Result, registry
from site_core.text.lists import listed

#: The answers of the portrait interview in the order in which somebody who searches wants to read them.
TOLD = ("what_we_offer", "who_we_are", "what_the_kiez_means", "why_we_take_part")


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
                texts=partial(_texts, profile),
            )
            for profile in profiles
        ]

    return results


def _texts(profile):
    return (profile.summary, profile.claim, *(getattr(profile, name) for name in TOLD))


def _trades(profile) -> str:
    return listed(trade.label for trade in profile.trades.all())


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

PANELS = (
    DeskPanel(
        "reviews",
        _("To review"),
        desk.to_review,
        shown_to=desk.reviews,
        empty=_("No change waits for review."),
        first=True,
        order=10,
    ),
    DeskPanel(
        "applications",
        _("Want to take part"),
        desk.applications,
        shown_to=coordinates,
        empty=_("No application waits."),
        first=True,
        order=20,
    ),
    DeskPanel(
        "change_requests",
        _("Change requests"),
        desk.change_requests,
        shown_to=lambda user: user.has_perm("members.view_changerequest"),
        empty=_("Nobody has asked for a change."),
        first=True,
        order=30,
    ),
    DeskPanel("without_people", _("To be visited"), desk.without_people, shown_to=coordinates, order=90),
)
for panel in PANELS:
    registry.add_desk_panel(panel)
