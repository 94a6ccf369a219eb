"""Pictures and files somebody uploaded: what a page shows stays, the rest goes with the person."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, UploadedFile

from site_core.references import references_of
from site_core.registry import PersonalData


def _uploads(user):
    for model in (get_image_model(), get_document_model()):
        yield from model.objects.filter(uploaded_by_user=user).order_by("pk")


def _export(user):
    return [{"title": item.title, "file": item.file.name, "uploaded": item.created_at} for item in _uploads(user)]


def _erase(user):
    for item in _uploads(user):
        if not ReferenceIndex.get_references_to(item).exists() and not _in_a_draft(item):
            item.delete()
    for upload in UploadedFile.objects.filter(uploaded_by_user=user):
        upload.file.delete(save=False)
        upload.delete()


def _in_a_draft(item) -> bool:
    """Whether the newest version of the profile whose collection this lies in shows it: that may wait for review."""
    pages = Page.objects.filter(record__collection=item.collection).specific()
    return any((type(item), str(item.pk)) in references_of(page.get_latest_revision_as_object()) for page in pages)


MEDIA = PersonalData(
    "media",
    _export,
    _erase,
    (
        "site_core.KiezImage.uploaded_by_user",
        "wagtailimages.Image.uploaded_by_user",
        "wagtaildocs.Document.uploaded_by_user",
        "wagtailcore.UploadedFile.uploaded_by_user",
    ),
)
