#!/usr/bin/env bash
# Installs packages of the system, quietly; fails without a word where this user or this system cannot.
#   scripts/system.sh PACKAGE...
set -euo pipefail
[ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || exit 1

export DEBIAN_FRONTEND=noninteractive
printf 'docgen : installation de %s\n' "$*"
install() { apt-get install --yes --quiet=2 --no-install-recommends "$@" >/dev/null; }
install "$@" 2>/dev/null || { apt-get update --quiet=2 >/dev/null && install "$@"; }
