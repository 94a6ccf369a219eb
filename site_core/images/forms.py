"""The form behind every upload of a picture (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import Collection

from site_core.images.files import MAX_MEGABYTES, REASONS, prepare_upload
from site_core.images.header import MAX_BYTES
from site_core.services.pictures import make_pictures_with


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
    """Wagtail's image form with our file field; Wagtail sets its own whatever the model says.

    A picture that lies in a collection the person may not put pictures into stays there: Wagtail would offer to take it
    out, for good.
    """

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if user and self.instance.pk and not self._offered(user).filter(pk=self.instance.collection_id).exists():
            self.fields.pop("collection", None)
            self.collections = Collection.objects.filter(pk=self.instance.collection_id)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureFormField(label=stock.label, required=stock.required, widget=stock.widget)

        if "title" in self.fields:
            self.fields["title"].required = False
            self.fields["title"].help_text = _("Only for finding it here; left empty, the alternative text stands in.")

    def clean(self):
        data = super().clean()
        if not data.get("title"):
            data["title"] = self.instance.title = data.get("description", "")
        return data

    def save(self, commit=True):
        """A new file or focal point leaves the sizes that were made behind; visitors wait for none."""
        image = super().save(commit=commit)
        if commit and self.changed_data:
            make_pictures_with(image)
        return image

    def _offered(self, user):
        return self.permission_policy.collections_user_has_permission_for(user, "add")
