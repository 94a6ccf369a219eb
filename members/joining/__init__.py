"""Joining: the public form, likely duplicates, what the coordination needs to decide."""
