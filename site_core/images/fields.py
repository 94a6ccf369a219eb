"""The model field that lets only prepared pictures into the storage, whichever way they come."""

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from site_core.images.files import is_prepared, prepared


class PictureFieldFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        """Store the picture made from ``content``. Raises ValidationError when none can be made."""
        picture = content if is_prepared(content) else prepared(content)
        super().save(picture.name, picture, save)

    save.alters_data = True


class PictureField(WagtailImageField):
    """An image field whose files are small, upright, sRGB and free of metadata (see ``site_core.images``)."""

    attr_class = PictureFieldFile
