from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from site_core.blocks.story import StoryBlock, plain_text, story_images
from site_core.feeds import atom
from site_core.forms import TopicFilterForm
from site_core.listing import ListingMixin
from site_core.models.pages import ContentPage
from site_core.pictures import picture


class StoryPage(ContentPage):
    """A page that tells something: a lead, a picture, a story of blocks, topics."""

    lead = models.TextField(_("lead"), max_length=300, help_text=_("What it is about, in one or two sentences."))
    picture = models.ForeignKey(
        "site_core.KiezImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    story = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)

    reading_fields = ("lead",)
    story_panels = [FieldPanel("picture"), FieldPanel("story"), *ContentPage.topic_panels]

    class Meta:
        abstract = True

    @property
    def search_texts(self):
        return [*super().search_texts, self.lead, plain_text(self.story)]

    @property
    def summary(self):
        return self.lead

    def told(self):
        """Its texts one after the other, the lead first."""
        yield self.lead
        yield plain_text(self.story)

    @property
    def share_picture(self):
        return self.picture

    def pictures(self):
        return [*super().pictures(), *((image, ("story",)) for image in story_images(self.story))]

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            "picture": picture(self.picture, "wide"),
            "topics": list(self.topics.all()),
        }


class StoryIndexPage(RoutablePageMixin, ListingMixin, ContentPage):
    """A list of stories, filtered by topic, with an Atom feed; a subclass names the stories, their order and card."""

    template = "pages/site_core/story_index_page.html"
    card_template: str
    filter_form_class = TopicFilterForm
    per_page = 12

    intro = models.TextField(_("introduction"), blank=True, max_length=600)

    reading_fields = ("intro",)
    content_panels = [*ContentPage.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    @property
    def search_texts(self):
        return [*super().search_texts, self.intro]

    @property
    def summary(self):
        return self.intro

    def stories(self):
        """All stories below this page, as a queryset."""
        raise TypeError(f"{type(self).__name__} must say what it lists.")

    def ordered(self, stories):
        """The stories in the order of the list; by default the newest first."""
        return stories.order_by("-first_published_at", "-pk")

    def listed(self, form, request):
        found = self.ordered(self.stories().for_cards())
        topic = form.chosen.get("topic")
        return found.with_topic(topic) if topic else found

    @path("feed/", name="feed")
    def feed(self, request):
        newest = self.stories().visible().order_by("-first_published_at", "-pk")
        return atom(self, newest[:30], moment=lambda page: page.first_published_at)
