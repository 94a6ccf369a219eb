"""Every public page is valid HTML, left to right and right to left."""

import os

import pytest

from tests.journeys.kiez import grow_kiez
from tests.screens import validator
from tests.screens.page_types import FAULTS, addresses, in_language


@pytest.fixture
def validated(tmp_path):
    """`validated({name: html})`: (errors, warnings) of all these pages."""
    reason = validator.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    elif reason:
        pytest.skip(reason)

    def check(pages):
        for name, html in pages.items():
            (tmp_path / f"{name}.html").write_bytes(html)
        return validator.messages(tmp_path)

    return check


def test_every_page_is_valid_html(site, client, settings, validated):
    settings.ROOT_URLCONF = "tests.screens.library_urls"
    every = addresses(grow_kiez(site)) | FAULTS | {"sign-in": "/admin/login/"}
    pages = {
        f"{name} ({language})": client.get(in_language(address, language)).content
        for language in ("de", "ar")
        for name, address in every.items()
        if language == "de" or name != "sign-in"
    }
    assert all(pages.values())
    errors, warnings = validated(pages)
    print("\n".join(warnings))
    assert errors == []


def test_the_validator_sees_what_is_wrong(validated):
    page = '<!DOCTYPE html><html lang="de"><title>Laden</title><p><div>Tür</div></p><img src="tuer.jpg">'
    errors, _warnings = validated({"broken": page.encode()})
    assert len(errors) == 2
