# `make test` is all that a contributor needs; the rest is in CONTRIBUTING.md. Needs python3 (3.11+) with venv, and make.

PY = .venv/bin/python
WORKERS ?= auto
PYTEST_FLAGS ?= --numprocesses=$(WORKERS) --maxprocesses=4 --dist=loadfile
NU_VERSION = 26.9.27
YLS_VERSION = 2.0.0
SARIF_VERSION = 5.7.0

.PHONY: help test test-browser test-editor torture lint format docs docs-check words golden bench clean dev browser nu yls sarif

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

test: dev ## run the tests (without a browser and an editor; says what it leaves out)
	$(PY) -m pytest $(PYTEST_FLAGS)

test-browser: browser nu ## run the tests that need chromium, java and fonts for Chinese
	$(PY) -m pytest -m browser tests/browser

torture: dev ## try to make c2c lose or tear a file, and write the figures to docs/reliability.md (half an hour)
	cd tests && ../$(PY) -m torture --write ../docs/reliability.md

test-editor: dev yls sarif ## run the tests that need node, the YAML language server and a reader of SARIF
	$(PY) -m pytest -m editor tests/editor

lint: dev ## style, form and types
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

format: dev ## give the code its form, and mend what can be mended
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

docs: dev ## write the pages and schemas that are made from the code, and the outputs in README.md
	$(PY) scripts/make_docs.py

words: dev ## bring the catalogues of the languages up to date with the code and the templates
	$(PY) scripts/catalogues.py

docs-check: dev ## fail if `make docs` or `make words` would change something
	$(PY) scripts/make_docs.py --check
	$(PY) scripts/catalogues.py --check

golden: dev ## write the expected outputs of the tests anew; look at the difference before you commit
	C2C_GOLDEN=write $(PY) -m pytest $(PYTEST_FLAGS)

bench: ## measure c2c with nothing beside it but what it needs, compare, and write docs/benchmarks.md (half an hour, quiet)
	@scripts/venv dev
	@$(PY) -m venv .venv/bench
	@.venv/bench/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	.venv/bench/bin/python benchmarks/run.py --write docs/benchmarks.md

clean: ## remove what was made here
	rm -rf .venv .venv.lock .nu .yls .sarif .coverage .coverage.* htmlcov build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests scripts benchmarks -name __pycache__ -prune -exec rm -rf {} +

dev: ## make .venv, with what the tests and the checks need
	@scripts/venv dev

browser:
	@scripts/venv dev browser

nu: .nu/node_modules/vnu-jar/build/dist/vnu.jar

.nu/node_modules/vnu-jar/build/dist/vnu.jar:
	npm install --silent --no-save --ignore-scripts --prefix .nu vnu-jar@$(NU_VERSION)

yls: .yls/node_modules/yaml-language-server/package.json

.yls/node_modules/yaml-language-server/package.json:
	npm install --silent --no-save --ignore-scripts --prefix .yls yaml-language-server@$(YLS_VERSION)

sarif: .sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool

.sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool:
	npm install --silent --no-save --ignore-scripts --prefix .sarif @microsoft/sarif-multitool-linux@$(SARIF_VERSION)
	chmod +x $@
