from django.db import models
from django.http import JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from members.facets import count_facets
from members.forms import ProfileFilterForm
from members.models.profiles import BusinessPage, InitiativePage
from members.near import streets_to_choose
from members.plan_view import plan_view
from members.presenting import card_of, chips, feature_collection
from members.querysets import ProfileQuerySet
from site_core.listing import ListingMixin
from site_core.models import ContentPage
from site_core.plan_base import plan_base
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
        """The profile with all its single rows, and whether it is public, in one query."""
        found = self.profiles().filter(slug=slug).select_related("portrait", "record", "hours")
        profile = found.with_restriction().first()
        if profile is not None:
            profile._cached_parent_obj = self
        return profile

    def listed(self, form, request):
        if self.on_plan(request):
            return self.profiles().none()  # a plan has no pages
        return self._in_order(self.profiles().for_cards(), form)

    def on_plan(self, request) -> bool:
        """Whether the plan is asked for, and there is one."""
        return request.GET.get("view") == "plan" and plan_base() is not None

    def _in_order(self, profiles, form):
        found = profiles.matching(form.filters)
        origin = form.origin
        return found.by_distance(origin.latitude, origin.longitude) if origin else found.in_order()

    def presented(self, pages, request):
        return [card_of(page, request) for page in pages]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        facets = count_facets(self.profiles().visible(), context["form"].filters, moment=timezone.now())
        near = {"streets": streets_to_choose(facets.street), "noindex": "near" in request.GET}
        found = {**context, **near, "facets": facets, "chips": chips(context["form"], facets, request)}
        return {**found, **self._plan_context(context, request)}

    def _plan_context(self, context, request) -> dict:
        """The plan where it is asked for; `filters` keep it in every link."""
        base = plan_base()
        if not self.on_plan(request):
            return {"has_plan": base is not None}
        profiles = self._in_order(self.profiles().for_plan(), context["form"])
        return {
            "has_plan": True,
            "plan": plan_view(profiles, base, request),
            "filters": {**context["filters"], "view": "plan"},
        }

    def serve(self, request, *args, **kwargs):
        response = self._served(request, *args, **kwargs)
        if "near" in request.GET:  # where somebody stands is kept by nobody on the way
            patch_cache_control(response, private=True, no_store=True)
        return response

    def _served(self, request, *args, **kwargs):
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
