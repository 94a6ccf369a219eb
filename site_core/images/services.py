"""Pictures stored from code."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from site_core.images.files import prepared
from site_core.models import KiezImage


@transaction.atomic
def store_image(*, title, alt, content, name, credit="", collection=None, user=None):
    """Keep a picture: ``content`` is a whole image file as bytes, ``name`` its file name. Returns the KiezImage.

    Without a collection it goes to the root. Raises ValidationError for a picture or a text that may not be kept.
    """
    file = prepared(ContentFile(content, name=name))
    image = KiezImage(
        title=title,
        description=alt.strip(),
        credit=credit,
        file=file,
        file_size=file.size,
        file_hash=hash_filelike(BytesIO(file.picture.content)),
        collection=collection or Collection.get_first_root_node(),
        uploaded_by_user=user,
    )
    image.full_clean()
    image.save()
    return image
