"""The desk's first screen: what waits, in the words of whoever looks after it. Apps add panels through the registry."""

from django.db.models import Count, Max, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, Revision

from site_core.models import OutgoingMail
from site_core.registry import DeskLine, DeskList, registry

#: Lines of a panel: of work that waits, and of what is only good to know.
WAITING_LINES, OTHER_LINES = 8, 5


class Desk(Component):
    """Every panel the person may see; those without lines and without a word for it are left out."""

    name = "desk"
    order = 100
    template_name = "site_core/admin/desk.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        panels = [(panel, panel.read(self.user)) for panel in registry.desk_panels_for(self.user)]
        shown = [(panel, found) for panel, found in panels if found.total or panel.empty]
        waiting = [(panel, found) for panel, found in shown if panel.first]
        return {
            "waiting": waiting,
            "all_done": not any(found.total for _panel, found in waiting),
            "others": [(panel, found) for panel, found in shown if not panel.first],
        }


def edit_url(page_id) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])


def counted(rows):
    """Adds `in_all`, how many there are, to each row: the first lines and the number in one query."""
    return rows.annotate(in_all=Window(Count("pk")))


def scheduled(user) -> DeskList:
    """Pages that become public or leave the site by themselves, the next one first."""
    coming = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
    going = Page.objects.live().filter(expire_at__gt=timezone.now())
    lines = [
        DeskLine(title, edit_url(pk), on=moment, note=_("becomes public"))
        for pk, title, moment in coming.order_by("approved_go_live_at", "pk").values_list(
            "object_id", "object_str", "approved_go_live_at"
        )[:OTHER_LINES]
    ]
    lines += [
        DeskLine(title, edit_url(pk), on=moment, note=_("leaves the site"))
        for pk, title, moment in going.order_by("expire_at", "pk").values_list("pk", "draft_title", "expire_at")[
            :OTHER_LINES
        ]
    ]
    lines.sort(key=lambda line: line.on)
    return DeskList(lines[:OTHER_LINES], len(lines))


def edited_by_me(user) -> DeskList:
    """The pages the person worked on last, whoever came after."""
    edits = PageLogEntry.objects.filter(user=user, action__in=("wagtail.create", "wagtail.edit"))
    pages = edits.filter(page__in=Page.objects.all()).values("page_id").annotate(last=Max("timestamp"))
    last = dict(pages.order_by("-last", "page_id").values_list("page_id", "last")[:OTHER_LINES])
    titles = dict(Page.objects.filter(pk__in=last).values_list("pk", "draft_title"))
    lines = [DeskLine(titles[pk], edit_url(pk), on=moment) for pk, moment in last.items()]
    return DeskList(lines, len(lines))


def edited_by_others(user) -> DeskList:
    """The pages whose newest version somebody else wrote; what an import wrote has no author."""
    pages = Page.objects.filter(latest_revision__user__isnull=False).exclude(latest_revision__user=user)
    names = ("first_name", "last_name", "email")
    rows = pages.order_by("-latest_revision_created_at", "pk").values_list(
        "pk", "draft_title", "latest_revision_created_at", *(f"latest_revision__user__{name}" for name in names)
    )[:OTHER_LINES]
    lines = [
        DeskLine(title, edit_url(pk), on=moment, note=f"{first} {last}".strip() or email)
        for pk, title, moment, first, last, email in rows
    ]
    return DeskList(lines, len(lines))


def stuck_mails(user) -> DeskList:
    mails = list(counted(OutgoingMail.objects.stuck().for_listing()).order_by("created_at", "pk")[:WAITING_LINES])
    lines = [
        DeskLine(mail.subject, reverse("mails:show", args=[mail.pk]), on=mail.created_at, note=", ".join(mail.to))
        for mail in mails
    ]
    listing = f"{reverse('mails:index')}?state={OutgoingMail.State.STUCK.value}"
    return DeskList(lines, mails[0].in_all if mails else 0, listing)
