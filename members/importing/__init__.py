"""Reading businesses from OpenStreetMap files: rows, their keys and their trades. Knows no models."""

from .classify import Classified, NotABusiness, classify
from .reading import BadRow, Row, UnknownFormat, read_rows

__all__ = ["BadRow", "Classified", "NotABusiness", "Row", "UnknownFormat", "classify", "read_rows"]
