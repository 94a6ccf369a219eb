"""What every screen of signing in has: a form in the sign-in's own frame, a safe way on, no copy left in a cache."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin.auth import require_admin_access

guarded = [never_cache, sensitive_post_parameters()]


def wanted_address(request) -> str:
    """Where the person wanted to go, if that is an address of ours; else nothing."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else ""


def onwards(request):
    return redirect(wanted_address(request) or "wagtailadmin_home")


def with_next(name, address):
    """The address of a view, with where to go afterwards."""
    return reverse(name) + (f"?{urlencode({'next': address})}" if address else "")


@method_decorator(guarded, name="dispatch")
class Screen(FormView):
    """One form, its title, what it is for, and its button. An answer to a form with errors is a 422."""

    template_name = "members/sign_in/form.html"
    title = ""
    intro = ""
    button = ""
    back = "wagtailadmin_account"

    def dispatch(self, request, *args, **kwargs):
        return self.turned_away() or super().dispatch(request, *args, **kwargs)

    def turned_away(self):
        """The answer to somebody who has no business here, or None; may raise Http404 and PermissionDenied."""

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            intro=self.intro,
            button=self.button,
            next=wanted_address(self.request),
            back=reverse(self.back),
            **kwargs,
        )


@method_decorator(require_admin_access, name="dispatch")
class OwnScreen(Screen):
    """A screen for somebody who has signed in, in the language they chose."""
