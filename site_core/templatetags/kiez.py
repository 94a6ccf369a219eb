"""Small helpers for the templates; none of them asks the database."""

import json

from django import template
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

from site_core.pictures import picture
from site_core.text import lists

register = template.Library()

#: Keeps `</script>` and friends from ending the element, as django.utils.html.json_script does.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def query_with(filters, **changes):
    """The filters as a query string with these changes; an empty value takes a filter away, paging starts anew."""
    query = {name: value for name, value in {**(filters or {}), **changes}.items() if value}
    return f"?{urlencode(query)}" if query else "?"


@register.simple_tag
def story_picture(image, alt=""):
    """A picture within a story."""
    return picture(image, "story", alt=alt)


@register.filter
def listed(items):
    """Several things with the comma of the active language between them."""
    return lists.listed(items)


@register.simple_tag
def list_separator():
    return lists.separator()


@register.filter
def json_ld(data):
    """Structured data as a script element, safe against markup in texts."""
    if not data:
        return ""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
