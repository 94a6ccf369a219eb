from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, UploadedFile
from wagtail.utils.file import hash_filelike

from site_core.images.forms import PictureFormField
from site_core.images.services import store_image
from site_core.models import KiezImage
from tests.site_core.images.picture_files import exif, jpeg_head, opened, picture, png_head, what_is_inside

pytestmark = pytest.mark.django_db
METADATA = {"e1", "e2", "ed", "fe"}
TEXTS = {"title": "Backstube", "description": "Eine Bäckerin zieht Brote aus dem Ofen", "credit": "Foto: Ada"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture(params=["in memory", "on disk"])
def uploads(request, settings):
    """Django keeps small uploads in memory, larger ones in temporary files."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0 if request.param == "on disk" else 2**20


def phone_photo(name="IMG_0001.JPG", **options):
    return SimpleUploadedFile(name, picture(exif=exif(place=True, **options)), "image/jpeg")


def stored(title="Brot", **changes):
    texts = {"title": title, "alt": "Brot", "content": picture(), "name": "brot.jpg"}
    return store_image(**texts | changes)


def texts(prefix="", **changes):
    values = {**TEXTS, "collection": Collection.get_first_root_node().pk, **changes}
    return {f"{prefix}{name}": value for name, value in values.items()}


def files_in(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def assert_private(path):
    content = path.read_bytes()
    assert b"SECRET" not in content
    assert not what_is_inside(content) & METADATA


def reasons(response):
    return [error.code for error in response.context["form"].errors.as_data().get("file", [])]


@pytest.mark.parametrize("screen", ["wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:choose"])
def test_every_upload_screen_says_what_is_possible(admin_client, screen):
    answer = admin_client.get(reverse(screen))
    assert answer.status_code == 200
    assert "HEIC" in answer.content.decode()


@pytest.mark.usefixtures("uploads")
def test_the_upload_form_keeps_the_picture_and_nothing_else(admin_client, media):
    answer = admin_client.post(reverse("wagtailimages:add"), {**texts(), "file": phone_photo(orientation=6)})
    assert answer.status_code == 302
    image = KiezImage.objects.get()
    content = (media / image.file.name).read_bytes()
    assert (image.width, image.height) == (48, 64) == opened(content).size
    assert "img" not in image.file.name
    assert image.file_size == len(content)
    assert image.file_hash == hash_filelike(BytesIO(content))
    assert (image.description, image.credit) == (TEXTS["description"], TEXTS["credit"])
    for path in files_in(media):
        assert_private(path)


def test_a_picture_without_a_title_is_called_by_what_can_be_seen(admin_client, media):
    data = {**texts(title=""), "file": phone_photo()}
    admin_client.post(reverse("wagtailimages:add"), data)
    assert KiezImage.objects.get().title == TEXTS["description"]


@pytest.mark.usefixtures("uploads")
def test_many_pictures_at_once_ask_for_the_alternative_text_and_keep_no_place_meanwhile(admin_client, media):
    form = {"title": "IMG_0001", "collection": Collection.get_first_root_node().pk, "files[]": phone_photo()}
    answer = admin_client.post(reverse("wagtailimages:add_multiple"), form).json()
    assert answer["success"]
    assert not KiezImage.objects.exists()
    waiting = UploadedFile.objects.get()
    assert_private(media / waiting.file.name)

    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}-"
    assert not admin_client.post(url, texts(prefix, description=" ")).json()["success"]
    assert admin_client.post(url, texts(prefix)).json()["success"]
    image = KiezImage.objects.get()
    content = (media / image.file.name).read_bytes()
    assert (image.file_size, image.file_hash) == (len(content), hash_filelike(BytesIO(content)))
    assert files_in(media) == [media / image.file.name]
    assert_private(media / image.file.name)


def test_many_pictures_at_once_refuse_in_words(admin_client, media):
    bad = SimpleUploadedFile("logo.svg", b"<svg/>", "image/svg+xml")
    answer = admin_client.post(reverse("wagtailimages:add_multiple"), {"files[]": bad, "title": "Logo"}).json()
    assert not answer["success"]
    assert "PNG" in answer["error_message"]
    assert files_in(media) == []


def test_a_picture_uploaded_while_choosing_is_private_too(admin_client, media):
    form = texts("image-chooser-upload-") | {"image-chooser-upload-file": phone_photo("Ä b.heic")}
    answer = admin_client.post(reverse("wagtailimages_chooser:create"), form)
    assert answer.json()["step"] == "chosen"
    assert answer.json()["result"]["default_alt_text"] == TEXTS["description"]
    for path in files_in(media):
        assert_private(path)


@pytest.mark.usefixtures("uploads")
def test_a_replaced_file_is_private_and_the_old_one_is_gone(admin_client, media):
    image = stored()
    old = media / image.file.name
    image.get_rendition("max-30x30")
    answer = admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]), {**texts(), "file": phone_photo(orientation=8)}
    )
    assert answer.status_code == 302
    image.refresh_from_db()
    content = (media / image.file.name).read_bytes()
    assert (image.width, image.height, image.file_size) == (48, 64, len(content))
    assert image.file_hash == hash_filelike(BytesIO(content))
    assert not old.exists()
    assert not image.renditions.exists()
    assert_private(media / image.file.name)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leer.jpg", b"", "empty"),
        ("halb.jpg", picture(200, 200)[:300], "damaged"),
        ("seite.jpg", b"<html></html>", "unsupported"),
        ("logo.png", b"<svg/>", "svg"),
        ("groß.png", png_head(13_000, 1000), "too_large"),
        ("plakat.jpg", jpeg_head(20_000, 20_000), "too_large"),
        ("foto.heic", b"\0\0\0\x18ftypheic" + bytes(60), "damaged"),
    ],
)
def test_a_bad_file_is_a_form_error_and_nothing_changes(admin_client, media, name, content, reason):
    image = stored()
    before = files_in(media)
    for url in (reverse("wagtailimages:add"), reverse("wagtailimages:edit", args=[image.pk])):
        answer = admin_client.post(url, {**texts(), "file": SimpleUploadedFile(name, content)})
        assert (answer.status_code, reasons(answer)) == (200, [reason])
    assert KiezImage.objects.get().file.name == image.file.name
    assert [path for path in files_in(media) if "original_images" in path.parts] == before


def test_a_file_above_twenty_megabytes_is_refused_unread():
    class Heavy(SimpleUploadedFile):
        def read(self, *_):
            pytest.fail("was read")

    heavy = Heavy("foto.jpg", b"\xff\xd8\xff" + bytes(20 * 1024 * 1024))
    with pytest.raises(ValidationError) as refusal:
        PictureFormField().clean(heavy)
    assert refusal.value.code == "too_heavy"


def test_the_refusal_says_how_much_is_possible(admin_client):
    form = {**texts(), "file": SimpleUploadedFile("a.png", png_head(13_000, 1000))}
    error = admin_client.post(reverse("wagtailimages:add"), form).context["form"].errors["file"][0]
    assert "13" in error
    assert "12" in error


@pytest.mark.parametrize("way", ["add", "edit"])
def test_without_alternative_text_the_form_comes_back(admin_client, way):
    url = reverse("wagtailimages:add") if way == "add" else reverse("wagtailimages:edit", args=[stored().pk])
    answer = admin_client.post(url, {**texts(description=""), "file": phone_photo()})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["description"]


@pytest.mark.parametrize(
    "name",
    ["../../x.jpg", "..\\x.jpg", "CON.jpg", "shell.php.JPG", "gpj\u202egnp.jpg", "🍞.jpg", "foto"]
    + ["a" * 250 + ".jpg", "漢" * 200 + ".jpg", '"><img src=x>.jpg'],
)
def test_no_file_name_reaches_the_disk(admin_client, media, name):
    admin_client.post(reverse("wagtailimages:add"), {**texts(), "file": phone_photo(name)})
    assert KiezImage.objects.get().file.name.removeprefix("original_images/").isascii()
    form = {"title": "x", "collection": Collection.get_first_root_node().pk, "files[]": phone_photo(name)}
    assert admin_client.post(reverse("wagtailimages:add_multiple"), form).json()["success"]
    assert all(path.suffix == ".jpg" and path.name.isascii() for path in files_in(media))


def test_code_that_knows_nothing_of_all_this_stores_a_private_picture(media):
    image = KiezImage(title="Import", file=ContentFile(picture(exif=exif(place=True)), name="import.png"))
    image.save()
    image.refresh_from_db()
    assert (image.width, image.height) == (64, 48)
    assert image.file.name.endswith(".jpg")
    assert_private(media / image.file.name)


def test_code_cannot_store_what_is_no_picture(media):
    with pytest.raises(ValidationError):
        KiezImage(title="Import", file=ContentFile(b"<svg/>", name="import.svg")).save()
    assert files_in(media) == []


def test_a_picture_stored_from_code_is_complete(admin_user, media):
    shelf = Collection.get_first_root_node().add_child(name="Regal")
    image = stored(alt=" Brot ", credit="Foto: Ada", collection=shelf, user=admin_user)
    image.refresh_from_db()
    content = (media / image.file.name).read_bytes()
    assert (image.file_size, image.file_hash) == (len(content), hash_filelike(BytesIO(content)))
    assert (image.default_alt_text, image.credit) == ("Brot", "Foto: Ada")
    assert (image.collection, image.uploaded_by_user) == (shelf, admin_user)


@pytest.mark.parametrize("changes", [{"alt": " "}, {"title": ""}, {"content": b"nothing"}, {"alt": "x" * 300}])
def test_a_picture_from_code_needs_title_alternative_text_and_a_picture(changes, media):
    with pytest.raises(ValidationError):
        stored(**changes)
    assert files_in(media) == []


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF"])
def test_every_kind_of_picture_gets_its_sizes(picture_format):
    image = stored(content=picture(400, 300, picture_format), name="x")
    for spec in ("fill-100x100", "width-200|format-webp", "max-165x165"):
        rendition = image.get_rendition(spec)
        assert max(opened(default_storage.open(rendition.file.name).read()).size) in (100, 165, 200)
        assert rendition.alt == "Brot"


def test_the_same_size_is_made_once():
    image = stored()
    assert image.get_rendition("width-30").pk == KiezImage.objects.get().get_rendition("width-30").pk
    assert image.renditions.count() == 1


def test_an_upload_checked_twice_is_made_once():
    upload = phone_photo()
    first = PictureFormField().clean(upload)
    made = first.picture
    assert PictureFormField().clean(first).picture is made
