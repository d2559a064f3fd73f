#!/usr/bin/env bash
# The tests; arguments go to pytest: scripts/test.sh tests/read -k duplicates
set -euo pipefail
cd "$(dirname "$0")/.."
exec .venv/bin/python -m pytest "$@"
