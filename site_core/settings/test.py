"""The test suite: dead hosts, a fast hasher, local mail, nothing that reaches out."""

import atexit
import shutil
import tempfile
from pathlib import Path

from site_core.settings.base import *
from site_core.settings.base import INSTALLED_APPS, MIDDLEWARE, database, env

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": database(env.str("TEST_DATABASE_URL", "sqlite://:memory:"))}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_HOST = "mail.invalid"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="kiez-media-"))
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [m for m in MIDDLEWARE if "whitenoise" not in m]
INSTALLED_APPS = [a for a in INSTALLED_APPS if "whitenoise" not in a]
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
SIGN_IN_ANSWER_SECONDS = 0
DEMO_ALLOWED = True
DEMO_PASSWORD = "nur-fuer-Tests-2026"
