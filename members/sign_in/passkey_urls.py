"""The package's four steps and the words of its script, under the names its script asks for."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.i18n import JavaScriptCatalog

from members.sign_in.views import passkeys

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
