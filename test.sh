#!/usr/bin/env bash
# Builds Toetssteen and runs every test: those of the rules and those of the program.
set -euo pipefail
cd "$(dirname "$0")"

.ci/install
cmake --preset release
cmake --build --preset release

# Both kinds of test run, whatever the first one says; ctest closes, so its summary is the last line.
status=0
if [ -x build/checker/cli/toets ]; then
    build/checker/cli/toets test rules || status=$?
fi
ctest --preset release --output-on-failure --parallel "$(nproc)" || status=$?
exit "$status"
