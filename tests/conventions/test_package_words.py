"""Every word of the packages we stand on is there in German, Turkish and Arabic: in theirs or in `locale_packages/`."""

import json
from functools import cache
from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override
from wagtail.users.models import UserProfile

ROOT = Path(__file__).resolve().parents[2]
#: Django's own words, and those of every installed app that brings some.
FOLDERS = [
    Path(django.__file__).parent / "conf" / "locale",
    *(Path(config.path) / "locale" for config in apps.get_app_configs()),
]
#: Scripts ask in a catalogue of their own for these packages only.
SCRIPTED = ("django_otp_webauthn", "admin")
#: What they say in English all the same.
REPEATED = {
    ("ar", "Bold"),
    ("ar", "Italic"),
    ("tr", "No results in '<span class=\"w-title-ellipsis\">%(title)s</span>'."),
    ("tr", 'revision %(revision_id)s of "%(object)s"'),
}
CATALOGUES = [(language, domain) for language in ("de", "tr", "ar") for domain in ("django", "djangojs")]


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_no_word_of_a_package_is_left_in_english(language, domain):
    words, theirs = _words(domain), _theirs(language, domain)
    assert len(words) > (100 if domain == "djangojs" else 2000)
    assert sorted(map(str, words - theirs - _ours(language, domain))) == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_what_a_package_has_by_now_goes_from_ours(language, domain):
    needed = _words(domain) - _theirs(language, domain)
    assert sorted(map(str, _ours(language, domain) - needed)) == []


def test_ours_reach_the_screens():
    with override("tr"):
        assert gettext("Show filters") == "Filtreleri göster"
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", 3) == "%(counter)s sayfayı sil"
    with override("ar"):
        assert gettext("Locked by") == "مقفل بواسطة"
    with override("de"):
        assert gettext("sent by email") == "per E-Mail geschickt"


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("wagtailadmin_javascript_catalog", "Bloğu böl"),
        ("otp_webauthn:js-i18n-catalog", "Geçiş anahtarıyla doğrula"),
    ],
)
def test_ours_reach_the_scripts(admin_client, admin_user, settings, view, said):
    UserProfile.objects.create(user=admin_user, preferred_language="tr")
    admin_client.cookies[settings.LANGUAGE_COOKIE_NAME] = "tr"
    answer = admin_client.get(reverse(view)).content.decode()
    assert json.dumps(said)[1:-1] in answer


@cache
def _words(domain) -> set:
    return set().union(*(_asked(folder, domain) for folder in _folders(domain)))


@cache
def _theirs(language, domain) -> set:
    said = set().union(*(_in_po(folder, language, domain, translated=True) for folder in _folders(domain)))
    return {(context, words) for context, words in said if (language, words) not in REPEATED}


def _ours(language, domain) -> set:
    return _in_po(ROOT / "locale_packages", language, domain, translated=True)


def _folders(domain):
    return [folder for folder in FOLDERS if domain == "django" or folder.parent.name in SCRIPTED]


def _asked(folder, domain) -> set:
    """All words of a package: its English catalogue lists them; where there is none, others together do."""
    if (folder / "en" / "LC_MESSAGES" / f"{domain}.po").exists():
        return _in_po(folder, "en", domain)
    return set().union(*(_in_po(folder, language, domain) for language in ("de", "tr", "ar", "es", "fa", "fr")))


def _in_po(folder, language, domain, *, translated=False) -> set:
    """(context, words) of a catalogue; plural words are a pair."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return set()
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return {(message.context or "", message.id) for message in messages if not translated or _is_done(message)}


def _is_done(message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(forms) and not message.fuzzy
