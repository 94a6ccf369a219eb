"""django-otp-webauthn's four steps, with our rules: a fresh sign-in before a passkey is added, a log entry after."""

from django.utils.translation import gettext_lazy as _
from django_otp_webauthn import views
from django_otp_webauthn.exceptions import OTPWebAuthnApiError

from members.services.sign_in import note_passkey
from members.sign_in.fresh import is_fresh, note_proof


class NotFresh(OTPWebAuthnApiError):
    status_code = 403
    default_detail = _("Please sign in again first.")
    default_code = "not_fresh"


class NeedsFreshSignIn:
    def check_can_register(self):
        super().check_can_register()
        if not is_fresh(self.request):
            raise NotFresh


class BeginRegistrationView(NeedsFreshSignIn, views.BeginCredentialRegistrationView):
    pass


class CompleteRegistrationView(NeedsFreshSignIn, views.CompleteCredentialRegistrationView):
    def post(self, *args, **kwargs):
        answer = super().post(*args, **kwargs)
        note_passkey(user=self.request.user)
        self.request.session.cycle_key()
        return answer


class BeginAuthenticationView(views.BeginCredentialAuthenticationView):
    pass


class CompleteAuthenticationView(views.CompleteCredentialAuthenticationView):
    def complete_auth(self, device):
        super().complete_auth(device)
        self.request.session.cycle_key()
        note_proof(self.request)
