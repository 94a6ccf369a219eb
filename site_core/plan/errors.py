class BadPlan(ValueError):
    """An upload that cannot be drawn; the message is for the person who uploaded it."""
