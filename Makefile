# What a person does with this project. `make help` lists it.
# A fresh machine needs Python 3.11 to 3.13 and make; everything else comes from the lock files.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

SOURCES := home search campaigns news members site_core tests manage.py
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale_packages/*/LC_MESSAGES/*.po))
STATIC := $(shell find static -type f 2>/dev/null) $(wildcard site_core/assets/*.py)

.PHONY: help run test lint bench screenshots lock messages
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

run: $(VENV)/.runtime $(CATALOGUES) var/static/.stamp  ## the demo site on 127.0.0.1:$PORT with its worker
	@exec $(PY) manage.py serve_site --prepare

test: $(VENV)/.dev $(CATALOGUES)  ## the whole suite on SQLite, marked tests on PostgreSQL, journeys in the browser
	@sh tests/run.sh

lint: $(VENV)/.dev $(CATALOGUES)  ## style, layers, templates, translations, migrations
	@sh tests/install_tools.sh
	$(VENV)/bin/ruff check $(SOURCES)
	$(VENV)/bin/ruff format --check $(SOURCES)
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djlint --lint --quiet templates
	$(PY) manage.py check
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) -m tests.conventions.catalogues

bench: $(VENV)/.dev $(CATALOGUES)  ## measurements: start, queries, time and weight of pages, Lighthouse, import, opening hours
	@sh tests/bench/run.sh

screenshots: $(VENV)/.dev $(CATALOGUES)  ## every kind of page at three widths, light, dark and Arabic, into var/screenshots
	@sh tests/install_tools.sh
	@$(PY) -m tests.screens.shots

lock:  ## the lock files anew from requirements/*.in
	$(VENV)/bin/pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url requirements/runtime.in -o requirements/runtime.txt
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url -c requirements/runtime.txt requirements/dev.in -o requirements/dev.txt

messages: $(VENV)/.dev  ## collect new strings into locale/ (needs gettext)
	$(PY) manage.py makemessages --locale de --locale tr --locale ar --no-location --no-obsolete --ignore .venv --ignore var --ignore tests

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt | $(VENV)/bin/python
	$(VENV)/bin/pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt requirements/runtime.txt | $(VENV)/bin/python
	$(VENV)/bin/pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/.runtime

%.mo: %.po $(VENV)/.runtime
	@$(VENV)/bin/pybabel --quiet compile --input-file $< --output-file $@

var/static/.stamp: $(STATIC) $(VENV)/.runtime
	@$(PY) manage.py collectstatic --noinput --verbosity 0
	@touch $@
