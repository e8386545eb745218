#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Each outside library is used by one stated small group of sources, so that a change of library, or of what it needs to
# compile, stays there. Usage: headers.sh [ROOT]. A row is: what | extended regular expression | the files that may.
# A file that no longer uses what it is listed for is taken off the list.

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1
failed=0

groups() {
    cat <<'TABLE'
ICU|#include <unicode/|common/language.cpp common/name.cpp common/name_words.cpp common/segment_fold.cpp common/transliteration.cpp common/utf8.cpp common/version.cpp
libstemmer|#include <libstemmer|common/stemmer.cpp common/version.cpp
Boost.ProgramOptions|#include <boost/program_options|common/option_syntax.cpp
nlohmann/json|#include <nlohmann/json\.hpp|common/record_json.cpp indexer/changed.cpp indexer/check.cpp indexer/compaction.cpp indexer/json_fault.cpp indexer/person_list.cpp indexer/rejects.cpp indexer/rollback.cpp indexer/run_counts.cpp indexer/statistics.cpp searcher/export/csl_json.cpp searcher/render_json.cpp searcher/request_value.cpp
simdjson|#include <simdjson|indexer/json_record.cpp indexer/libraries.cpp
libarchive|#include <archive|indexer/archive_source.cpp indexer/libraries.cpp
zstd|#include <zstd|common/stored_document.cpp common/version.cpp
writing to Xapian|Xapian::WritableDatabase|indexer/build.cpp indexer/bulk_load.cpp indexer/shard_builder.cpp
TABLE
}

sources() {
    find common indexer searcher corpus \( -name '*.cpp' -o -name '*.h' \) | LC_ALL=C sort
}

while IFS='|' read -r what pattern allowed; do
    users=$(sources | xargs grep -lE "$pattern" 2>/dev/null)
    for file in $users; do
        case " $allowed " in *" $file "*) ;; *) failed=1; echo "$file: uses $what; only these may: $allowed" ;; esac
    done
    for file in $allowed; do
        printf '%s\n' "$users" | grep -qxF "$file" && continue
        failed=1
        echo "$file: stands in the list for $what in tests/style/headers.sh but does not use it"
    done
done <<EOF
$(groups)
EOF

# Headers that take seconds to compile stay in sources.
heavy='#include <(unicode/|nlohmann/json\.hpp|simdjson|boost/program_options|xapian|catch2/)'
found=$(find common indexer searcher corpus tests -name '*.h' -exec grep -nE "$heavy" /dev/null {} +)
if [ -n "$found" ]; then
    failed=1
    printf '%s\n' "$found" | sed 's|$|: a heavy header, which belongs into a source|'
fi
exit $failed
