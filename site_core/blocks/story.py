"""The blocks a story is told with: news, campaigns, and standard pages share them."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_email
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from site_core.querysets import public_in_order

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


def check_link(value):
    """An address a button may lead to: a website, an e-mail address or a telephone number."""
    scheme, _colon, rest = value.partition(":")
    if scheme == "mailto":
        validate_email(rest)
    elif scheme == "tel":
        RegexValidator(r"^\+?[\d ./-]{3,30}$", _("Please enter a telephone number after “tel:”."))(rest)
    else:
        URLValidator(schemes=["http", "https"])(value)


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        form_classname = "title"


class PictureBlock(blocks.StructBlock):
    """A picture; its alt text and credit come with it from the picture library unless said otherwise here."""

    image = ImageChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=250,
        help_text=_("What is to be seen, for people who cannot see it. Empty: as in the picture library."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        template = "blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quote"), max_length=600)
    speaker = blocks.CharBlock(label=_("Who says it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"


class CallToActionValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """Where the button leads; empty for a page that is not public, the button is then left out."""
        if self["page"]:
            return "".join(page.url for page in public_in_order([self["page"].pk]))
        return self["link"]


class CallToActionBlock(blocks.StructBlock):
    """A button to a page of ours or an address outside; one of both is needed."""

    label = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    link = blocks.CharBlock(label=_("or address outside"), required=False, max_length=500, validators=[check_link])

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["link"]):
            message = _("Choose a page or enter an address, one of both.")
            raise StructBlockValidationError(block_errors={"page": ValidationError(message)})
        return value


class DocumentsBlock(blocks.StructBlock):
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/documents.html"


class StoryBlock(blocks.StreamBlock):
    heading = HeadingBlock(max_length=120)
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Text"), icon="pilcrow", template="blocks/text.html")
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()
    documents = DocumentsBlock()


def plain_text(story) -> str:
    """The words of a story without markup, for search, feeds and summaries."""
    return " ".join(str(part) for block in story for part in block.block.get_searchable_content(block.value))


def story_images(story) -> list:
    """The images a story shows, in order; those that were deleted since are left out."""
    shown = []
    for block in story:
        if block.block_type == "picture":
            shown.append(block.value["image"])
        elif block.block_type == "gallery":
            shown += [part["image"] for part in block.value["pictures"]]
    return [image for image in shown if image is not None]
