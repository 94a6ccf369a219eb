#!/bin/sh
# The suite: all of it on SQLite, what depends on the database on a real PostgreSQL too, journeys once in a browser.
set -eu
sh tests/install_tools.sh
# The HTML validator: a must for continuous integration, elsewhere its tests say why they are skipped.
sh tests/install_tools.sh validator || [ "${CI:-}" != true ]
workers="${TEST_WORKERS:-$(nproc)}"
.venv/bin/python -m pytest -n "$workers" --dist loadfile -m "not journey" "$@"
.venv/bin/python -m tests.postgres -n "$workers" --dist loadfile -m db_specific
.venv/bin/python -m pytest -n "$workers" --dist loadfile -m journey tests/journeys
