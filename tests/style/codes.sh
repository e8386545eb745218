#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Every code of an error, a note, a reject, a warning or a finding that crosses the border stands in the README.
# Usage: codes.sh [ROOT]

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1
failed=0

# A code is the first text of its statement, in one of the ways in which the sources state one.
stated='(RequestFault\(|error_about\(|error_at\(|[^a-z_]warn\(|[^a-z_]tell\(|QueryNoteKind k[A-Za-z]+[{]|\.note\(node, *|problem\(text, *|code = |notes\.push_back\([{]|return |return [{]|\? *|: *|failed, *)"[a-z]+(_[a-z0-9]+)*"'
codes() {
    find common searcher indexer -name '*.cpp' -o -name 'query_notes.h' | LC_ALL=C sort |
        xargs grep -hE 'RequestFault|error_about|error_at\(|warn\(|tell\(|QueryNoteKind|note\(node|problem\(text|code|return \{"|push_back\(\{"|IndexFault::' |
        grep -oE "$stated" | grep -oE '"[a-z]+(_[a-z0-9]+)*"$' | tr -d '"' | LC_ALL=C sort -u
}
for code in $(codes); do
    grep -qF "\`$code\`" README.md && continue
    echo "README.md: the code $code is not listed"
    failed=1
done
exit $failed
