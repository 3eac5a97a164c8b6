# Reprise. `make help` lists what can be asked for.

# How many seeds (by default the first of an artifact, all of a profile, a paper or of everything), how many trials at once
# (by default as many as there are cores to use), and which profile of the specs is run.
SEEDS ?=
JOBS ?=
PROFILE ?=

# A Python that already has Tests/Peers/requirements-peers.txt; without one `make bench` makes .venv.
REPRISE_PEERS_PYTHON ?=
REPETITIONS ?= 3

# Which damaged inputs `make fuzz` makes, of which kinds (by default all; `data`: data files), how many of them, and for
# how long at most (0: until it has had them all).
SEED ?= 1
KIND ?=
COUNT ?= 100000
SECONDS ?= 0

# Quick results are committed: every processor with AVX2 makes and compares the same bits.
portable := $(if $(shell grep -m1 -ow avx2 /proc/cpuinfo),env OPENBLAS_CORETYPE=Zen REPRISE_KERNELS=x86-64-v3)
reprise := $(if $(filter quick,$(PROFILE)),$(portable)) .build/release/reprise
specs := $(wildcard Experiments/*/*.json)
# The others hold what a paper prints and nothing to measure.
measured := $(if $(specs),$(shell grep -lE '"(recommender|extends|datasets)":' $(specs)))
# Papers may have specs of one name: `reproduce-table2` is all of them, `reproduce-ur-gan-table2` is one.
reproductions := $(sort $(addprefix reproduce-,$(basename $(notdir $(measured)))))
single_reproductions := $(patsubst Experiments/%.json,reproduce-%,$(measured))
single_targets := $(subst /,-,$(single_reproductions))
papers := $(sort $(notdir $(patsubst %/,%,$(dir $(measured)))))
paper_reproductions := $(addprefix reproduce-,$(papers))
# The specs whose quick results are committed.
quick := $(patsubst Results/%-quick/manifest.json,Experiments/%.json,$(wildcard Results/*/*-quick/manifest.json))
first_seed = $(if $(SEEDS)$(PROFILE),$(if $(SEEDS),--seeds $(SEEDS)),--seeds 1)
jobs := $(if $(JOBS),--jobs $(JOBS))
choices = $(jobs) $(if $(PROFILE),--profile $(PROFILE))
# Of many specs, those are left out that have no such profile.
unless_unknown = $(if $(PROFILE),$(reprise) check $$spec | grep -q '^  profile $(PROFILE):' || continue;)
# Other profiles whose results are committed, such as `search-seed-2`, are measured after the specs' own.
stems := $(patsubst Experiments/%.json,%,$(measured))
profiled := $(filter-out $(stems) %-quick,$(patsubst Results/%/manifest.json,%,$(wildcard Results/*/*/manifest.json)))
profiled := $(foreach name,$(profiled),$(if $(findstring -seeds-,$(name)),,$(name)))
profiles_of = $(patsubst $(1)-%,%,$(filter $(1)-%,$(profiled)))
run_profiles = $(foreach stem,$(patsubst Experiments/%.json,%,$(1)),$(foreach profile,$(call profiles_of,$(stem)),$\
  $(reprise) run Experiments/$(stem).json --profile $(profile) $(jobs);))
run_all = for spec in $(1); do $(unless_unknown) $(reprise) run $$spec $(if $(SEEDS),--seeds $(SEEDS)) $(choices); done; $\
  $(if $(PROFILE),,$(call run_profiles,$(1)))
peers_python := $(or $(REPRISE_PEERS_PYTHON),.venv/bin/python)

.DEFAULT_GOAL := help
.PHONY: help setup build schema data test check format docs bench chaos estimates fuzz fuzz-corpus reproduce reproduce-urgan $(reproductions) $(single_targets) $(paper_reproductions) audit verify clean

help: ## list these targets
	@sed 's/^# \(reproduce-\)/\1/' $(MAKEFILE_LIST) | grep -hE '^[a-z0-9-]+:.*## ' | awk -F ':.*## ' '{ printf "  make %-18s %s\n", $$1, $$2 }'
	@echo "  SEEDS=n JOBS=n PROFILE=name with reproduce and reproduce-…, REPETITIONS=n with bench,"
	@echo "  SEED=n KIND=data COUNT=n SECONDS=n with fuzz"

setup: ## install the missing system packages (silent when there are none)
	@.ci/setup

build: setup ## build the reprise command, optimised
	swift build -c release --product reprise

schema: build ## write Experiments/schema.json, by which editors complete and check specs
	$(reprise) schema

data: build ## fetch MovieLens-100K
	$(reprise) data fetch ml-100k

