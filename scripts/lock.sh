#!/usr/bin/env bash
# Locks every package, with its hashes and without an address: see docs/decisions/0001-lock-file.md.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes \
    --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
    --quiet --output-file requirements.lock
