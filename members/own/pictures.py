"""The forms of the own pictures."""

from django import forms
from django.forms.models import modelform_factory
from django.utils.translation import gettext_lazy as _

from site_core.images.forms import KiezImageForm
from site_core.models import KiezImage


class OwnPictureForm(KiezImageForm):
    """A picture of a profile; it lies in the profile's collection, whatever is sent."""

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("collection", None)
        self.instance.collection = place
        self.fields["description"].widget.attrs["autocomplete"] = "off"
        if self.instance.pk:
            self.fields.pop("file", None)
        else:
            self.fields["file"].widget = forms.FileInput(attrs={"accept": "image/*"})

    def save(self, commit=True):
        self.instance.title = self.instance.title or self.cleaned_data["description"]
        return super().save(commit)


PictureForm = modelform_factory(
    KiezImage,
    form=OwnPictureForm,
    fields=["file", "description", "credit", "collection"],
    labels={"file": _("Picture"), "description": _("What can be seen?"), "credit": _("Who took it?")},
)
