"""What the screens about people have in common: one heading, a sentence on what happens, a form, a button."""

from django.forms import Form
from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from members.services.personal_data import export_person


@method_decorator(never_cache, name="dispatch")
class PeopleScreen(WagtailAdminTemplateMixin, FormView):
    """A question and its answer; `guard` refuses who has no business here, before anything is read."""

    template_name = "members/people/form.html"
    form_class = Form
    header_icon = "group"
    breadcrumbs_items = ()
    button = ""
    serious = False

    def dispatch(self, request, *args, **kwargs):
        self.guard()
        return super().dispatch(request, *args, **kwargs)

    def guard(self):
        """Raises Http404 or PermissionDenied."""

    def explain(self) -> list[str]:
        """What happens, in sentences."""
        return []

    def get_back_url(self):
        return self.get_success_url()

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            button=self.button, serious=self.serious, explained=self.explain(), back=self.get_back_url(), **kwargs
        )


def download(user):
    """What is kept about a person, as a file."""
    answer = JsonResponse(export_person(user=user), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="meine-daten.json"'
    return answer
