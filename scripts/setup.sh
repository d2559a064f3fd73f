#!/usr/bin/env bash
# Makes .venv with the locked packages and docgen itself, and brings the system libraries that draw PDF.
# Run as root, it installs from the system's packages what is missing; else it prints the line to type.
set -euo pipefail
cd "$(dirname "$0")/.."

# Prints a sentence for the person at the keyboard, and stops.
stop() {
    printf 'docgen : %s\n' "$1" >&2
    exit 3
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null || stop "Python manque. Tapez : apt-get install python3 python3-venv"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 ou plus récent est nécessaire ; lu : $("$python" --version). Donnez-en un autre : make setup PYTHON=python3.12"

if [ ! -x .venv/bin/python ]; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null || scripts/system.sh python3-venv ||
        stop "le module venv de Python manque. Tapez : apt-get install python3-venv"
    "$python" -m venv .venv
fi

# uv is locked like the rest: an installer that is not in the lock would remove itself.
if [ ! -x .venv/bin/uv ]; then
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
    sed -n '/^uv==/,/[^\\]$/p' requirements.lock >.venv/uv.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/uv.lock
fi

# Compiled once and for all: most of the time of a short command is Python reading its modules.
.venv/bin/uv pip sync --python .venv/bin/python --quiet --compile-bytecode --require-hashes requirements.lock
.venv/bin/uv pip install --python .venv/bin/python --quiet --no-build-isolation --no-deps --editable .
.venv/bin/python -m compileall -q docgen

# The PDF engine opens these by name; no package of the lock brings them.
missing=()
while read -r library package; do
    .venv/bin/python -c "import ctypes; ctypes.CDLL('$library')" 2>/dev/null || missing+=("$package")
done <<'LIBRARIES'
libpango-1.0.so.0 libpango-1.0-0
libpangoft2-1.0.so.0 libpangoft2-1.0-0
libharfbuzz-subset.so.0 libharfbuzz-subset0
LIBRARIES
if [ ${#missing[@]} -gt 0 ] && ! scripts/system.sh "${missing[@]}"; then
    printf 'docgen : le PDF ne pourra pas être dessiné. Tapez : apt-get install %s\n' "${missing[*]}" >&2
fi
