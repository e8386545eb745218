#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Each rule can fail: a copy of the tree is given one violation at a time, and the rule must name it.

set -u
cd "$(dirname "$0")/../.." || exit 1
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
cp -R CMakeLists.txt README.md .ci .clang-format common indexer searcher corpus tests "$tree" || exit 1
failed=0
ran=0

# violation RULE EXPECTED FILE TEXT: the text, appended to the file, makes the rule fail with a line that has EXPECTED.
violation() {
    rule=$1 expected=$2 file=$tree/$3
    mkdir -p "$(dirname "$file")"
    existed=no
    [ -e "$file" ] && existed=yes && cp "$file" "$tree/kept"
    printf '%b\n' "$4" >> "$file"
    output=$(sh "tests/style/$rule.sh" "$tree" 2>&1)
    status=$?
    ran=$((ran + 1))
    if [ $status = 0 ] || ! printf '%s\n' "$output" | grep -qF -- "$expected"; then
        echo "$rule.sh ended with $status and did not say '$expected' of $3"
        failed=1
    fi
    if [ $existed = yes ]; then mv "$tree/kept" "$file"; else rm "$file"; fi
}

spdx='// SPDX-License-Identifier: GPL-2.0-or-later\n'

violation codes 'the code odd_thing is not listed' searcher/probe.cpp 'throw RequestFault("odd_thing", "");'

violation format 'common/probe.cpp:2' common/probe.cpp "${spdx}int  value( ) ;"

violation includes 'common includes indexer/record_reader.h' common/probe.cpp '#include "indexer/record_reader.h"'
violation includes 'searcher includes indexer/record_reader.h' searcher/probe.h '#include "indexer/record_reader.h"'
violation includes 'indexer includes searcher/find_ids.h' indexer/probe.cpp '#include "searcher/find_ids.h"'
violation includes 'indexer includes searcher/search.h' indexer/main.cpp '#include "searcher/search.h"'
violation includes 'corpus includes indexer/record_reader.h' corpus/probe.cpp '#include "indexer/record_reader.h"'
violation includes 'no path from the root' common/probe.cpp '#include "record.h"'
violation includes 'in angle brackets' searcher/probe.cpp '#include <common/record.h>'
violation includes 'no #pragma once' common/probe.h '#include "common/record.h"'
: > "$tree/common/probe.h"
violation includes 'not the own header common/probe.h' common/probe.cpp '#include <string>\n#include "common/probe.h"'
rm "$tree/common/probe.h"

violation headers 'uses ICU' searcher/probe.cpp '#include <unicode/uchar.h>'
violation headers 'uses libstemmer' searcher/probe.cpp '#include <libstemmer.h>'
violation headers 'uses Boost.ProgramOptions' indexer/probe.cpp '#include <boost/program_options.hpp>'
violation headers 'uses nlohmann/json' common/probe.cpp '#include <nlohmann/json.hpp>'
violation headers 'uses simdjson' common/probe.cpp '#include <simdjson.h>'
violation headers 'uses writing to Xapian' searcher/probe.cpp 'Xapian::WritableDatabase database;'
violation headers 'a heavy header' searcher/probe.h '#include <xapian.h>'

violation layout 'Makefile: not one of the fixed entries' Makefile 'all:'
violation layout 'common/probe.cpp: no SPDX' common/probe.cpp 'int value;'
violation layout 'more than 450' common/probe.cpp "$spdx$(printf '\\n%.0s' $(seq 460))"
violation layout 'a name that says nothing' common/utils.h "$spdx"

violation shell 'SC2154' corpus/probe.sh '#!/bin/sh\necho "$undefined"'

violation source_lists 'sources does not list probe.cpp' indexer/probe.cpp "$spdx"
violation source_lists 'common_sources does not list common/probe_test.cpp' tests/common/probe_test.cpp "$spdx"
violation source_lists 'threads_sources does not list common/probe_test.cpp' tests/common/probe_test.cpp \
    'TEST_CASE("x", "[threads]") {}'
violation source_lists 'cli_cases does not list probe' tests/cli/cases/probe/cmd 'true'
sed 's|^set(sources$|&\n    gone.cpp|' common/CMakeLists.txt > "$tree/common/CMakeLists.txt"
violation source_lists 'lists gone.cpp, which is not there' common/probe.txt ''

violation text 'a path of one machine' CONTRIBUTING.md 'see /tm''p/x/y'
violation text 'a path of one machine' corpus/probe.txt 'file:/ho''me/me/x'
violation text 'stray blanks' common/probe.h 'int x; '
violation text 'stray blanks' common/probe.h '\tint x;'
violation text 'stray blanks' common/probe.h 'int x;\r'

echo "$ran violations, each named by its rule: $([ $failed = 0 ] && echo yes || echo no)"
exit $failed
