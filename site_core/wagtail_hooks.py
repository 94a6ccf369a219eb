from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from site_core.desk import Desk
from site_core.models import Topic
from site_core.reading_ease import ReadingEaseViewSet, ask_address
from site_core.viewsets import MailViewSet


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "slug"]
    list_per_page = 100


register_snippet(TopicViewSet)


@hooks.register("register_admin_viewset")
def outbox():
    return MailViewSet()


@hooks.register("register_admin_viewset")
def reading_ease():
    return ReadingEaseViewSet()


@hooks.register("insert_editor_js")
def reading_ease_script():
    return format_html(
        '<script src="{}" data-address="{}" defer></script>', static("js/reading_ease.js"), ask_address()
    )


@hooks.register("insert_global_admin_css")
def admin_sheets():
    sheets = [[static(f"css/{name}.css")] for name in ("admin_palette", "admin")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("construct_help_menu")
def our_own_help_only(request, menu_items):
    """Wagtail's help is in English and elsewhere."""
    menu_items[:] = []


@hooks.register("construct_homepage_panels")
def our_own_desk(request, panels):
    """In place of Wagtail's panels, which ask some queries more for every page that waits."""
    panels[:] = [Desk(request.user)]
