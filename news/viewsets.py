"""Admin screens of the news app."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from news.models import NewsIndexPage, NewsPage
from news.services import draft_from_latest


class NewsListingView(IndexView):
    """All articles, with the shortest way to a new one: from the last."""

    template_name = "news/admin/listing.html"

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "news_index": NewsIndexPage.objects.first()}


class NewsListing(PageListingViewSet):
    model = NewsPage
    icon = "doc-full-inverse"
    menu_label = _("News")
    menu_order = 100
    name = "news"
    add_to_admin_menu = True
    index_view_class = NewsListingView
    ordering = "-latest_revision_created_at"


@require_POST
def copy_latest(request, pk):
    """Copies the newest article as a draft and opens it."""
    index = get_object_or_404(NewsIndexPage, pk=pk)
    if not index.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    draft = draft_from_latest(index=index, by=request.user)
    if draft is None:
        messages.info(request, _("There is no article to copy yet; please write the first one."))
        return redirect("wagtailadmin_pages:add", "news", "newspage", index.pk)
    return redirect("wagtailadmin_pages:edit", draft.pk)


class CopyLatestViewSet(ViewSet):
    name = "news_copy"
    url_prefix = "news-copy"

    def get_urlpatterns(self):
        return [path("<int:pk>/", copy_latest, name="latest")]
