.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := $(CURDIR)

SQL := $(shell find models macros analyses tests/dbt -name '*.sql' 2>/dev/null)
YAML := $(shell find models seeds tests/dbt -name '*.yml' 2>/dev/null) dbt_project.yml profiles.yml .sqlfluff

.PHONY: help
help: ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{split($$1, target, ":"); printf "%-14s %s\n", target[1], $$2}'

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "customer-master needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --config-settings editable_mode=compat --editable .
	@touch $@

.PHONY: install
install: .venv/.installed ## Create .venv with the locked dependencies

.PHONY: demo
demo: install ## Generate raw tables, match, merge and publish them
	@$(BIN)/customer-master demo

.PHONY: lint
lint: install .venv/.sql-linted ## ruff and sqlfluff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# sqlfluff compiles every model with dbt; a minute, so only when SQL or YAML has changed since it last passed.
.venv/.sql-linted: .venv/.installed $(SQL) $(YAML)
	@mkdir -p target/lint
	CUSTOMER_MASTER_HOME=$(CURDIR)/target/lint $(BIN)/sqlfluff lint --disable-progress-bar models macros analyses tests/dbt
	@touch $@

.PHONY: test
test: lint ## Linters, then the tests, but what only test-engines runs (pytest runs dbt unit and data tests too)
	SPARK_CONF_DIR=$(CURDIR)/tests/spark $(BIN)/python -m pytest -m 'not in_full' --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: test-engines
test-engines: install ## PostgreSQL and Spark in full, held value by value against DuckDB; the report comes last
	rm -rf target/parity
	$(BIN)/python -m pytest --numprocesses 0 --durations 10 tests/python/test_postgres.py tests/python/test_apache_spark.py \
		tests/python/test_spark_crash.py tests/python/test_engine_functions.py
	@cat target/parity/*.txt

.PHONY: benchmark
benchmark: install ## customer-master beside its peers on public labelled data; FAKE_1000=file adds Splink's demo data
	$(BIN)/python benchmarks/compare_peers.py --out docs/benchmark.md $(if $(FAKE_1000),--fake-1000 $(FAKE_1000))

.PHONY: benchmark-large
benchmark-large: install ## The same on generated records: 100,000, 1,000,000 and 5,000,000
	$(BIN)/python benchmarks/compare_peers.py --large --out docs/benchmark_large.md

.PHONY: clean
clean: ## Delete what a build makes; published data and state stay
	rm -rf target logs data/target data/logs data/work.duckdb

.PHONY: lock
lock: install ## Renew requirements.lock from pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-options --no-emit-index-url --no-emit-find-links --extra dev --extra postgres --extra spark --output-file requirements.lock pyproject.toml
