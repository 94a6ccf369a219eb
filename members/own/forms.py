"""The form of a profile."""

from members.own.widgets import TradesByBranch
from site_core.references import ContentPageForm


class ProfileForm(ContentPageForm):
    """The form of a profile page, with its trades in groups."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "trades" in self.fields:
            trades = self.fields["trades"]
            trades.iterator = TradesByBranch
            trades.widget.choices = trades.choices
