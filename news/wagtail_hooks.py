from wagtail import hooks

from news.viewsets import CopyLatestViewSet, NewsListing


@hooks.register("register_admin_viewset")
def viewsets():
    return [NewsListing(), CopyLatestViewSet()]
