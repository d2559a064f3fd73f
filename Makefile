# What people type; each line is a script in scripts/.
#   make demo     the whole sample, in Word and PDF, into out/ (installs what is missing)
#   make test     the tests
#   make check    what must hold before a change lands: form, rules, types, templates, tests
#   make bench    speed, beside peers
#   make format   the form of the code, set right
#   make lock     the newest versions, locked
#   make clean    what the checks left behind (.venv and out/ stay)

.PHONY: setup demo test check bench format lock clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh
	@touch $@

demo: setup
	.venv/bin/docgen demo --sortie out

test: setup
	scripts/test.sh

check: setup
	scripts/check.sh

bench: setup
	scripts/bench.sh

format: setup
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lock: setup
	scripts/lock.sh

clean:
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
