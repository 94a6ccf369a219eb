"""People with a second factor, how they set it up and how they pass it."""

import re
import time
from base64 import b32decode

from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice


def make_app(user) -> TOTPDevice:
    """An authenticator app the person has set up."""
    return TOTPDevice.objects.create(user=user)


def shown_by(key: bytes, *, later=0) -> str:
    """The six digits an app with this key shows now, or some half minutes later."""
    clock = TOTP(key)
    clock.time = time.time() + 30 * later
    return f"{clock.token():06}"


def sign_in_with_device(client, user, device=None):
    """Signs in, and passes the second factor with a device of the person."""
    client.force_login(user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = (device or make_app(user)).persistent_id
    session.save()


def enrol(client):
    """Sets an app up through the screens; returns the app and the recovery codes on the page."""
    client.post("/admin/sign-in/second-factor/")
    page = client.get("/admin/sign-in/second-factor/app/").content.decode()
    key = b32decode(re.search(r'class="sign-in__key"[^>]*>([A-Z2-7 ]+)<', page)[1].replace(" ", ""))
    answer = client.post("/admin/sign-in/second-factor/app/", {"code": shown_by(key)})
    return TOTPDevice.objects.get(), recovery_codes(answer)


def recovery_codes(answer) -> list[str]:
    """What the page shows, in the order it shows them."""
    return re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer.content.decode())
