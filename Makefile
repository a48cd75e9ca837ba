# Each target makes what it needs in .venv and does nothing twice: the stamps tell which extras are in place.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
NORTH_WEST := --area "Cheshire, Warrington and Wirral" --area "Greater Manchester" --area "Lancashire" --area "Merseyside"

.PHONY: help demo test test-deep test-wheel bench lint format docs clean

help:
	@echo "make demo        an award for the North West's 32 CCGs, proven and verified"
	@echo "make test        the tests (about half an hour on two cores); .ci/postgres make test: those on PostgreSQL too"
	@echo "make test-deep   the tests and the long ones"
	@echo "make test-wheel  the wheel, installed where there is nothing else"
	@echo "make bench       a few cases beside HiGHS, held against the kept figures"
	@echo "make lint        style, types and the layers"
	@echo "make format      put the code in its standard form"
	@echo "make docs        write again the pages that are generated"
	@echo "make clean       remove what was made"

$(VENV)/made:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/service: $(VENV)/made pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable '.[report,service]'
	@touch $@

$(VENV)/test: $(VENV)/service
	$(PIP) install --constraint constraints.txt --editable '.[report,service,test]'
	@touch $@

$(VENV)/bench: $(VENV)/service
	$(PIP) install --constraint constraints.txt --editable '.[report,service,bench]'
	@touch $@

demo: $(VENV)/service
	@$(BIN)/selector example england-2013 out/demo $(NORTH_WEST)
	@$(BIN)/selector evaluate out/demo/case.json --out out/demo

test: $(VENV)/test
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup -m "not deep and not wheel"

test-deep: $(VENV)/test
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup -m "not wheel"

test-wheel: $(VENV)/test
	$(BIN)/python -m pytest -m wheel tests/test_wheel.py

bench: $(VENV)/bench
	@mkdir -p out/bench
	$(BIN)/python -m benchmarks run board --cases 'seed-0[0-4]' --peers highs --json out/bench/board.json
	$(BIN)/python -m benchmarks gate out/bench/board.json

lint: $(VENV)/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/test
	$(BIN)/python -m models.reference > docs/case.md
	$(BIN)/python -m selector.cli.reference > docs/cli.md
	$(BIN)/python -m selector.files.tables.reference > docs/workbook.md
	$(BIN)/python -m selector.files.ocds.extension_schema > selector/files/ocds/extension/release-schema.json

clean:
	rm -rf $(VENV) out dist build
