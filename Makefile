# Each target installs what it lacks (tools/setup.sh); "make help" lists them.
SHELL := /bin/sh
PYTHON := .venv/bin/python
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
SETUP := tools/setup.sh requirements.txt tools/requirements-dev.txt
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard i18n/*.ts))

.PHONY: help demo test lint run package dev benchmark resources translations sample pictures clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

.venv/.ready: $(SETUP)
	@tools/setup.sh

.venv/.peers: $(SETUP) tools/requirements-peers.txt
	@tools/setup.sh peers

demo: .venv/.ready ## build the sample plan's territories with no screen, into build/demo/
	@$(PYTHON) tools/demo.py

test: lint translations ## lint and all tests
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -q -n auto --dist loadfile

lint: .venv/.ready
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy

run: .venv/.ready translations ## start QGIS with the plugin and the sample plan
	@$(PYTHON) tools/run.py

package: .venv/.ready translations ## dist/territory_manager-<version>.zip, installable from QGIS
	@$(PYTHON) tools/package.py

dev: .venv/.ready translations ## link the plugin into your QGIS profile
	@$(PYTHON) tools/profiles.py link

benchmark: .venv/.peers ## ours beside the peers, as a table
	@$(PYTHON) -m benchmarks

resources: .venv/.ready translations ## resources.py for Qt's resource system, and the translations
	@$(PYTHON) tools/resources.py

translations: .venv/.ready $(TRANSLATIONS)

i18n/%.qm: i18n/%.ts
	@PATH="$$PATH:/usr/lib/qt5/bin" lrelease -silent $< -qm $@

sample: .venv/.ready ## make the sample plan again from its sources
	@$(PYTHON) tools/make_sample.py

pictures: demo translations ## the pictures of the README, from the demo and the real QGIS window
	@cp build/demo/map.png docs/images/before-after.png
	@$(PYTHON) tools/screenshots.py tools/readme_scenario.py docs/images --size 1400x800
	@! command -v mogrify >/dev/null || mogrify -strip -colors 64 docs/images/*.png

clean: ## remove what was made
	rm -rf build dist i18n/*.qm territory_manager/resources.py
