"""A drawn house for templates that know a name and a number only; asks nobody anything."""

from django import template

from members.street.signs import sign_of
from members.street.walls import wall_for

register = template.Library()


@register.simple_tag
def drawn_house(pk, name, storeys=None):
    """Wall and sign of the house that stands in place of a photo."""
    return {"wall": wall_for(pk, storeys=storeys), "sign": sign_of(name)}
