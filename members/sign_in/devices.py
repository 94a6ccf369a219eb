"""The devices of a person: authenticator apps, passkeys, and the recovery codes beside them."""

from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

KINDS = {"app": TOTPDevice, "passkey": WebAuthnCredential}


def has_second_factor(user) -> bool:
    """An app or a passkey; recovery codes alone are none."""
    apps, passkeys = (model.objects.filter(user=user, confirmed=True).values("pk") for model in KINDS.values())
    return apps.union(passkeys, all=True).exists()


def apps_of(user):
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk")


def passkeys_of(user):
    return WebAuthnCredential.objects.filter(user=user, confirmed=True).order_by("pk")


def recovery_of(user):
    return StaticDevice.objects.filter(user=user, confirmed=True).order_by("pk")


def recovery_codes_left(user) -> int:
    return StaticToken.objects.filter(device__in=recovery_of(user)).count()
