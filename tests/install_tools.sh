#!/bin/sh
# What pip cannot bring. `sh tests/install_tools.sh` is for everybody: Chromium for the journeys, gettext for the
# catalogues. `… validator` adds the Nu validator (Java), `… lighthouse` adds Lighthouse (Node), both from npm into
# var/tools. Packages of the system come through apt as root, else it says what is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools="$here/../var/tools"

missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need chromium chromium
need xgettext gettext
if [ -n "${1:-}" ]; then need node nodejs && need npm npm; fi
[ "${1:-}" != validator ] || need java default-jre-headless

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
elif [ -n "$missing" ]; then
    echo "Please install these packages, the tests need them:$missing" >&2
    exit 1
fi

# From npm, by the lock file; anew only when that has changed. Nobody's install script runs.
from_npm() {
    cmp -s "$1/package-lock.json" "$2/package-lock.json" && [ -d "$2/node_modules" ] && return
    rm -rf "$2"
    mkdir -p "$2"
    cp "$1/package.json" "$1/package-lock.json" "$2/"
    (cd "$2" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || { rm -rf "$2" && return 1; }
}
case "${1:-}" in
    validator) from_npm "$here/screens/validator" "$tools/validator" ;;
    lighthouse) from_npm "$here/bench/lighthouse" "$tools/lighthouse" ;;
esac
