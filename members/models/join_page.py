from django.db import models
from django.urls import get_callable
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager
from wagtail.search import index

from site_core.models import ContentPage
from site_core.querysets import ContentPageQuerySet


class JoinPage(RoutablePageMixin, ContentPage):
    """»Mitmachen«: a few words the editors keep, the form to apply below them, and the page that thanks."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    template = "pages/members/join_page.html"

    lead = models.TextField(_("lead"), blank=True, max_length=300)
    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=1500,
        help_text=_("Stands above the form. Short, so that the form is near; an empty line begins a new paragraph."),
    )

    objects = PageManager.from_queryset(ContentPageQuerySet)()

    search_fields = [*ContentPage.search_fields, index.SearchField("lead"), index.SearchField("intro")]
    content_panels = [*ContentPage.content_panels, FieldPanel("lead"), FieldPanel("intro")]

    class Meta:
        verbose_name = _("joining page")

    @property
    def search_texts(self):
        return [*super().search_texts, self.lead, self.intro]

    @property
    def summary(self):
        return self.lead

    # Views stand above the models and are named, as in the settings: importing them here would be a circle.
    @path("", name="form")
    def form(self, request):
        return get_callable("members.joining.views.apply")(request, self)

    @path("danke/", name="thanks")
    def thanks(self, request):
        return get_callable("members.joining.views.thank")(request, self)
