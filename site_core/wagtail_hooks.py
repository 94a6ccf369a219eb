from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from site_core.models import Topic
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


@hooks.register("insert_global_admin_css")
def admin_sheet():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_help_menu")
def our_own_help_only(request, menu_items):
    """Wagtail's help is in English and elsewhere."""
    menu_items[:] = []
