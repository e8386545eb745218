#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# All tests, from a bare Debian 12 on: packages, build with address and undefined behaviour sanitizers, every test, the
# tests of threads with the thread sanitizer, clang-tidy over what changed. Usage: tests/run.sh [--all|--quick]
#   --all     clang-tidy reads every source, not only for eight minutes those changed since it last found nothing in them
#   --quick   neither thread sanitizer nor clang-tidy
# The last line of stdout counts the tests: 'N passed, N failed, N skipped'. The exit code is not 0 where one failed, and
# where one was skipped although the data for it ($ANNOTA_SHARED, by default ../shared where that is there) is present.

set -u
tidy_selection='--minutes 8'
quick=no
case ${1:-} in
    '') ;;
    --all) tidy_selection=--all ;;
    --quick) quick=yes ;;
    *) echo "usage: tests/run.sh [--all|--quick]" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.." || exit 1
root=$PWD
if [ -z "${ANNOTA_SHARED:-}" ] && [ -d ../shared/corpora ]; then ANNOTA_SHARED=$(cd ../shared && pwd); fi
[ -z "${ANNOTA_SHARED:-}" ] || export ANNOTA_SHARED

passed=0
failed=0
skipped=0
started=$(date +%s)
mkdir -p .build
log=$root/.build/run.log

# phase NAME COMMAND...: one line with seconds; the output only where it fails.
phase() {
    name=$1
    shift
    phase_started=$(date +%s)
    if "$@" > "$log" 2>&1; then
        printf '%-30s %5d s\n' "$name" $(($(date +%s) - phase_started))
        return 0
    fi
    cat "$log"
    printf '%-30s %5d s  FAILED\n' "$name" $(($(date +%s) - phase_started))
    return 1
}

finish() {
    printf '%-30s %5d s\n' "together" $(($(date +%s) - started))
    status=0
    [ $failed = 0 ] || status=1
    if [ $skipped != 0 ] && [ -n "${ANNOTA_SHARED:-}" ]; then
        echo "Tests were skipped although their data is in $ANNOTA_SHARED"
        status=1
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    exit $status
}

# A step that is no test by itself counts only where it fails, and ends the run.
need() {
    phase "$@" && return
    failed=$((failed + 1))
    finish
}

# attribute NAME: a number of the JUnit file's head.
attribute() {
    sed -n "s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" "$junit" | head -n 1
}

# test_preset NAME: runs its tests and adds up what ctest counted.
test_preset() {
    junit=$root/.build/$1.xml
    rm -f "$junit"
    phase "$1: tests" ctest --preset "$1" --parallel "$(nproc)" --output-junit "$junit"
    ended=$?
    tests=0 failures=0 disabled=0
    if [ -f "$junit" ]; then
        tests=$(attribute tests)
        failures=$(attribute failures)
        disabled=$(($(attribute skipped) + $(attribute disabled)))
    fi
    failed=$((failed + failures))
    skipped=$((skipped + disabled))
    passed=$((passed + tests - failures - disabled))
    [ $ended = 0 ] || [ "$failures" != 0 ] || failed=$((failed + 1)) # No test at all, or ctest itself failed.
    [ "$disabled" = 0 ] || grep -A 1 'Skipped$\|Not Run' "$log" | grep -v '^--$' | head -n 40
}

need "packages" sh tests/install_packages.sh test
need "asan: configure" cmake --preset asan
need "asan: build" cmake --build --preset asan
test_preset asan

if [ $quick = no ]; then
    need "tsan: configure" cmake --preset tsan
    need "tsan: build" cmake --build --preset tsan
    test_preset tsan

    need "tidy: configure" cmake --preset tidy
    # shellcheck disable=SC2086 # Two words.
    if phase "tidy: changed sources" sh tests/tidy.sh $tidy_selection .build/tidy; then
        tail -n 1 "$log"
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
fi
finish
