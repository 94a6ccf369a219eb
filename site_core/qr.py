"""QR codes, drawn here."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_picture(text, *, css_class) -> SafeString:
    """A QR code as inline SVG without a size of its own; dark on light in every theme, or no camera reads it."""
    # Segno writes nothing of the text into the picture but its modules.
    return mark_safe(
        segno.make(text, micro=False).svg_inline(
            scale=5, border=2, dark="black", light="white", svgclass=css_class, lineclass=None, omitsize=True
        )
    )
