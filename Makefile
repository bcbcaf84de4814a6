.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := $(CURDIR)

.PHONY: help
help: ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "%-14s %s\n", $$1, $$2}'

.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.PHONY: install
install: .venv/.installed ## Create .venv with the locked dependencies

.PHONY: demo
demo: install ## Generate raw tables, match, merge and publish them
	$(BIN)/customer-master demo

.PHONY: lint
lint: install ## ruff and sqlfluff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqlfluff lint models macros analyses tests/dbt

.PHONY: test
test: lint ## Linters, then every test (pytest runs the dbt unit and data tests too)
	$(BIN)/python -m pytest

.PHONY: lock
lock: install ## Renew requirements.lock from pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-options --no-emit-index-url --no-emit-find-links --extra dev --output-file requirements.lock pyproject.toml
