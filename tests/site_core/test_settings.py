"""What an installation needs before it starts, and what it never does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from site_core.settings.base import POSTGRESQL_OPTIONS, database

ROOT = Path(__file__).resolve().parents[2]
GIVEN = {
    "SECRET_KEY": "Qe5k8Zr!w2-Yt6pLq_0Vx7Nb3Mf5Hc9Jd1Sg4Ae8Uo2Ik6Py0Rt",
    "ALLOWED_HOSTS": "www.example.org",
    "DATABASE_URL": "sqlite:///:memory:",
    "EMAIL_URL": "smtp://user:secret@mail.invalid:587/?tls=True",
    "SITE_URL": "",
}


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            **GIVEN,
            "DJANGO_SETTINGS_MODULE": "site_core.settings.production",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_without_a_warning():
    done = manage("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_refuses_to_start_without(missing):
    done = manage("check", **{missing: ""})
    assert done.returncode != 0
    assert f"Set {missing}" in done.stderr


def test_demo_content_is_refused_in_production():
    done = manage("seed_demo", DEMO="1")
    assert done.returncode != 0
    assert "Demo content needs" in done.stderr


def test_nothing_asks_a_third_party():
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER is False
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAILEMBEDS_FINDERS == []


def test_tests_cannot_reach_out():
    assert settings.EMAIL_DELIVERY_BACKEND == "django.core.mail.backends.locmem.EmailBackend"
    assert settings.EMAIL_HOST.endswith(".invalid")


def test_options_in_the_address_of_a_postgresql_come_before_ours():
    assert database("postgres://kiez@db/kiez")["OPTIONS"] == POSTGRESQL_OPTIONS
    assert database("postgres://kiez@db/kiez?options=-c%20jit%3Doff")["OPTIONS"] == {"options": "-c jit=off"}
