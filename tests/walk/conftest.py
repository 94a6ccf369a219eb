"""One small Kiez for all walks of a process: built once, and every request in it is undone."""

import logging
from contextlib import ExitStack
from functools import cache
from unittest.mock import patch

import pytest
from django.db import transaction
from django.utils import translation

from site_core import context_processors
from tests.walk.visits import Walker
from tests.walk.world import build_world


@pytest.fixture(scope="module")
def walker(django_db_setup, django_db_blocker):
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(translation.override("de"))
        stack.enter_context(transaction.atomic())
        # The menus of the public site, which stand around every refusal, are read once: they take a third of a walk.
        for part in ("menu", "footer_menu"):
            stack.enter_context(patch.object(context_processors, part, _once(getattr(context_processors, part))))
        # Thousands of refusals are what we came for.
        logging.disable(logging.CRITICAL)
        stack.callback(logging.disable, logging.NOTSET)
        yield Walker(build_world())
        transaction.set_rollback(True)


def _once(answer):
    drawn = cache(lambda: [])

    def first_answer(request):
        if not drawn():
            drawn().extend(answer(request))
        return drawn()

    return first_answer
