from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.viewsets import KiezWordViewSet, UnansweredViewSet

register_snippet(KiezWordViewSet)


@hooks.register("register_admin_viewset")
def unanswered():
    return UnansweredViewSet()


@hooks.register("insert_global_admin_css")
def search_sheet():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin_search.css"))


@hooks.register("construct_reports_menu")
def no_empty_report(request, menu_items):
    """The promoted results bring a report of all searches; ours are counted only where they find little."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
