"""A public installation behind a TLS proxy. Refuses to start without SECRET_KEY and ALLOWED_HOSTS."""

from django.core.exceptions import ImproperlyConfigured

from site_core.settings.base import *
from site_core.settings.base import env, passkey_home

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
for _name, _value in (("SECRET_KEY", SECRET_KEY), ("ALLOWED_HOSTS", ALLOWED_HOSTS)):
    if not _value:
        raise ImproperlyConfigured(f"Set {_name} in the environment or in .env; see .env.example.")

WAGTAILADMIN_BASE_URL = env.str("SITE_URL", "") or f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
OTP_WEBAUTHN_RP_ID, OTP_WEBAUTHN_ALLOWED_ORIGINS = passkey_home(WAGTAILADMIN_BASE_URL)
SECOND_FACTOR_REQUIRED = True
PROXY_COUNT = env.int("PROXY_COUNT", 1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [
    f"https://{name}"
    for host in ALLOWED_HOSTS
    if host != "*"
    for name in ([host[1:], f"*{host}"] if host.startswith(".") else [host])
]

if not env.str("EMAIL_URL", ""):
    # The machine's own mail server; a mail that it does not take stays in the outbox, and shows.
    EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

DEMO_ALLOWED = False
DEMO_PASSWORD = ""
