"""Opening hours as the people of a profile see them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from members.hours.words import status_in_words, week_in_words
from members.models import OpeningHours
from members.own.hours import Closures, OwnHoursForm
from members.permissions import keeps
from members.services.hours import set_hours

ADD = "add-closure"


class OwnHoursView(WagtailAdminTemplateMixin, View):
    """Today in words, the week as a table, closed days; what is saved counts at once, review or not."""

    template_name = "members/own/hours.html"
    page_title = gettext_lazy("Opening hours")
    header_icon = "history"
    breadcrumbs_items = ()

    def dispatch(self, request, page_id):
        self.profile = get_object_or_404(Page, pk=page_id)
        if not keeps(request.user, self.profile):
            raise PermissionDenied
        self.hours = OpeningHours.objects.filter(page=self.profile).first() or OpeningHours(page=self.profile)
        self.today = timezone.localdate()
        return super().dispatch(request)

    def get(self, request):
        self.form, self.closures = self._form(), self._closures()
        return self.render_to_response(self.get_context_data())

    def post(self, request):
        sent = request.POST.copy()
        if ADD in sent:
            sent["closures-TOTAL_FORMS"] = str(len(self._closures(sent).forms) + 1)
        self.form, self.closures = self._form(sent), self._closures(sent)
        if ADD in sent or not (self.form.is_valid() and self.closures.is_valid()):
            return self.render_to_response(self.get_context_data())
        set_hours(
            page=self.profile,
            osm=self.form.cleaned_data["osm"],
            note=self.form.cleaned_data["note"],
            confirmed_on=self.today,
            closures=[*self._past(), *self._coming()],
        )
        messages.success(request, _("Saved. Your opening hours count at once."))
        return redirect("hours:edit", self.profile.pk)

    def _form(self, *data):
        return OwnHoursForm(*data, hours=self.hours)

    def _closures(self, *data):
        stored = [closure for closure in self._stored() if closure.last_day >= self.today]
        initial = [{name: getattr(each, name) for name in ("first_day", "last_day", "reason")} for each in stored]
        return Closures(*data, initial=initial, prefix="closures")

    def _stored(self):
        return list(self.hours.closures.all()) if self.hours.pk else []

    def _past(self):
        return [closure for closure in self._stored() if closure.last_day < self.today]

    def _coming(self):
        return [
            form.closure
            for form in self.closures.forms
            if form.cleaned_data.get("first_day") and form not in self.closures.deleted_forms
        ]

    def get_page_subtitle(self):
        return self.profile.get_admin_display_title()

    def get_context_data(self, **kwargs):
        schedule = self.hours.schedule
        now, stored = timezone.now(), self._stored()
        return super().get_context_data(
            profile=self.profile,
            form=self.form,
            closures=self.closures,
            add=ADD,
            now_in_words=status_in_words(schedule.status(now, stored), now) if schedule else "",
            week=week_in_words(schedule.week(self.today, closures=stored)) if schedule else [],
            **kwargs,
        )
