"""Pictures: with an alternative text and a credit, and nothing in the file but the picture."""

import secrets
from pathlib import PurePath

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, get_upload_to
from wagtail.search import index

from site_core.images.fields import PictureField
from site_core.images.renditions import sharing


class KiezImage(AbstractImage):
    """A picture as it is kept: re-encoded, longest side at most 2,560 px, no metadata; described for everybody."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(
        _("alternative text"),
        max_length=255,
        help_text=_("Say in a few words what can be seen. It is read to people who cannot see the picture."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who took or drew the picture, shown beside it.")
    )

    admin_form_fields = (
        "file",
        "title",
        "description",
        "credit",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self):
        """The alternative text; never the title, which is often only a camera's file name."""
        return self.description

    def existing_renditions(self, *specs) -> list:
        """Those of the renditions that were made, in the order asked for. Makes none."""
        filters = [Filter(spec) for spec in specs]
        found = self.find_existing_renditions(*filters)
        # As Wagtail's own get_renditions() does, which would make those that are missing.
        KiezRendition.cache_backend.set_many(
            {
                KiezRendition.construct_cache_key(self, each.get_cache_key(self), each.spec): rendition
                for each, rendition in found.items()
                if not getattr(rendition, "_from_cache", False)
            }
        )
        return [found[each] for each in filters if each in found]

    def create_renditions(self, *filters):
        """As Wagtail does, with one decoding for all of them."""
        return super().create_renditions(*(sharing(self, filters) if len(filters) > 1 else filters))

    def get_upload_to(self, filename):
        """A path that tells nothing about the file somebody sent, and cannot be guessed."""
        return f"original_images/{secrets.token_hex(12)}{PurePath(filename).suffix}"


class KiezRendition(AbstractRendition):
    """A KiezImage in one of the sizes the pages show."""

    image = models.ForeignKey(KiezImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition_of_an_image"
            )
        ]
