"""Verbs of the house as a whole: set it up, fill it with demo content."""
