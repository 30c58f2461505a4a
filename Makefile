# nlp-claims: everything is made in .venv; nothing but Python 3.11+, make and the package index is needed.
# Some tests also want jq (commands of the documentation) or Chromium (the report), and are skipped where there is none.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
CLAIMS := $(VENV)/bin/nlp-claims
OUT ?= build
SRC ?= data/samples
CORPORA ?= ../shared/corpora
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help install demo extract docs test lint types eval check corpora model model-eval bench clean

help: ## Show the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo 'Your own articles, again only where they have changed:  make extract SRC=articles OUT=records -j4'

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(PY) -m pip install --quiet --group test --group lint
	touch $@

install: $(VENV)/.installed ## Install into .venv

demo: $(VENV)/.installed ## Extract the sample articles and show a summary
	mkdir -p $(OUT)
	$(CLAIMS) extract data/samples --output $(OUT)/samples.jsonl
	$(PY) data/summary.py $(OUT)/samples.jsonl

# one output a document: make sees which are older than their article, and -j runs several at a time
ARTICLES = $(shell find $(SRC) -name '*.txt' -not -name '* *')
extract: $(ARTICLES:$(SRC)/%.txt=$(OUT)/%.jsonl) ## Extract each article of SRC into OUT, those that changed
	@find $(SRC) -name '* *.txt' -printf 'make: skipped, a blank in the name: %p\n' >&2

$(OUT)/%.jsonl: $(SRC)/%.txt $(VENV)/.installed
	@mkdir -p $(@D)
	$(CLAIMS) extract --quiet $< --output $@

docs: $(VENV)/.installed ## Make the pages and pictures that come from the code
	$(PY) docs/generate.py --captures

test: $(VENV)/.tested ## Run every test
	$(PY) -m pytest

lint: $(VENV)/.tested ## Check style
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check

types: $(VENV)/.tested ## Check types, strictly
	$(VENV)/bin/mypy

eval: $(VENV)/.installed ## Score the samples against their annotations; fails below the pinned floors
	$(PY) data/gold/gate.py

check: lint types test eval ## All of the above

corpora:
	@$(MAKE) --no-print-directory -C data/model corpora CORPORA=$(abspath $(CORPORA))

model: corpora $(VENV)/.installed ## Train the bundled pipeline from CORPORA
	$(MAKE) -C data/model train PY=$(abspath $(PY)) CORPORA=$(abspath $(CORPORA))

model-eval: corpora $(VENV)/.installed ## Measure the bundled pipeline on text it was not trained on
	$(MAKE) -C data/model eval PY=$(abspath $(PY)) CORPORA=$(abspath $(CORPORA))

bench: $(VENV)/.installed ## Measure the speed, side by side with the bare pipeline
	$(PY) data/bench/run.py

clean: ## Remove what was made
	rm -rf $(OUT) $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
