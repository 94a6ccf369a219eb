"""Measurements, run by `make bench`; they print figures, and fail where one has a limit."""
