#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Fuzzes the parsers with libFuzzer under address and undefined behaviour sanitizers. Usage: run.sh SECONDS [TARGET...]
#
# Each target (all of targets.cpp by default) runs for SECONDS, two at a time, from its seeds and from what earlier runs
# found worth keeping (.build/fuzz/corpus). Inputs that break something are left in .build/fuzz/findings; mend the code, then
# move them into seeds/TARGET. The exit code is 1 where there was one.

set -u
seconds=${1:-}
case $seconds in '' | *[!0-9]*) echo "usage: run.sh SECONDS [TARGET...]" >&2; exit 2 ;; esac
shift
cd "$(dirname "$0")/../.." || exit 1
cmake --preset fuzz > /dev/null && cmake --build --preset fuzz || exit 1
build=.build/fuzz
mkdir -p "$build/findings"
if [ $# != 0 ]; then printf '%s\n' "$@"; else ls tests/fuzz/seeds; fi | xargs -P 2 -I{} sh -c '
    mkdir -p '"$build"'/corpus/{}
    ANNOTA_FUZZ_TARGET={} '"$build"'/tests/annota-fuzz -max_total_time='"$seconds"' -timeout=20 -rss_limit_mb=2048 -max_len=4096 \
        -artifact_prefix='"$build"'/findings/{}- -print_final_stats=1 '"$build"'/corpus/{} tests/fuzz/seeds/{} > '"$build"'/{}.log 2>&1
    code=$?
    printf "%-12s exit %s, %s\n" {} $code "$(sed -n "s/^stat::number_of_executed_units: */inputs /p" '"$build"'/{}.log)"'
[ -z "$(ls "$build/findings")" ] || { ls "$build/findings"; exit 1; }
