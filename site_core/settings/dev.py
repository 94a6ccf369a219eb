"""A newcomer's machine and `make run`: production-like, with a key and a database of its own."""

import secrets

from site_core.settings.base import *
from site_core.settings.base import VAR_DIR, env


def own_secret_key():
    """The key of this installation, made at its first start."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or own_secret_key()
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=[]), "localhost", "127.0.0.1", "[::1]"]
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# Demo content and its sign-ins: on an own SQLite file, or where somebody says so.
DEMO_ALLOWED = not env.str("DATABASE_URL", "") or env.bool("DEMO", False)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", "")
