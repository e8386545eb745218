#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Runs one golden command-line case and compares stdout, stderr and exit code. Usage: run_case.sh [--update] NAME|FOLDER
#
# A case is a folder, cases/NAME by default:
#   cmd      shell commands; $ANNOTA_INDEX and $ANNOTA_SEARCH are the programs, $CORPUS is the sample corpus, $CASE this
#            folder, $WORK an empty folder in which they run and which is removed afterwards (home and XDG folders too)
#   stdout, stderr   what they print; no file: nothing
#   exit     exit code of the last command; no file: 0
#   filter   optional: a sed script for what varies in this case alone
# What varies from run to run is replaced before comparing: the folders by $WORK, $CASE, $CORPUS, milliseconds by MS,
# seconds by SECONDS, records per second by RATE, versions of libraries by VERSION.
# --update writes the files from what was printed; read the difference before committing it.

set -u
mode=check
if [ "${1:-}" = --update ]; then mode=update; shift; fi
here=$(cd "$(dirname "$0")" && pwd) || exit 1
case ${1:-} in
    '') echo "usage: run_case.sh [--update] NAME|FOLDER" >&2; exit 2 ;;
    */*) CASE=$(cd "$1" && pwd) || exit 2 ;;
    *) CASE=$here/cases/$1 ;;
esac
[ -f "$CASE/cmd" ] || { echo "no case: $CASE/cmd is missing" >&2; exit 2; }
: "${ANNOTA_INDEX:?is not set: the path of annota-index}" "${ANNOTA_SEARCH:?is not set: the path of annota-search}"
CORPUS=${CORPUS:-$(cd "$here/../../corpus" && pwd)}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
WORK=$scratch/work
mkdir "$WORK" "$scratch/home" "$scratch/seen"

# Nothing of the caller's home, terminal or language may show in the output.
unset ANNOTA_DB XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR PAGER LESS COLUMNS LANGUAGE
export HOME="$scratch/home" LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 TZ=UTC
export ANNOTA_INDEX ANNOTA_SEARCH CORPUS CASE WORK

(cd "$WORK" && exec sh "$CASE/cmd") < /dev/null > "$scratch/stdout" 2> "$scratch/stderr"
echo $? > "$scratch/seen/exit"

# quote TEXT: the text as a basic regular expression delimited by |.
quote() {
    printf '%s' "$1" | sed 's/[][\.*^$|]/\\&/g'
}

cat > "$scratch/filter" <<EOF
s|$(quote "$WORK")|\$WORK|g
s|$(quote "$HOME")|\$HOME|g
s|$(quote "$CASE")|\$CASE|g
s|$(quote "$CORPUS")|\$CORPUS|g
s|$(quote "$ANNOTA_INDEX")|annota-index|g
s|$(quote "$ANNOTA_SEARCH")|annota-search|g
s|"took_ms": *[0-9.e+-]*|"took_ms":MS|g
s|"seconds": *[0-9.e+-]*|"seconds":SECONDS|g
s|"records_per_second": *[0-9.e+-]*|"records_per_second":RATE|g
s|[0-9][0-9.,]* ms\\b|MS ms|g
s|[0-9][0-9.,]* s\\b|SECONDS s|g
s|[0-9][0-9.,]* seconds\\b|SECONDS seconds|g
s|[0-9][0-9.,]* records/s\\b|RATE records/s|g
s|[0-9][0-9.,]* records per second\\b|RATE records per second|g
s/\\b\\(Xapian\\|ICU\\|Snowball\\|libstemmer\\) [0-9][0-9.]*/\\1 VERSION/g
EOF
for stream in stdout stderr; do
    sed -f "$scratch/filter" "$scratch/$stream" > "$scratch/seen/$stream"
    if [ -f "$CASE/filter" ]; then
        sed -f "$CASE/filter" "$scratch/seen/$stream" > "$scratch/filtered" || exit 2
        mv "$scratch/filtered" "$scratch/seen/$stream"
    fi
done

# expected NAME: the file of the case, or what its absence means.
expected() {
    if [ -f "$CASE/$1" ]; then cat "$CASE/$1"; elif [ "$1" = exit ]; then echo 0; fi
}

failed=0
for name in exit stderr stdout; do
    expected $name > "$scratch/expected"
    cmp -s "$scratch/expected" "$scratch/seen/$name" && continue
    if [ $mode = check ]; then
        failed=1
        diff -u --label "expected $name" --label "printed $name" "$scratch/expected" "$scratch/seen/$name" | head -n 60
        continue
    fi
    cp "$scratch/seen/$name" "$CASE/$name"
    [ "$name:$(cat "$CASE/$name")" != exit:0 ] && [ -s "$CASE/$name" ] || rm "$CASE/$name"
    echo "updated $CASE/$name"
done
[ $failed = 0 ] || echo "If the new output is right: sh tests/cli/run_case.sh --update $(basename "$CASE")"
exit $failed
