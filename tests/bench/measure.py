"""Starts a measurement with Django ready: `python -m tests.bench.measure tests.bench.pages`."""

import sys
from importlib import import_module

import django

django.setup()
import_module(sys.argv[1]).main()
