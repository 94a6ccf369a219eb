from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, PageManager

from campaigns.presenting import campaign_card
from site_core.models import StoryIndexPage, StoryPage
from site_core.querysets import ContentPageQuerySet, public_in_order
from site_core.structured_data import event_data


class CampaignQuerySet(ContentPageQuerySet):
    def with_last_day(self):
        return self.annotate(last_day=Coalesce("ends_on", "starts_on"))

    def not_over(self, day):
        """Running or still to come on that day, the next one first."""
        return self.with_last_day().filter(last_day__gte=day).order_by("starts_on", "pk")

    def over(self, day):
        """Past on that day, the latest first."""
        return self.with_last_day().filter(last_day__lt=day).order_by("-last_day", "-pk")

    def current_first(self, day):
        """Running and coming ones by date, then those that are over, the latest first."""
        still = Q(last_day__gte=day)
        return self.with_last_day().order_by(
            models.Case(models.When(still, then=0), default=1),
            models.Case(models.When(still, then=F("starts_on"))),
            F("last_day").desc(),
            "pk",
        )

    def for_cards(self):
        """Everything a campaign card shows, in two queries."""
        return self.visible().select_related("picture").prefetch_related("picture__renditions")


class CampaignPage(StoryPage):
    """A joint action (Aktion) that businesses take part in."""

    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types: list[str] = []
    template = "pages/campaigns/campaign_page.html"

    starts_on = models.DateField(_("first day"), db_index=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: it lasts one day."))
    place = models.CharField(_("place"), max_length=200, blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    content_panels = [
        *StoryPage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("place"),
        *StoryPage.story_panels,
        InlinePanel("participants", heading=_("Who takes part?"), label=_("Business or initiative")),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first.")})

    @property
    def search_texts(self):
        return [*super().search_texts, self.place]

    def is_over(self, day) -> bool:
        return (self.ends_on or self.starts_on) < day

    def get_context(self, request, *args, **kwargs):
        joined = public_in_order([item.profile_id for item in self.participants.all()])
        return {
            **super().get_context(request, *args, **kwargs),
            "participants": [(page.title, page.get_url(request)) for page in joined],
            "is_over": self.is_over(timezone.localdate()),
            "structured_data": event_data(self),
        }


class CampaignParticipant(Orderable):
    """A business or an initiative takes part in a campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="participants")
    profile = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("business or initiative")
    )

    panels = [PageChooserPanel("profile", ["members.BusinessPage", "members.InitiativePage"])]

    class Meta(Orderable.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self):
        return self.profile.title


class CampaignIndexPage(StoryIndexPage):
    """All campaigns, the running ones first, at /aktionen/; the same as an Atom feed."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    max_count = 1
    template = StoryIndexPage.template
    card_template = "components/campaign_card.html"
    empty_words = _("No campaign on this yet.")

    class Meta:
        verbose_name = _("campaigns")

    def stories(self):
        return CampaignPage.objects.child_of(self)

    def ordered(self, stories):
        return stories.current_first(timezone.localdate())

    def presented(self, pages, request):
        return [campaign_card(page, request) for page in pages]
