"""The member's own screens: where they land, their pictures, help."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from members.own.pictures import PictureForm
from members.own.standing import gaps_of, standing_of
from members.permissions import keeps
from members.services.media import collection_of, delete_picture, own_pictures, pictures_of, uses_of
from members.services.memberships import own_pages
from members.services.reviews import withdraw_change
from site_core.models import SiteSettings


class OwnScreen(WagtailAdminTemplateMixin, View):
    """A screen of a member's, under one plain heading."""

    breadcrumbs_items = ()

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))


class StartView(OwnScreen):
    """Where a member lands: the form of the one page, or a list of several."""

    template_name = "members/own/start.html"
    page_title = gettext_lazy("My pages")
    header_icon = "home"
    one_page_url_name = "wagtailadmin_pages:edit"

    def get(self, request):
        self.pages = list(own_pages(request.user).specific())
        if len(self.pages) == 1:
            return redirect(self.one_page_url_name, self.pages[0].pk)
        return super().get(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(pages=[self._line(page) for page in self.pages], **kwargs)

    def _line(self, page):
        draft = page.get_latest_revision_as_object()
        return {
            "title": page.get_admin_display_title(),
            "url": reverse(self.one_page_url_name, args=[page.pk]),
            "standing": standing_of(page),
            "gaps": gaps_of(draft),
        }


class HoursListView(StartView):
    """The opening hours of the one page, or a choice."""

    template_name = "members/own/hours_list.html"
    page_title = gettext_lazy("My opening hours")
    header_icon = "history"
    one_page_url_name = "hours:edit"


class PicturesView(OwnScreen):
    """The pictures of one page, with a form for a new one; several pages are chosen by `?page=`."""

    template_name = "members/own/pictures.html"
    page_title = gettext_lazy("My pictures")
    header_icon = "image"

    def dispatch(self, request):
        self.pages = list(own_pages(request.user))
        self.profile = self._chosen(request.GET.get("page"))
        return super().dispatch(request)

    def _chosen(self, wanted):
        if wanted is None:
            return self.pages[0] if self.pages else None
        page = next((page for page in self.pages if str(page.pk) == wanted), None)
        if page is None:
            raise Http404
        return page

    def get(self, request):
        self.form = self._form() if self.profile else None
        return super().get(request)

    def post(self, request):
        if self.profile is None:
            raise Http404
        self.form = self._form(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        self.form.instance.uploaded_by_user = request.user
        self.form.save()
        messages.success(request, _("The picture is stored. Choose it in your page where it should be shown."))
        return redirect(f"{reverse('own:pictures')}?page={self.profile.pk}")

    def _form(self, *data):
        # The collection is made with the membership; a page without one gets it with its first picture.
        place = collection_of(self.profile) if data else None
        return PictureForm(*data, place=place, auto_id="picture_%s")

    def get_context_data(self, **kwargs):
        pictures = pictures_of(self.profile) if self.profile else []
        return super().get_context_data(
            pages=self.pages, profile=self.profile, form=self.form, pictures=pictures, **kwargs
        )


class OnePicture(OwnScreen):
    """A screen about one picture of an own collection."""

    page_title = gettext_lazy("Picture")
    header_icon = "image"

    def dispatch(self, request, image_id):
        self.picture = get_object_or_404(own_pictures(request.user), pk=image_id)
        return super().dispatch(request)

    def back(self):
        page = own_pages(self.request.user).filter(record__collection=self.picture.collection).first()
        return redirect(f"{reverse('own:pictures')}?page={page.pk}" if page else "own:pictures")

    def get_context_data(self, **kwargs):
        uses = uses_of(picture=self.picture, user=self.request.user)
        return super().get_context_data(picture=self.picture, uses=uses, **kwargs)


class PictureView(OnePicture):
    """What can be seen on a picture, and who took it."""

    template_name = "members/own/picture.html"

    def get(self, request):
        self.form = self._form()
        return super().get(request)

    def post(self, request):
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        self.form.save()
        messages.success(request, _("Saved."))
        return self.back()

    def _form(self, *data):
        return PictureForm(*data, instance=self.picture, place=self.picture.collection, auto_id="picture_%s")

    def get_context_data(self, **kwargs):
        return super().get_context_data(form=self.form, **kwargs)


class DeletePictureView(OnePicture):
    """Says where a picture is shown, then deletes it."""

    template_name = "members/own/picture_delete.html"
    page_title = gettext_lazy("Delete this picture?")

    def post(self, request):
        back = self.back()
        if delete_picture(picture=self.picture, user=request.user):
            messages.success(request, _("The picture is deleted."))
            return back
        messages.error(request, _("The picture is shown on other pages too and stays. Please ask the coordination."))
        return redirect("own:picture", self.picture.pk)


class HelpView(OwnScreen):
    """How do I …, and whom to ask."""

    template_name = "members/own/help.html"
    page_title = gettext_lazy("Help")
    header_icon = "help"

    def get_context_data(self, **kwargs):
        return super().get_context_data(contact_email=SiteSettings.load().contact_email, **kwargs)


@require_POST
def withdraw(request, page_id):
    """Takes a change back from review; any of the page's people may, not only who sent it."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not keeps(request.user, page):
        raise PermissionDenied
    if withdraw_change(page=page, by=request.user):
        messages.success(request, _("Withdrawn. You can go on editing; nothing is lost."))
    else:
        messages.info(request, _("This page was not waiting for review any more."))
    return redirect("wagtailadmin_pages:edit", page.pk)


class OwnViewSet(ViewSet):
    name = url_prefix = "own"

    def get_urlpatterns(self):
        return [
            path("", StartView.as_view(), name="start"),
            path("hours/", HoursListView.as_view(), name="hours"),
            path("pictures/", PicturesView.as_view(), name="pictures"),
            path("pictures/<int:image_id>/", PictureView.as_view(), name="picture"),
            path("pictures/<int:image_id>/delete/", DeletePictureView.as_view(), name="picture_delete"),
            path("help/", HelpView.as_view(), name="help"),
            path("withdraw/<int:page_id>/", withdraw, name="withdraw"),
        ]
