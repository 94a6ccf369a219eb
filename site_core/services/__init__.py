"""Verbs of the ground floor; see each module."""
