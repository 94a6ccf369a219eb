"""The street as it is drawn on the home page: houses side by side, made from the profiles that have an address."""

from members.street.houses import MOST_DOORS, Door, Front, House, Street, street_of

__all__ = ["MOST_DOORS", "Door", "Front", "House", "Street", "street_of"]
