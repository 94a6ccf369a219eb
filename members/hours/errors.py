"""What can be wrong with opening hours somebody typed."""

from django.utils.translation import gettext as _


class InvalidHours(ValueError):
    """Opening hours that cannot be read; ``part`` is the wrong piece as it was typed (at most 60 characters).

    The sentence is put together when it is shown, so that it is in the reader's language.
    """

    def __init__(self, part: str):
        super().__init__(part)
        self.part = part

    def __str__(self) -> str:
        if not self.part:
            return _("Please enter opening hours, for example “Mo-Fr 10:00-18:00”.")
        return _("“%(part)s” is not a valid opening time.") % {"part": self.part}


class HoursTooLong(InvalidHours):
    """More text than opening hours ever need."""

    def __str__(self) -> str:
        return _("These opening hours are too long. Please use at most %(limit)s characters.") % {"limit": self.limit}

    def __init__(self, part: str, limit: int):
        super().__init__(part)
        self.limit = limit
