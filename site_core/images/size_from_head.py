"""A file's width and height from its head; Willow decodes the whole picture for it, twice for each that is stored."""

from PIL import Image
from willow.image import AvifImageFile, JPEGImageFile, PNGImageFile, WebPImageFile
from willow.registry import registry


def size_from_head(image_file):
    image_file.f.seek(0)
    return Image.open(image_file.f).size


for kind in (AvifImageFile, JPEGImageFile, PNGImageFile, WebPImageFile):
    registry.register_operation(kind, "get_size", size_from_head)
