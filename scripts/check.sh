#!/usr/bin/env bash
# All that must hold before a change lands. Every check runs, so that one run tells all; fails if one of them does.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
failed=()

check() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed+=("$name")
}

check "mise en forme" .venv/bin/ruff format --check .
check "règles d’écriture" .venv/bin/ruff check .
check "types" .venv/bin/mypy
check "modèles" .venv/bin/docgen modeles
check "tests" scripts/test.sh -n auto

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nEn défaut : %s\n' "$(IFS=,; echo "${failed[*]}")" >&2
    exit 1
fi
