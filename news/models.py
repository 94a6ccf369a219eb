from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, PageManager

from news.presenting import news_card
from site_core.models import StoryIndexPage, StoryPage
from site_core.querysets import ContentPageQuerySet, public_in_order
from site_core.structured_data import news_data


class NewsQuerySet(ContentPageQuerySet):
    def newest_first(self):
        return self.order_by("-happened_on", "-pk")

    def for_cards(self):
        """Everything a news card shows, in two queries."""
        return self.visible().select_related("picture").prefetch_related("picture__renditions").newest_first()


class NewsPage(StoryPage):
    """One news article; its date is when it happened, not when it was published."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/news/news_page.html"

    happened_on = models.DateField(_("date"), default=timezone.localdate, db_index=True)

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *StoryPage.content_panels,
        FieldPanel("lead"),
        FieldPanel("happened_on"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")])],
            heading=_("When does it appear?"),
            help_text=_("Empty: as soon as you publish it."),
        ),
        *StoryPage.story_panels,
        InlinePanel("mentions", heading=_("Who is it about?"), label=_("Business or initiative")),
    ]
    # The schedule stands under the lead, not in a dialog of the status panel: that dialog costs four clicks more.
    settings_panels = [FieldPanel("content_language")]

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")

    def get_context(self, request, *args, **kwargs):
        mentioned = public_in_order([mention.profile_id for mention in self.mentions.all()])
        return {
            **super().get_context(request, *args, **kwargs),
            "mentioned": [(page.title, page.get_url(request)) for page in mentioned],
            "structured_data": news_data(self),
        }


class NewsMention(Orderable):
    """A news article speaks of a business or an initiative."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="mentions")
    profile = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("business or initiative")
    )

    panels = [PageChooserPanel("profile", ["members.BusinessPage", "members.InitiativePage"])]

    class Meta(Orderable.Meta):
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")

    def __str__(self):
        return self.profile.title


class NewsIndexPage(StoryIndexPage):
    """All news, newest first, at /aktuelles/; the same as an Atom feed."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count = 1
    template = StoryIndexPage.template
    card_template = "components/news_card.html"
    empty_words = _("No news on this yet.")

    class Meta:
        verbose_name = _("news")

    def stories(self):
        return NewsPage.objects.child_of(self)

    def ordered(self, stories):
        return stories.newest_first()

    def presented(self, pages, request):
        return [news_card(page, request) for page in pages]
