"""Where an invitation leads: a first password, and in."""

from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import MinimumLengthValidator, get_default_password_validators
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from members.services.invitations import InvitationOver, accept_invitation, invitation_opened_by

SESSION_BACKEND = "django.contrib.auth.backends.ModelBackend"


def _at_least() -> int:
    return max(
        each.min_length for each in get_default_password_validators() if isinstance(each, MinimumLengthValidator)
    )


class FirstPasswordForm(SetPasswordForm):
    """The first password; the service stores it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        # One sentence instead of Django's four; what else a password must not be is said when it is.
        first.label = _("Your password")
        first.help_text = _("At least %(count)s characters, for example three words only you would put together.") % {
            "count": _at_least()
        }
        second.label, second.help_text = _("The same password again"), ""


@sensitive_variables("secret")
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, secret):
    """Takes the first password, signs in and leads to the own page. Looking at it changes nothing."""
    answer = _answer(request, secret)
    # The address is a secret. Not »no-referrer«: with it browsers send the form with an origin of »null«, which the
    # protection against forged requests refuses.
    answer["Referrer-Policy"] = "strict-origin"
    return answer


def _answer(request, secret):
    key = invitation_opened_by(secret)
    if key is None:
        return _over(request)
    form = FirstPasswordForm(key.user, request.POST or None)
    if form.is_valid():
        try:
            user = accept_invitation(invitation=key, password=form.cleaned_data["new_password1"])
        except InvitationOver:
            return _over(request)
        login(request, user, backend=SESSION_BACKEND)
        return redirect("wagtailadmin_home")
    context = {"form": form, "invitation": key, "noindex": True}
    return render(request, "pages/members/invitation.html", context, status=422 if form.is_bound else 200)


def _over(request):
    return render(request, "pages/members/invitation_over.html", {"noindex": True}, status=410)
