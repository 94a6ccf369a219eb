from wagtail import hooks

from news.models import NewsPage
from news.viewsets import CopyLatestViewSet, NewsListing


@hooks.register("register_admin_viewset")
def viewsets():
    return [NewsListing(), CopyLatestViewSet()]


@hooks.register("construct_page_action_menu")
def publishing_comes_first(menu_items, request, context):
    """News is written by those who publish it: the big button publishes, or schedules where a moment is set."""
    page = context.get("page")
    if page and page.specific_class is NewsPage:
        menu_items.sort(key=lambda item: item.name != "action-publish")
