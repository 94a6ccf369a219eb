"""Settings every environment shares. The environment's own values come through django-environ."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# --- Applications: ours from the top of the house to its ground, then what they stand on -----------------------

INSTALLED_APPS = [
    "home",
    "search",
    "campaigns",
    "news",
    "members",
    "site_core",
    "wagtail_modeladmin",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "phonenumber_field",
    "heroicons",
    "django_htmx",
    "django_altcha",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_otp_webauthn",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    # Last: its permission policies replace those the apps above register when they are ready.
    "members.access",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "members.sign_in.middleware.SecondFactorMiddleware",
    "members.access.middleware.NarrowDoorMiddleware",
    "site_core.middleware.RedirectInAnyLanguageMiddleware",
    "site_core.live_addresses.LiveAddressMiddleware",
    # Last, as its documentation asks: it turns a locked out try into the answer for it.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "site_core.urls"
WSGI_APPLICATION = "site_core.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "site_core.context_processors.site",
            ],
        },
    },
]

# --- Database --------------------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # Without WAL, immediate transactions and patience, concurrent publishes are lost to "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
# The default is of turning disks. With it the search reads every entry seven times for its facets instead of the index.
POSTGRESQL_OPTIONS = {"options": "-c random_page_cost=1.1"}


def database(url):
    """Django's DATABASES entry for an address; tunes both, keeps PostgreSQL connections for a minute."""
    config = env.db_url_config(url)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**config.get("OPTIONS", {}), **SQLITE_OPTIONS}
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config.setdefault("CONN_HEALTH_CHECKS", True)
        config["OPTIONS"] = {**POSTGRESQL_OPTIONS, **config.get("OPTIONS", {})}
    return config


DATABASES = {"default": database(env.str("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'kiez.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People ----------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "members.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it stops a try before anybody looks at the password
    "django.contrib.auth.backends.ModelBackend",
    "members.sign_in.backends.MailedCodeBackend",
]

# --- Signing in ------------------------------------------------------------------------------------------------

# Whether coordinators and administrators must have a second factor; it is offered to everybody.
SECOND_FACTOR_REQUIRED = False
# How many proxies of our own stand in front and add to X-Forwarded-For; what stands before those is not believed.
PROXY_COUNT = env.int("PROXY_COUNT", 0)
# What a request for a code takes at least, so that the time tells nothing about who has an account.
SIGN_IN_ANSWER_SECONDS = 0.5

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a shop's address is shared by its staff
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=20)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # an impatient person does not stay locked out for ever
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "members.sign_in.throttle.counted_name"
AXES_CLIENT_IP_CALLABLE = "members.sign_in.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "members.sign_in.throttle.too_many_tries"
AXES_SENSITIVE_PARAMETERS = ["username", "password", "code", "ip_address"]
AXES_DISABLE_ACCESS_LOG = True  # who signed in when and from where is nobody's business
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "Gewerbe im Schillerkiez"
OTP_WEBAUTHN_RP_NAME = OTP_TOTP_ISSUER
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False  # a passkey is the second factor; the first is the one sign-in


def passkey_home(address):
    """The name passkeys are bound to and the origins they work at; without TLS browsers take localhost only."""
    parts = urlsplit(address)
    if parts.scheme != "https":
        return "localhost", [f"http://localhost:{parts.port or 80}"]
    return parts.hostname, [f"https://{parts.netloc}"]


# --- Languages and time ----------------------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English")), ("tr", _("Turkish")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_packages"]
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

# --- Files -----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "site_core.assets.finders.MadeFilesFinder",
]
MADE_FILES_DIR = VAR_DIR / "made"  # fonts and the one sheet, see site_core/assets
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long StreamField story has many

# --- Mail and tasks --------------------------------------------------------------------------------------------

if env.str("EMAIL_URL", ""):
    EMAIL_CONFIG = env.email_url("EMAIL_URL")
    vars().update(EMAIL_CONFIG)
    EMAIL_DELIVERY_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
else:
    EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
# Whoever sends a mail puts it into the outbox; the worker alone talks to the delivery backend.
EMAIL_BACKEND = "site_core.mail.backend.OutboxBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "gewerbe@example.org")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

TASKS = {
    # Wagtail indexes and counts references through this one: at once, so that a save is searchable after it.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False},
}

# --- Wagtail ---------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Gewerbe im Schillerkiez"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.int('PORT', 8000)}")
OTP_WEBAUTHN_RP_ID, OTP_WEBAUTHN_ALLOWED_ORIGINS = passkey_home(WAGTAILADMIN_BASE_URL)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_USER_LOGIN_FORM = "members.sign_in.forms.SignInForm"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # a code by mail is the way back in, see docs/sign-in.md
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # a new address is confirmed first
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
WAGTAIL_I18N_ENABLED = False
# Members cannot touch a page under review, and no save of an editor goes by itself: what is approved was seen. With
# re-approval an editor who mends a word while approving would have to approve twice.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # the editors are told, by the outbox
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAILEMBEDS_FINDERS = []  # an embed would call a third party
WAGTAILIMAGES_IMAGE_MODEL = "site_core.KiezImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "site_core.images.forms.KiezImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "jfif", "png", "webp", "avif", "heic", "heif", "gif"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"png": "webp"}
WAGTAILIMAGES_AVIF_QUALITY = 52
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx", "txt", "csv", "ics", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend", "SEARCH_CONFIG": "simple"}}
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True

PHONENUMBER_DEFAULT_REGION = "DE"
PHONENUMBER_DEFAULT_FORMAT = "INTERNATIONAL"

# --- Safety ----------------------------------------------------------------------------------------------------

X_FRAME_OPTIONS = "SAMEORIGIN"  # the page preview shows the site in a frame of its own
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "site_core.views.csrf_failed"
# The page preview of the editor shows our own pages in a frame; foreign frames stay refused.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

_SELF = "'self'"
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [_SELF],
        "img-src": [_SELF, "data:"],
        "script-src": [_SELF],
        "style-src": [_SELF],
        "object-src": ["'none'"],
        "base-uri": [_SELF],
        "form-action": [_SELF],
        "frame-ancestors": [_SELF],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
