"""The people of a profile add, describe and delete its pictures, in its own collection and nowhere else."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from members.models import BusinessPage, GalleryPicture
from members.services.media import collection_of
from site_core.models import KiezImage
from tests.factories.pages import make_business
from tests.factories.people import make_member
from tests.factories.pictures import make_image


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def bakery(site):
    return make_business(site, "Backstube")


@pytest.fixture
def owner(bakery):
    return signed_in(make_member(bakery, "inhaberin@example.org"))


@pytest.fixture
def neighbour(site):
    return signed_in(make_member(make_business(site, "Nachbar"), "nachbarin@example.org"))


def upload(client, **data):
    content = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "JPEG")
    file = SimpleUploadedFile("tuer.jpg", content.getvalue(), "image/jpeg")
    return client.post(reverse("own:pictures"), {"file": file, "description": "Unsere Tür", "credit": "Ada", **data})


def test_an_uploaded_picture_lands_in_the_own_collection_whatever_is_sent(owner, site, bakery):
    elsewhere = Collection.get_first_root_node()
    theirs = collection_of(make_business(site, "Nachbar"))
    for forged in (elsewhere.pk, theirs.pk):
        assert upload(owner, collection=forged).status_code == 302
    pictures = KiezImage.objects.filter(description="Unsere Tür")
    assert {picture.collection for picture in pictures} == {collection_of(bakery)}
    assert pictures[0].title == "Unsere Tür"
    assert pictures[0].uploaded_by_user.email == "inhaberin@example.org"
    assert "Unsere Tür" in owner.get(reverse("own:pictures")).text


def test_a_picture_without_words_for_it_is_not_taken(owner, bakery):
    answer = upload(owner, description="")
    assert answer.status_code == 200
    assert "error-message" in answer.text
    assert not KiezImage.objects.filter(collection=collection_of(bakery)).exists()


def test_a_picture_goes_to_the_chosen_page_and_to_no_other(owner, neighbour, site, bakery):
    second = make_business(site, "Zweiter Laden")
    make_member(second, "inhaberin@example.org")
    file = SimpleUploadedFile("x.jpg", b"", "image/jpeg")
    assert neighbour.post(f"{reverse('own:pictures')}?page={second.pk}", {"file": file}).status_code == 404
    content = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "JPEG")
    sent = {"file": SimpleUploadedFile("x.jpg", content.getvalue(), "image/jpeg"), "description": "Zwei"}
    owner.post(f"{reverse('own:pictures')}?page={second.pk}", sent)
    assert KiezImage.objects.get(description="Zwei").collection == collection_of(second)


@pytest.fixture
def picture(bakery):
    image = make_image("Tür")
    image.collection = collection_of(bakery)
    image.save()
    return image


def test_the_words_of_an_own_picture_can_be_changed_and_its_place_cannot(owner, picture, bakery):
    root = Collection.get_first_root_node()
    url = reverse("own:picture", args=[picture.pk])
    assert owner.post(url, {"description": "Neu", "credit": "", "collection": root.pk}).status_code == 302
    picture.refresh_from_db()
    assert (picture.description, picture.collection) == ("Neu", collection_of(bakery))


def test_a_picture_says_where_it_is_shown_before_it_goes(owner, picture, bakery):
    bakery.portrait = picture
    bakery.save()
    url = reverse("own:picture_delete", args=[picture.pk])
    assert "Backstube" in owner.get(url).text
    assert KiezImage.objects.filter(pk=picture.pk).exists()
    owner.post(url)
    assert not KiezImage.objects.filter(pk=picture.pk).exists()


def test_a_picture_others_show_too_stays(owner, site, picture):
    other = make_business(site, "Geheimer Laden")
    GalleryPicture.objects.create(page_id=other.pk, image=picture)
    BusinessPage.objects.get(pk=other.pk).save()
    url = reverse("own:picture_delete", args=[picture.pk])
    assert "Geheimer Laden" not in owner.get(url).text
    owner.post(url)
    assert KiezImage.objects.filter(pk=picture.pk).exists()


def test_a_neighbours_pictures_stay_shut(neighbour, picture):
    for name in ("own:picture", "own:picture_delete"):
        url = reverse(name, args=[picture.pk])
        assert neighbour.get(url).status_code in (403, 404)
        assert neighbour.post(url, {"description": "Neu"}).status_code in (403, 404)
    picture.refresh_from_db()
    assert picture.description != "Neu"
