import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from site_core.models import KiezRendition, SiteSettings
from tests.factories.pages import make_business, make_news
from tests.factories.pictures import make_image

pytestmark = pytest.mark.django_db


def test_a_visitor_makes_no_picture_after_publishing(client, site):
    SiteSettings.load()  # setup_site makes the row
    image = make_image()
    story = [{"type": "picture", "value": {"image": image.pk, "alt_text": "", "caption": ""}}]
    pages = [make_business(site, "Laden", portrait=image), make_news(site, "Neues", picture=image, story=story)]
    for page in pages:
        page.save_revision().publish()
    made = KiezRendition.objects.count()
    assert made > 0

    with CaptureQueriesContext(connection) as captured:
        for address in ("/", "/gewerbe/", "/aktuelles/", *(page.url for page in pages)):
            assert client.get(address).status_code == 200

    assert [query["sql"] for query in captured if not query["sql"].startswith("SELECT")] == []
    assert KiezRendition.objects.count() == made
