#!/bin/sh
# Every measurement the docs quote, each in a database of its own that is thrown away.
set -eu
export DJANGO_SETTINGS_MODULE=site_core.settings.test
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
measure() {
    export TEST_DATABASE_URL="sqlite:///$folder/$1.sqlite3"
    .venv/bin/python manage.py migrate --verbosity 0
    echo "== $1"
    .venv/bin/python -m tests.bench.measure "tests.bench.$1"
}
measure pages
measure plan
measure near
measure imports
echo "== opening hours"
.venv/bin/python -m tests.bench.hours_agreement
echo "== start"
.venv/bin/python -m tests.bench.start
# Last, as they fail where a limit is not kept; all of them are measured first.
failed=0
measure members || failed=1
measure search || failed=1
echo "== found in Neukölln"
TEST_DATABASE_URL="sqlite://:memory:" .venv/bin/python -m tests.search neukoelln || failed=1
echo "== search on PostgreSQL"
.venv/bin/python -m tests.bench.on_postgres search || failed=1
echo "== public pages"
sh tests/install_tools.sh lighthouse
.venv/bin/python -m tests.bench.public || failed=1
exit "$failed"
