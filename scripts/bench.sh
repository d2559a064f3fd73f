#!/usr/bin/env bash
# Every benchmark in turn; each prints its figures beside those of a peer in the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
# The rival of the comparison, which docgen has no need of: it is not in the lock, and `make setup` takes it out again.
.venv/bin/python -c 'import python_redlines' 2>/dev/null ||
    .venv/bin/uv pip install --python .venv/bin/python --quiet 'python-redlines[docxodus]==2.0.0'
for file in benchmarks/[a-z]*.py; do
    name=$(basename "$file" .py)
    printf '\n== %s\n' "$name"
    .venv/bin/python -m "benchmarks.$name"
done
