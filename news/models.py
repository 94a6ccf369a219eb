from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager

from news.presenting import news_card
from site_core.blocks.story import StoryBlock, plain_text
from site_core.feeds import atom
from site_core.forms import TopicFilterForm
from site_core.listing import ListingMixin
from site_core.models import ContentPage
from site_core.pictures import picture
from site_core.querysets import ContentPageQuerySet, public_in_order
from site_core.structured_data import news_data


class NewsQuerySet(ContentPageQuerySet):
    def newest_first(self):
        return self.order_by("-happened_on", "-pk")

    def for_cards(self):
        """Everything a news card shows, in two queries."""
        return self.visible().select_related("picture").prefetch_related("picture__renditions").newest_first()


class NewsPage(ContentPage):
    """One news article; its date is when it happened, not when it was published."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/news/news_page.html"

    happened_on = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    lead = models.TextField(_("lead"), max_length=300, help_text=_("What happened, in one or two sentences."))
    picture = models.ForeignKey(
        "site_core.KiezImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    story = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("lead"),
        FieldPanel("happened_on"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")])],
            heading=_("When does it appear?"),
            help_text=_("Empty: as soon as you publish it."),
        ),
        FieldPanel("picture"),
        FieldPanel("story"),
        *ContentPage.topic_panels,
        InlinePanel("mentions", heading=_("Who is it about?"), label=_("Business or initiative")),
    ]
    # The schedule stands under the lead, not in a dialog of the status panel: that dialog costs four clicks more.
    settings_panels = [FieldPanel("content_language")]

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")

    @property
    def search_texts(self):
        return [*super().search_texts, self.lead, plain_text(self.story)]

    @property
    def summary(self):
        return self.lead

    @property
    def share_picture(self):
        return self.picture

    def get_context(self, request, *args, **kwargs):
        mentioned = public_in_order([mention.profile_id for mention in self.mentions.all()])
        return {
            **super().get_context(request, *args, **kwargs),
            "picture": picture(self.picture, "wide"),
            "topics": list(self.topics.all()),
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


class NewsIndexPage(RoutablePageMixin, ListingMixin, ContentPage):
    """All news, newest first, at /aktuelles/; the same as an Atom feed."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count = 1
    template = "pages/news/news_index_page.html"
    filter_form_class = TopicFilterForm
    per_page = 12
    empty_words = _("No news on this yet.")

    intro = models.TextField(_("introduction"), blank=True, max_length=600)

    content_panels = [*ContentPage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("news")

    @property
    def summary(self):
        return self.intro

    def articles(self):
        return NewsPage.objects.child_of(self)

    def listed(self, form, request):
        articles = self.articles().for_cards()
        topic = form.chosen.get("topic")
        return articles.with_topic(topic) if topic else articles

    def presented(self, pages, request):
        return [news_card(page, request) for page in pages]

    @path("feed/", name="feed")
    def feed(self, request):
        return atom(self, self.articles().visible().newest_first()[:30], moment=lambda page: page.first_published_at)
