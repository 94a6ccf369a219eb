"""The form behind every upload of a picture (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from site_core.images.files import MAX_MEGABYTES, REASONS, prepare_upload
from site_core.images.header import MAX_BYTES


class PictureFormField(WagtailImageField):
    """An upload that is replaced by the picture made from it; content decides about the format, not the name."""

    default_validators = []

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.max_upload_size = MAX_BYTES
        self.help_text = _("JPEG, PNG, WebP, AVIF, HEIC or GIF, up to %(megabytes)s MB.") % {"megabytes": MAX_MEGABYTES}
        # The upload screen for many files shows these two before anything is sent.
        self.error_messages["invalid_image_extension"] = REASONS["unsupported"]
        self.error_messages["file_too_large_unknown_size"] = _(
            "This file is too big. At most %(megabytes)s MB are possible."
        ) % {"megabytes": MAX_MEGABYTES}

    def to_python(self, data):
        # Not Wagtail's own: it opens the file before it has looked at its size.
        upload = forms.FileField.to_python(self, data)
        if upload is not None:
            prepare_upload(upload)
        return upload


class KiezImageForm(BaseImageForm):
    """Wagtail's image form with our file field; Wagtail sets its own whatever the model says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureFormField(label=stock.label, required=stock.required, widget=stock.widget)
