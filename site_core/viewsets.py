"""The outbox screen: what was sent, what waits, what is stuck and why."""

from datetime import datetime

import django_filters
from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet

from site_core.models import OutgoingMail
from site_core.services.mail import try_again


class MailFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=OutgoingMail.State.choices,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
        method="in_state",
    )

    class Meta:
        model = OutgoingMail
        fields = []

    def in_state(self, queryset, name, value):
        return queryset.in_state(value)


def _is_stuck(mail) -> bool:
    return mail.state == OutgoingMail.State.STUCK


class MailListing(generic.IndexView):
    model = OutgoingMail
    any_permission_required = ["view"]
    template_name = "site_core/admin/mails.html"
    page_title = gettext_lazy("E-mails")
    header_icon = "mail"
    index_url_name = "mails:index"
    index_results_url_name = "mails:index_results"
    default_ordering = "-created_at"
    paginate_by = 50
    filterset_class = MailFilterSet
    search_fields = ["recipients", "subject"]
    columns = [
        TitleColumn("subject", label=gettext_lazy("Subject"), url_name="mails:show", width="35%"),
        Column("recipients", label=gettext_lazy("Recipients")),
        StatusTagColumn("state", label=gettext_lazy("State"), accessor="state.label", primary=_is_stuck),
        Column("attempts", label=gettext_lazy("Tries")),
        Column("problem", label=gettext_lazy("Problem"), accessor="get_problem_display"),
        DateColumn("created_at", label=gettext_lazy("Written"), sort_key="created_at"),
    ]

    def get_base_queryset(self):
        return OutgoingMail.objects.for_listing()

    @cached_property
    def stuck(self) -> int:
        """How many mails the button above the list would try again."""
        return OutgoingMail.objects.stuck().failed().count() if self.user_has_permission("change") else 0


class MailView(generic.InspectView):
    """One mail. What a secret one says is shown to nobody."""

    model = OutgoingMail
    any_permission_required = ["view"]
    template_name = "site_core/admin/mail.html"
    page_title = gettext_lazy("E-mail")
    header_icon = "mail"
    index_url_name = "mails:index"
    fields = [
        "recipients", "reply_to", "subject", "state", "created_at", "attempts",
        "tried_at", "next_try_at", "sent_at", "problem", "error",
    ]  # fmt: skip

    def get_fields_context(self):
        return [field for field in super().get_fields_context() if field["value"] not in ("", None)]

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        # Wagtail's template shows moments in UTC.
        return timezone.localtime(value) if isinstance(value, datetime) else value

    def get_state_display_value(self):
        return self.object.state.label

    def get_context_data(self, **kwargs):
        failed = OutgoingMail.objects.failed().filter(pk=self.object.pk)
        may_try = self.user_has_permission("change") and failed.exists()
        return {**super().get_context_data(**kwargs), "may_try": may_try}


class TryAgainView(PermissionCheckedMixin, View):
    """Tries stuck mails again now: all of them, or the one in the address. Only by POST."""

    model = OutgoingMail
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk=None):
        if pk is None:
            mails, there = OutgoingMail.objects.stuck(), reverse("mails:index")
        else:
            mail = get_object_or_404(OutgoingMail, pk=pk)
            mails, there = OutgoingMail.objects.filter(pk=mail.pk), reverse("mails:show", args=[mail.pk])
        count = try_again(mails=mails)
        if count:
            said = ngettext(
                "%(count)s e-mail will be tried again within a minute.",
                "%(count)s e-mails will be tried again within a minute.",
                count,
            )
            messages.success(request, said % {"count": count})
        else:
            messages.info(request, _("There is nothing to try again."))
        return redirect(there)


class MailMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("site_core.view_outgoingmail")


class MailViewSet(ViewSet):
    name = url_prefix = "mails"
    icon = "mail"
    menu_label = gettext_lazy("E-mails")
    menu_order = 340
    menu_item_class = MailMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", MailListing.as_view(), name="index"),
            path("results/", MailListing.as_view(results_only=True), name="index_results"),
            path("try-again/", TryAgainView.as_view(), name="try_all_again"),
            path("<int:pk>/", MailView.as_view(), name="show"),
            path("<int:pk>/try-again/", TryAgainView.as_view(), name="try_again"),
        ]
