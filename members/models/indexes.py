from django.db import models
from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from members.facets import count_facets
from members.forms import ProfileFilterForm
from members.models.profiles import BusinessPage, InitiativePage
from members.presenting import card_of, chips, feature_collection
from members.querysets import ProfileQuerySet
from site_core.listing import ListingMixin
from site_core.models import ContentPage
from site_core.querysets import ContentPageQuerySet


class ProfileIndexPage(ListingMixin, ContentPage):
    """A directory of profiles: filters with counts, cards in telephone-book order, and the same as GeoJSON."""

    profile_model: type = BusinessPage
    filter_form_class = ProfileFilterForm

    intro = models.TextField(_("introduction"), blank=True, max_length=600)

    objects = PageManager.from_queryset(ContentPageQuerySet)()

    search_fields = [*ContentPage.search_fields, index.SearchField("intro")]
    content_panels = [*ContentPage.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    @property
    def search_texts(self):
        return [*super().search_texts, self.intro]

    @property
    def summary(self):
        return self.intro

    def profiles(self) -> ProfileQuerySet:
        return self.profile_model.objects.child_of(self)

    def routable_child(self, slug, request):
        """The profile with all its single rows in one query."""
        profile = self.profiles().filter(slug=slug).select_related("portrait", "record", "hours").first()
        if profile is not None:
            profile._cached_parent_obj = self
        return profile

    def listed(self, form, request):
        return self.profiles().for_cards().matching(form.filters).in_order()

    def presented(self, pages, request):
        return [card_of(page, request) for page in pages]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        facets = count_facets(self.profiles().visible(), context["form"].filters, moment=timezone.now())
        return {**context, "facets": facets, "chips": chips(context["form"], facets, request)}

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "geojson":
            form = self.filter_form_class(request.GET)
            profiles = self.profiles().on_the_map().matching(form.filters).for_results().in_order()
            return JsonResponse(feature_collection(profiles, request), content_type="application/geo+json")
        return super().serve(request, *args, **kwargs)


class BusinessIndexPage(ProfileIndexPage):
    """The directory of businesses, at /gewerbe/."""

    profile_model = BusinessPage
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.BusinessPage"]
    max_count = 1
    template = "pages/members/profile_index.html"
    empty_words = _("No business fits all of these filters. Take one away, or search for a word.")

    class Meta:
        verbose_name = _("business directory")


class InitiativeIndexPage(ProfileIndexPage):
    """The directory of social initiatives, at /initiativen/."""

    profile_model = InitiativePage
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.InitiativePage"]
    max_count = 1
    template = "pages/members/profile_index.html"
    empty_words = _("No initiative fits all of these filters. Take one away, or search for a word.")

    class Meta:
        verbose_name = _("initiative directory")
