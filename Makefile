# make serve    the site on http://127.0.0.1:8000/, live
# make test     every check and test
# make build    the strict site in site/
# make outputs  record again what snippets print, labs show, programs answer,
#               and the addresses of new pages; of some snippets alone:
#               make outputs only=caching/lru_cache.py
# make evidence ask the real programs again, and write the page's table
# make editions the tested site/ as EPUB and PDF, and the deck: build/editions/
# make links    ask the hosts to which the tested site/ links, for dead links
# make bench    the runner beside a bare Pyodide; what Lighthouse says of pages
# Each sets up what is missing first; a second call sets up nothing again.

.PHONY: serve test lint build outputs evidence editions links bench lock clean
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

python := .venv/bin/python
pip_options := --quiet --disable-pip-version-check --progress-bar on --require-hashes
# One more than processors: a test of a browser or a server waits a good part.
workers := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

serve: .venv/ready build/python/ready build/postgres/ready
	$(python) -m mkdocs serve --strict --dev-addr 127.0.0.1:8000

build: .venv/ready build/python/ready build/postgres/ready
	$(python) -m mkdocs build --strict

test: .venv/ready build/python/ready build/postgres/ready
	$(MAKE) --jobs=2 --output-sync=target lint build
	$(python) -m tests.programs install
	$(python) -m pytest -n $(workers) --dist worksteal

lint: .venv/ready runner/node_modules/ready
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	for folder in $(wildcard snippets/*/exercises/*); do \
	  MYPYPATH=$$folder $(python) -m mypy --no-error-summary $$folder/*.py \
	    || exit 1; \
	done
	$(python) -m codespell_lib
	runner/node_modules/.bin/cspell --no-progress --no-summary --issue-template \
	  '$$filename:$$row: "$$text" is not known: correct it, or add it to words.txt.'
	.venv/bin/zizmor --offline --quiet --pedantic .github
	$(python) -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(python) -m check_jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(python) -m check_jsonschema --builtin-schema vendor.compose-spec compose.yaml
	$(python) -m check_jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml
	npm --prefix runner run --silent check

outputs: .venv/ready runner/node_modules/ready
	$(python) -m tests.snippets.outputs $(only)
	$(python) -m tests.site.addresses

evidence: .venv/ready
	$(python) -m tests.programs install
	$(python) -m tests.evidence

# Of the site that is there: what is released is what was tested.
editions: .venv/ready site/index.html
	$(python) -m tests.programs install
	$(python) -m editions
	$(python) -m pytest tests/editions.py

links: .venv/ready site/index.html
	$(python) -m tests.links

site/index.html:
	$(MAKE) build

bench: build bench/node_modules/ready
	$(python) -m tests.programs install
	$(python) -m bench
	$(python) -m bench.lighthouse

# Needs uv; names no registry, so that any mirror serves.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header \
	  --python-version 3.12 --group all -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header \
	  --python-version 3.14 --group snippets --group checks \
	  -c requirements.lock -o runner/requirements.lock

clean:
	rm -rf build site .venv runner/node_modules bench/node_modules

# The first Python that is new enough and really runs: a shim may not.
.venv/ready: requirements.lock
	@for candidate in python3.13 python3.14 python3.12 python3 \
	  "$$HOME"/.pyenv/versions/3.1[2-9]*/bin/python none; do \
	  "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 12))' \
	    2>/dev/null && break; \
	done; \
	if [ "$$candidate" = none ]; then \
	  echo "Python 3.12 or newer is needed and was not found: install it" \
	    "from python.org or your system's packages." >&2; exit 1; \
	fi; \
	echo "Setting up Python packages with $$candidate, once (up to a minute)"; \
	"$$candidate" -m venv --clear .venv || { echo "Python's venv module is" \
	  "incomplete: on Debian and Ubuntu, install python3-venv." >&2; exit 1; }
	@if uv --version >/dev/null 2>&1; then \
	  uv pip install --python $(python) --require-hashes -r requirements.lock; \
	else \
	  $(python) -m pip install $(pip_options) -r requirements.lock; \
	fi
	@touch $@

%/node_modules/ready: %/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' \
	  2>/dev/null || { echo "Node 20 or newer is needed and was not found:" \
	  "install it from nodejs.org or your system's packages." >&2; exit 1; }
	@echo "Setting up the packages of $*, once (a few seconds)"
	@cd $* && npm ci --ignore-scripts --no-fund --no-audit
	@touch $@

# Python for the browser: Pyodide's files, compiled ahead, and a lock that holds
# our packages instead of the 300 that only Pyodide's own server has.
build/python/ready: .venv/ready runner/node_modules/ready \
  runner/requirements.lock runner/precompile.js runner/precompile.py \
  runner/src/program.py runner/src/exercise.py
	@echo "Building Python for the browser, once (a few seconds)"
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(python) -m pip download $(pip_options) --no-deps --only-binary :all: \
	  --python-version 3.14 --platform any --dest $(@D) \
	  -r runner/requirements.lock
	@cp runner/node_modules/pyodide/pyodide.asm.mjs \
	  runner/node_modules/pyodide/pyodide.asm.wasm $(@D)
	@node -p 'JSON.stringify({...require("./runner/node_modules/pyodide/pyodide-lock.json"), packages: {}})' \
	  > $(@D)/empty.json
	@.venv/bin/pyodide lockfile add-wheels --input $(@D)/empty.json \
	  --output $(@D)/pyodide-lock.json --base-path $(@D) $(@D)/*.whl
	@rm $(@D)/empty.json
	@node runner/precompile.js $(@D)
	@touch $@

# PostgreSQL for the browser: PGlite's files, and a database made with them.
build/postgres/ready: runner/node_modules/ready runner/postgres.js
	@echo "Building PostgreSQL for the browser, once (a few seconds)"
	@rm -rf $(@D) && mkdir -p $(@D)
	@node runner/postgres.js $(@D)
	@touch $@
