from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.presenting import home_context
from site_core.models import ContentPage, StoryPage
from site_core.navigation import public_children


class HomePage(ContentPage):
    """The front page: a question, portraits, who is open now, news and campaigns."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "members.BusinessIndexPage",
        "members.InitiativeIndexPage",
        "news.NewsIndexPage",
        "campaigns.CampaignIndexPage",
        "members.JoinPage",
        "home.StandardPage",
    ]
    max_count = 1
    template = "pages/home/home_page.html"

    question = models.CharField(_("question as headline"), max_length=120)
    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    search_hint = models.CharField(_("example in the search field"), max_length=80, blank=True)

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("question"),
        FieldPanel("intro"),
        FieldPanel("search_hint"),
    ]

    class Meta:
        verbose_name = _("home page")

    @property
    def summary(self):
        return self.intro

    def routable_child(self, slug, request):
        """From the children the menu needs anyway."""
        child = next((page for page in public_children(self, request) if page.slug == slug), None)
        if child is None:
            return super().routable_child(slug, request)
        child._cached_parent_obj = self
        return child

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **home_context(request)}


class StandardPage(StoryPage):
    """A page of text: about the project, imprint, privacy, joining."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "pages/home/standard_page.html"

    lead = models.TextField(_("lead"), blank=True, max_length=600)

    content_panels = [*StoryPage.content_panels, FieldPanel("lead"), *StoryPage.story_panels]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
