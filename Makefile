# Read Twice: everything that one command should do. `make help` lists it.
#
# Each command sets up what it needs in .venv, once; a second call goes straight to work.
# docs/own_computer.md has the same steps written out for Windows without make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Two test processes, each with its own servers and browser; a file stays in one, since its tests share them.
# Files come in the order of tests/conftest.py, those with pages last, not by how many tests each holds.
SIDE_BY_SIDE := -n 2 --dist loadfile --no-loadscope-reorder
LAB_EXTENSION := $(wildcard binder/labextension/* binder/labextension/*/*)
SITE_SOURCES := $(LAB_EXTENSION) $(shell git ls-files src notebooks exercises 2> /dev/null) binder/overrides.json \
	binder/file-list.json binder/pyodide.txt binder/requirements-pyodide.txt CORRECTIONS.md pyproject.toml
# nbgrader asks for other versions than the course, so it lives apart; `make clean` removes it.
NBGRADER := build/nbgrader
# The scripts of the widgets are checked by Node, which only who develops needs.
SCRIPTS := tests/scripts
FIRST_NOTEBOOK := notebooks/00_start_here.ipynb

# Only root has to be told that running a server as root is meant.
ALLOW_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

# Some machines keep Python from storing compiled modules; every start would then compile all of them again.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help lab quick test test-all nbgrader bench pictures lint lint-scripts notebooks site site-serve links lock offline clean

help: ## Show this list
	@echo "Read Twice. Commands:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo "They use $(PYTHON). For another Python: make lab PYTHON=python3.12"

lab: $(VENV)/.ready-lab $(VENV)/.ready-settings ## Open the course in JupyterLab on this computer
	@echo "Opening $(FIRST_NOTEBOOK) in JupyterLab. If no browser opens, use the link printed below."
	@echo "To stop: press Ctrl+C here, twice."
	@. binder/environment.sh && exec $(BIN)/jupyter lab --LabApp.default_url=/notebooks/$(FIRST_NOTEBOOK) --ip=127.0.0.1 \
		--log-level=WARN $(ALLOW_ROOT) $(LAB_OPTIONS)

quick: lint ## Check style, types and units: the short loop while you write
	@echo "Running the tests that take a moment each. The rest is left to: make test"
	@$(BIN)/python -m pytest tests -m "not slow and not browser and not long" --hypothesis-profile=quick $(SIDE_BY_SIDE) \
		$(PYTEST_OPTIONS)

test: lint ## Check everything but the slow tests
	@echo "Running the tests. The slow ones are left to: make test-all"
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(PYTEST_OPTIONS)

test-all: lint ## Check everything, slow tests included
	@if command -v java > /dev/null; then \
		echo "Installing Spark, which one of the slow tests asks for."; \
		$(BIN)/python -m pip install -qq --require-hashes --requirement tests/requirements-spark.txt; \
	else echo "There is no Java here, so the test with Spark is skipped."; fi
	@echo "Running all tests, the slow ones included."
	@$(BIN)/python -m pytest -m "" $(SIDE_BY_SIDE) $(PYTEST_OPTIONS)

nbgrader: $(NBGRADER)/.ready ## Check that nbgrader takes the practice sheets (in an environment of its own)
	@$(NBGRADER)/bin/python -m pytest tests/authoring/test_nbgrader.py $(PYTEST_OPTIONS)

bench: $(VENV)/.ready-test ## Time what learners and teachers wait for
	@echo "Measuring. Close other programs for steady numbers."
	@$(BIN)/python -m tests.bench

pictures: $(VENV)/.ready-test ## Take the pictures of the lessons anew
	@$(BIN)/python -m tests.lesson_pictures

lint: $(VENV)/.ready-test lint-scripts ## Check style and types only
	@echo "Checking style (ruff) and types (mypy)."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# A learner's computer has no Node; where something is to be trusted (CI), it must be there.
lint-scripts:
	@if command -v npm > /dev/null && node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2> /dev/null; then \
		$(MAKE) --no-print-directory $(SCRIPTS)/node_modules/.ready && \
		echo "Checking style (Biome) and types (tsc) of the scripts." && npm run --silent --prefix $(SCRIPTS) check; \
	elif [ -n "$$CI" ]; then echo "Node 20 or newer and npm are missing, and CI needs them to check the scripts."; exit 1; \
	else echo "SKIPPED: the scripts of the widgets are not checked, because Node 20 or newer with npm is missing."; fi

