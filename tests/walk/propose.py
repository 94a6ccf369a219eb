"""Prints the table as the site answers now, for a human to read and decide: `python -m tests.walk.propose [part …]`.

With parts of names only the lines that have one of them. A route the table does not know yet comes last, with its
arguments guessed from their names.
"""

import logging
import os
import sys

import django
from django.conf import settings
from django.db import connection
from django.test.utils import setup_test_environment
from django.utils import translation

GUESSES = {
    "page_id": "page",
    "parent_page_id": "parent",
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "uploaded_file_id": "upload",
    "collection_id": "collection",
    "redirect_id": "redirect",
    "revision_id": "revision",
    "task_id": "task",
    "task_state_id": "task_state",
    "workflow_state_id": "workflow_state",
    "membership_id": "membership",
    "session_id": "session",
    "user_id": "user",
    "application_id": "application",
}


def main(wanted):
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_core.settings.test"
    django.setup()
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    connection.creation.create_test_db(verbosity=0, serialize=False)

    from tests.walk.routes import all_routes
    from tests.walk.table import TABLE, Line, read_table, written
    from tests.walk.visits import Walker
    from tests.walk.world import PEOPLE, build_world

    with translation.override(settings.LANGUAGE_CODE):
        walker = Walker(build_world())

        def proposed(line):
            cells = [walker.cell(walker.visits(line, person)) for person in PEOPLE]
            return written(line.name, cells, line.arguments)

        decided = set()
        for row in TABLE.read_text(encoding="utf-8").splitlines():
            lines = read_table(row)
            decided |= {line.route for line in lines}
            if not wanted:
                print(*map(proposed, lines) if lines else [row], flush=True)
            elif any(part in row for part in wanted):
                print(*map(proposed, lines))
        for route in all_routes():
            if route not in decided:
                print(proposed(Line(route.name, (), _guessed(route))), flush=True)


def _guessed(route):
    return tuple((False, name, None, GUESSES.get(name, "nothing")) for name in sorted(route.arguments))


if __name__ == "__main__":
    main(sys.argv[1:])