test: setup ## run every test
	swift test

format: ## put every file into the form that `make check` asks for
	swift format -i -r Sources Tests Package.swift

docs: ## build the site of the guide in .build/docs
	docc convert Sources/reprise/Guide.docc --output-path .build/docs --transform-for-static-hosting \
	  --fallback-display-name Reprise --fallback-bundle-identifier reprise

# A build of its own: switching the warnings would otherwise build everything anew each time.
check: export REPRISE_STRICT = 1
# Else each of some thousand programs starts a second thread, which waits at full speed.
test check: export OPENBLAS_NUM_THREADS = 1
check: setup ## the gate: format, no warnings, tests, every spec, the schema
	swift format lint -r --strict Sources Tests Package.swift || { echo '`make format` mends this'; exit 1; }
	swift build --scratch-path .build/strict --build-tests
	swift test --scratch-path .build/strict --skip-build
	$(if $(specs),.build/strict/debug/reprise check $(specs))
	.build/strict/debug/reprise schema --check
	python3 Tests/SpecSchema/validate.py Experiments/schema.json $(specs)

bench: setup $(if $(REPRISE_PEERS_PYTHON),,.venv/installed) ## measure our speed against PyTorch, implicit, Numba and NumPy
	swift build -c release --product Benchmarks
	$(peers_python) Tests/Peers/bench.py --ours .build/release/Benchmarks --repetitions $(REPETITIONS)

reproduce: build ## train and print every artifact beside the published one, with all seeds
	set -e; $(call run_all,$(measured))
	$(reprise) page $(sort $(dir $(measured)))

# reproduce-table4: ## train and print UR-GAN's Table 4 beside the published one; so for each spec
$(reproductions): reproduce-%: build
	set -e; for spec in $(filter %/$*.json,$(measured)); do $(reprise) run $$spec $(first_seed) $(choices); $(reprise) page $$(dirname $$spec); done

# One target a paper and spec, `reproduce-<paper>-<spec>`.
define reproduce_one
$(subst /,-,$(1)): build
	$(reprise) run $(patsubst reproduce-%,Experiments/%.json,$(1)) $(first_seed) $(choices)
	$(reprise) page $(dir $(patsubst reproduce-%,Experiments/%.json,$(1)))
endef
$(foreach one,$(single_reproductions),$(eval $(call reproduce_one,$(one))))

$(paper_reproductions): reproduce-%: build
	set -e; $(call run_all,$(filter Experiments/$*/%,$(measured)))
	$(reprise) page Experiments/$*

reproduce-urgan: reproduce-ur-gan ## train and print everything of one paper, with all seeds

chaos: build ## disturb a run of 24 trials and compare with an undisturbed one (root, an hour)
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && python3 Tests/Chaos/chaos.py --reprise $(reprise) --folder "$$folder/runs"

fuzz: build ## give damaged files and senseless command lines to their readers, each in a child process
	swift build -c release --product Fuzz
	OPENBLAS_NUM_THREADS=1 .build/release/Fuzz --seed $(SEED) --count $(COUNT) --seconds $(SECONDS) $(if $(KIND),--kind "$(KIND)") $(jobs)

# What the inputs of `make fuzz` are made of, as today's program writes it.
fuzz-corpus: build
	cd Tests/Fuzz/Corpus && rm -rf Results && "$(CURDIR)/.build/release/reprise" run small.json
	cd Tests/Fuzz/Corpus && find Results -name lock -o -name '*.lock' -o -name '*.previous' \
	  -o -path 'Results/Corpus/*' -type f ! -name manifest.json | xargs rm

estimates: build ## compare the estimated memory and time of every system with what it took (an hour)
	python3 Tests/Estimates/estimates.py --reprise $(reprise) --folder .build/estimates

audit: build ## check the published tables of every paper by arithmetic alone
	set -e; for paper in $(sort $(dir $(specs))); do $(reprise) audit $$paper*.json; done

verify: build ## measure every quick profile again and compare with the committed results
	$(if $(quick),$(portable) $(reprise) verify --profile quick $(jobs) $(quick))

clean: ## remove what was built (finished trials in Results/.trials stay)
	rm -rf .build .venv

# The mark is set last, so an interrupted installation starts again.
.venv/installed: Tests/Peers/requirements-peers.txt
	@.ci/setup bench
	rm -rf .venv
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet -r $< || { \
	  echo "bench: the peers need Python 3.10 to 3.12, and torch==2.13.0+cpu from PyTorch's own index" \
	    "of CPU wheels: name that index in PIP_EXTRA_INDEX_URL" >&2; exit 1; }
	touch $@
