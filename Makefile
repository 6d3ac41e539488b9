# Shelfrank. `make demo` and `make test` set everything up by themselves; `make help` lists the rest.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# real labelled data for `make benchmark` and the tests that use it; not part of the repository
DATA ?= ../shared/data
# prepared by bench.real_data
TABLES = build/benchmark/judgments/$(1).parquet,build/benchmark/catalogue/$(1).parquet

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fmt bench levers student benchmark ablations distillation distillation-quick \
	real-bundle precision demo-bundle clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable '.[demo]'
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.demo

setup: $(VENV)/.dev ## install everything, training and development tools included

demo: $(VENV)/.demo ## index the sample store and serve real reranks on port 8000
	@$(BIN)/shelfrank demo || [ $$? -eq 130 ]  # Ctrl-C is how it ends

test: $(VENV)/.dev ## run the whole test suite
	$(BIN)/pytest

check: $(VENV)/.dev ## lint, types, import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fmt: $(VENV)/.dev ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev ## latency: floor against service at 10, 50, 100, 200 candidates
	$(BIN)/python -m bench.latency

levers: $(VENV)/.dev ## what each trick of the hot path buys, against the plain way
	$(BIN)/python -m bench.levers

student: $(VENV)/.dev ## distil the student of `make benchmark` (an hour or two; resumes)
	$(BIN)/python -m bench.student --data $(DATA)

benchmark: $(VENV)/.dev ## ranking quality on real judgments, through HTTP (makes a missing student first)
	$(BIN)/python -m bench.quality --data $(DATA)

distillation: $(VENV)/.dev ## every row of eCom'24's tables on real judgments (hours; resumes): docs/distillation.md
	$(BIN)/python -m bench.real_data --data $(DATA) --out build/benchmark
	$(BIN)/shelfrank report distillation --long $(call TABLES,home_depot) --crossed $(call TABLES,crowdflower) \
	    --transfer $(call TABLES,chorus)

ablations: $(VENV)/.dev ## one thing of the training changed at a time (hours; resumes): docs/ablations.md
	$(BIN)/python -m bench.real_data --data $(DATA) --out build/benchmark
	$(BIN)/shelfrank report ablations --long $(call TABLES,home_depot) --crossed $(call TABLES,crowdflower) \
	    --transfer $(call TABLES,chorus)

QUICK := build/distillation-quick
distillation-quick: $(VENV)/.dev ## the same on two made-up shops with a tiny encoder: minutes, to see it run through
	$(BIN)/shelfrank sample-store $(QUICK)/long
	$(BIN)/shelfrank sample-store $(QUICK)/crossed --seed 8
	$(BIN)/shelfrank report distillation --preset quick --folds 3 --queries 120 --row soft --row no-kd --row kd \
	    --long $(QUICK)/long/judgments.parquet,$(QUICK)/long/catalogue.parquet \
	    --crossed $(QUICK)/crossed/judgments.parquet,$(QUICK)/crossed/catalogue.parquet \
	    --folder $(QUICK)/models --out $(QUICK)/distillation.md --images $(QUICK)/images

real-bundle: $(VENV)/.dev ## teacher, student and ranker of all the real judgments: build/real-bundle (hours; resumes)
	$(BIN)/python -m bench.real_bundle --data $(DATA)

precision: $(VENV)/.dev ## fp32 against int8 encoders: latency, NDCG, flipped pairs
	$(BIN)/python -m bench.precision --data $(DATA)

demo-bundle: $(VENV)/.dev ## rebuild the shipped bundle (bundles/demo)
	$(BIN)/python -m training.demo_bundle --out bundles/demo $(if $(wildcard $(DATA)/chorus),--chorus $(DATA)/chorus) \
	    $(if $(wildcard $(DATA)/esci_sample),--esci $(DATA)/esci_sample)

clean: ## remove what was built here
	rm -rf build .shelfrank $(VENV)
