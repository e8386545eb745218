#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# From a bare Debian 12 to answers on the terminal: installs packages, builds, indexes the sample corpus into a temporary
# database and asks it four questions. The database stays, with the command to go on with. Usage: sh corpus/demo.sh

set -eu
[ $# = 0 ] || { echo "usage: sh corpus/demo.sh" >&2; exit 2; }
cd "$(dirname "$0")/.."
build=.build/demo
export PAGER=cat # The answers follow one another.
unset ANNOTA_DB

# quietly WHAT COMMAND...: the output only where it fails.
quietly() {
    echo "$1 ..." >&2
    shift
    "$@" > "$build/log" 2>&1 || { cat "$build/log" >&2; exit 1; }
}

# show COMMAND...: prints the command as one would type it, then runs it.
show() {
    printf '\n$'
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./=:,-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n\n'
    "$@"
}

sh tests/install_packages.sh build
mkdir -p "$build"
quietly "Configuring" cmake --preset release -B "$build" -DANNOTA_TESTS=none
quietly "Building into $build (minutes the first time)" cmake --build "$build" --target annota-index annota-search
index=$build/indexer/annota-index
search=$build/searcher/annota-search
database=$(mktemp -d "${TMPDIR:-/tmp}/annota-demo.XXXXXX")/db

show $index add --db "$database" --progress=text corpus/*.page.txt corpus/*.jsonl

printf '\nA query in Russian: every inflection of its words is found.\n'
show $search --db "$database" --limit 3 'научно-технологическое сотрудничество с Китаем'

printf '\nA query in English.\n'
show $search --db "$database" --limit 3 'technological sanctions'

printf '\nAn author typed in the other script: the source prints the name in Latin letters only.\n'
show $search --db "$database" --limit 3 'автор:Заклязьминская'

printf '\nA query narrowed by facets: an author, a span of years, a journal.\n'
show $search --db "$database" --limit 3 --author Данилин --year 2018..2022 \
    --journal 'Вестник Российской академии наук' 'инновационный потенциал'

cat <<EOF

The database stays in $database. To go on:

    $search --db $database 'your query'
    $search --help
EOF
