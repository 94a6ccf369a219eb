#!/bin/sh
# Every measurement the docs quote, each in a database of its own that is thrown away.
set -eu
export DJANGO_SETTINGS_MODULE=site_core.settings.test
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for part in pages imports; do
    export TEST_DATABASE_URL="sqlite:///$folder/$part.sqlite3"
    .venv/bin/python manage.py migrate --verbosity 0
    echo "== $part"
    .venv/bin/python -m tests.bench.measure "tests.bench.$part"
done
echo "== opening hours"
.venv/bin/python -m tests.bench.hours_agreement
echo "== start"
.venv/bin/python -m tests.bench.start
