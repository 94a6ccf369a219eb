"""Verbs of the members app; see each module."""