notebooks: $(VENV)/.ready-lab ## Run all notebooks again, store what they print, generate exercises/ and the sheets on paper
	@echo "Running notebooks/ and solutions/ as for a learner who has answered nothing yet."
	@$(BIN)/readtwice run $(sort $(wildcard notebooks/*.ipynb notebooks/*/*.ipynb solutions/*/*.ipynb))
	@$(BIN)/readtwice exercises
	@$(BIN)/readtwice teacher-pages
	@$(BIN)/readtwice own-pages
	@$(BIN)/readtwice print --all notebooks/teacher/paper

offline: $(VENV)/.ready-lab ## Make build/read-twice, a folder for computers without a network
	@$(BIN)/readtwice offline build/read-twice

site: build/site/jupyter-lite.json ## Make build/site, the course for any web host: it runs in the browser alone

site-serve: build/site/jupyter-lite.json ## Show build/site on this computer
	@$(BIN)/python build/site/start.py $(PORT)

links: ## Write the links to the site and to Binder in README.md from binder/repository.txt
	@where=$$(grep -v '^#' binder/repository.txt) && owner=$${where%%/*} && rest=$${where#*/} && \
	sed -E -e "s#(mybinder\.org/v2/gh/)[^?]+\?#\1$$where?#g" \
		-e "s#https://[A-Za-z0-9-]+\.github\.io/[A-Za-z0-9._-]+/#https://$$owner.github.io/$${rest%%/*}/#g" \
		README.md > README.md.new && mv README.md.new README.md && \
	echo "The links in README.md now lead to https://$$owner.github.io/$${rest%%/*}/ and to $$where on Binder."

lock: ## Pin all packages again after a change of pyproject.toml (UPGRADE=1: newest releases)
	@command -v uv > /dev/null || { echo "make lock needs uv. Install it with: $(PYTHON) -m pip install uv"; exit 1; }
	@echo "Writing binder/requirements.txt, then tests/requirements.txt with the same pins and the test tools, then Spark."
	@$(PYTHON) binder/lock.py $(if $(UPGRADE),--upgrade)

clean: ## Remove what these commands made (your answers in my-work/ stay)
	@echo "Removing $(VENV) and caches."
	@rm -rf $(VENV) $(SCRIPTS)/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up -----------------------------------------------------------------------------------------------

$(VENV)/.ready-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || \
		{ echo "Read Twice needs Python 3.11 or newer, and '$(PYTHON)' is not that. Install one, or name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || \
		{ echo "Python's venv module is missing. On Debian or Ubuntu, install it with: sudo apt-get install python3-venv"; exit 1; }
	@echo "Making a Python environment in $(VENV)."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# All packages come from the lock, each compared with its recorded hash; then the course itself, without dependencies.
define install
	@echo "Installing the packages listed in $(1). The first time takes a minute or two."
	@$(BIN)/python -m pip install -qq --require-hashes --requirement $(1)
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
endef

$(VENV)/.ready-lab: binder/requirements.txt pyproject.toml $(LAB_EXTENSION) | $(VENV)/.ready-python
	$(call install,binder/requirements.txt)
	@touch $@

# The test lock holds every pin of the other, so it makes `make lab` ready as well.
$(VENV)/.ready-test: tests/requirements.txt pyproject.toml $(LAB_EXTENSION) | $(VENV)/.ready-python
	$(call install,tests/requirements.txt)
	@touch $(VENV)/.ready-lab $@

$(SCRIPTS)/node_modules/.ready: $(SCRIPTS)/package-lock.json $(SCRIPTS)/package.json
	@echo "Installing what checks the scripts, in $(SCRIPTS)/node_modules."
	@npm ci --silent --prefix $(SCRIPTS)
	@touch $@

# No lock: this is the question whether the nbgrader of today takes our sheets.
$(NBGRADER)/.ready: pyproject.toml | $(VENV)/.ready-python
	@echo "Installing nbgrader in $(NBGRADER). This takes some minutes."
	@$(PYTHON) -m venv --clear $(NBGRADER)
	@$(NBGRADER)/bin/python -m pip install -qq nbgrader 'jsonschema<4.25' 'pytest>=9,<10' nbval hypothesis playwright --editable .
	@touch $@

# What is fetched and compiled is kept in build/site-parts, so that only the first time takes a minute.
build/site/jupyter-lite.json: $(VENV)/.ready-test $(SITE_SOURCES)
	@echo "Making the site. The first time fetches Pyodide and packages, and takes a minute or two."
	@$(BIN)/readtwice site build/site
	@touch $@

$(VENV)/.ready-settings: binder/overrides.json binder/file-list.json $(VENV)/.ready-lab
	@mkdir -p $(VENV)/share/jupyter/lab/settings $(VENV)/etc/jupyter
	@cp binder/overrides.json $(VENV)/share/jupyter/lab/settings/overrides.json
	@cp binder/file-list.json $(VENV)/etc/jupyter/jupyter_server_config.json
	@touch $@
