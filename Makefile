# What there is to do here. Everything needs only Python 3.11 or newer and make; the rest goes into .venv.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: kit test lint bench bench-photo verify-print pictures docs schemas clean
.DEFAULT_GOAL := kit

## everything for the example county, in out/: posters at 24 x 36 in and at tabloid, guides, booklets, quick guides
kit: $(VENV)/.installed
	$(BIN)/sopprint build examples/county-kit -o out

## all tests
test: $(VENV)/.ready
	$(BIN)/pytest -n auto

## style, types and layers
lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## how long a poster, a guide and a whole kit take, as tables
bench: $(VENV)/.ready
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/kit.py

## what is promised of photographs, held to simulated ones, as a table; some minutes
bench-photo: $(VENV)/.ready
	$(BIN)/python -m tests.bench.photo

## every poster and guide for every print shop, held to all that a shop is promised; needs Ghostscript, qpdf, poppler, mutool
verify-print: $(VENV)/.ready
	$(BIN)/python -m tests.press.verify_print

## the pictures of the README and of the element reference
pictures: $(VENV)/.ready
	mkdir -p docs/pictures
	$(BIN)/python -m docs.pictures
	set -e; for tool in three-houses safety-house circles-of-safety; do \
	  $(BIN)/sopprint preview $$tool --width 1200 --colours 64 -o docs/pictures/$$tool.png; \
	done

## the element reference, docs/elements.md
docs: $(VENV)/.ready
	$(BIN)/python -m docs.reference

## the JSON Schemas that editors use, in docs/schema/
schemas: $(VENV)/.installed
	mkdir -p docs/schema
	set -e; for kind in tool words kit theme shop share; do $(BIN)/sopprint schema $$kind > docs/schema/$$kind.json; done

clean:
	rm -rf $(VENV) out

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "sopprint needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) -V 2>&1`." >&2; \
	  echo "Name another with: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[preview,press,watch]"
	touch $@

# --group needs pip 25.1, newer than what some Pythons bring along
$(VENV)/.ready: pyproject.toml | $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[preview,check]" --group dev
	touch $@
