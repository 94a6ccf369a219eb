"""The package's four steps and the words of its script, under the names its script asks for."""

from functools import wraps

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

from members.sign_in.views import passkeys


def in_their_language(view):
    """Answers in the language the person chose for the admin, as Wagtail's own screens do."""

    @wraps(view)
    def localized(request, *args, **kwargs):
        return get_localized_response(view, request, *args, **kwargs)

    return localized


app_name = "otp_webauthn"
urlpatterns = [
    path("registration/begin/", passkeys.BeginRegistrationView.as_view(), name="credential-registration-begin"),
    path(
        "registration/complete/", passkeys.CompleteRegistrationView.as_view(), name="credential-registration-complete"
    ),
    path("authentication/begin/", passkeys.BeginAuthenticationView.as_view(), name="credential-authentication-begin"),
    path(
        "authentication/complete/",
        passkeys.CompleteAuthenticationView.as_view(),
        name="credential-authentication-complete",
    ),
    path("jsi18n/", never_cache(JavaScriptCatalog.as_view(packages=["django_otp_webauthn"])), name="js-i18n-catalog"),
]
decorate_urlpatterns(urlpatterns, in_their_language)
