"""An editor uploads pictures, good ones and bad ones."""

import pytest
from django import forms
from playwright.sync_api import expect

from site_core.images.files import REASONS
from site_core.models import KiezImage
from tests.journeys.kiez import photo_bytes

pytestmark = pytest.mark.journey

BAD = {
    "half.jpg": (photo_bytes()[:6000], REASONS["damaged"]),
    "page.jpg": (b"<html><script>alert(1)</script></html>", REASONS["unsupported"]),
    "empty.jpg": (b"", forms.FileField.default_error_messages["empty"]),
    "flyer.jpg": (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", REASONS["unsupported"]),
    "logo.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', REASONS["unsupported"]),
}


def upload(name, content):
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


@pytest.fixture
def page(signed_in, editor):
    """An editor's desk on which any answer of 500 is kept in `page.broken`."""
    page = signed_in(editor)
    page.broken = []
    page.on("response", lambda answer: page.broken.append(answer.url) if answer.status >= 500 else None)
    return page


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_a_plain_sentence(kiez, page, name):
    content, reason = BAD[name]
    page.goto("/admin/images/multiple/add/")
    page.locator("input[type=file]").set_input_files([upload(name, content)])
    expect(page.locator("#upload-list li")).to_contain_text(str(reason))
    assert page.broken == []
    assert list(KiezImage.objects.all()) == [kiez.picture]


def test_the_form_for_one_picture_refuses_a_torn_file_too(kiez, page):
    page.goto("/admin/images/add/")
    page.locator("input[name=title]").fill("Halb")
    page.locator("input[name=description]").fill("Ein halbes Bild")
    page.locator("input[type=file]").set_input_files([upload("half.jpg", BAD["half.jpg"][0])])
    page.locator("main form[enctype] [type=submit]").click()
    expect(page.get_by_text(str(REASONS["damaged"]))).to_be_visible()
    assert page.broken == []
    assert list(KiezImage.objects.all()) == [kiez.picture]


def test_a_photo_needs_words_for_those_who_cannot_see_it(kiez, page):
    page.goto("/admin/images/multiple/add/")
    page.locator("input[type=file]").set_input_files([upload("IMG_0001.JPG", photo_bytes(4000, 3000))])
    words = page.locator("#upload-list [name$=description]")
    words.fill("Eine Werkstatt von außen")
    page.locator("#upload-list [type=submit]").click()
    expect(words).to_have_count(0)
    picture = KiezImage.objects.exclude(pk=kiez.picture.pk).get()
    assert (picture.description, picture.width) == ("Eine Werkstatt von außen", 2560)
    assert page.broken == []
