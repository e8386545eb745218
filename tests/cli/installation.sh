#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What `cmake --install` puts in place works from there: programs, man pages, completions in their shells, the schema.
# Usage: installation.sh BUILD-FOLDER

set -u
build=${1:?the build folder}
prefix=$(mktemp -d) || exit 1
trap 'rm -rf "$prefix"' EXIT
failed=0
export LC_ALL=C.UTF-8 HOME="$prefix/home" XDG_CONFIG_HOME="$prefix/home" XDG_DATA_HOME="$prefix/home" MANWIDTH=80 TERM=dumb
mkdir "$HOME"
cmake --install "$build" --prefix "$prefix" > "$prefix/log" 2>&1 || { cat "$prefix/log"; exit 1; }
share=$prefix/share
PATH=$prefix/bin:$PATH

# expect WHAT PATTERN COMMAND...: a line of what the command prints matches, and it says nothing on stderr.
expect() {
    what=$1 pattern=$2
    shift 2
    "$@" > "$prefix/stdout" 2> "$prefix/stderr"
    if ! grep -qE -e "$pattern" "$prefix/stdout" || [ -s "$prefix/stderr" ]; then
        failed=1
        echo "$what: no line like '$pattern', or complaints:"
        head -n 20 "$prefix/stderr" "$prefix/stdout"
    fi
}

# In bash: loads what the package bash-completion would, and completes a line as the shell would.
# shellcheck disable=SC2016 # For bash.
bash_completes='. "$1"; COMP_WORDS=("$2" "$3"); COMP_CWORD=1; $(complete -p "$2" | sed "s/.*-F \([^ ]*\).*/\1/"); printf "%s\n" "${COMPREPLY[@]}"'
for program in annota-index annota-search; do
    expect "$program" "^$program [0-9]+\.[0-9]+\.[0-9]+$" $program --version
    expect "man $program" '^ +--db' man --warnings -E UTF-8 -l "$share/man/man1/$program.1"
    expect "bash, $program" '^--config$' bash -c "$bash_completes" bash "$share/bash-completion/completions/$program" $program --conf
    # shellcheck disable=SC2016 # For zsh.
    expect "zsh, $program" "^_$program\$" zsh -fc 'fpath=($1 $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[$2]; autoload +X _$2' \
        zsh "$share/zsh/site-functions" $program
    # shellcheck disable=SC2016 # For fish.
    expect "fish, $program" '^--config' fish --no-config -c 'source $argv[1]; complete -C "$argv[2] --conf"' \
        "$share/fish/vendor_completions.d/$program.fish" $program
done
expect 'the schema' '"format_version"' cat "$share/annota/schema/annota-1.schema.json"
annota-search --json-schema | cmp - "$share/annota/schema/annota-1.schema.json" || failed=1
expect 'the service' '^SuccessExitStatus=3$' cat "$prefix/lib/systemd/system/annota-index.service"
expect 'the timer' '^OnCalendar=' cat "$prefix/lib/systemd/system/annota-index.timer"
# What the service calls must be a right command line: a dry run of it over the sample corpus.
command=$(sed -n 's/^ExecStart=//p' "$prefix/lib/systemd/system/annota-index.service")
ANNOTA_DB=$prefix/db ANNOTA_OPTIONS=--dry-run ANNOTA_INPUTS=$(dirname "$0")/../../corpus/danilin-2020.abstracts.jsonl
export ANNOTA_DB ANNOTA_OPTIONS ANNOTA_INPUTS
expect 'the command of the service' '"event":"report"' eval "$command"
for document in README.md CHANGELOG.md LICENSE; do
    expect "$document" . cat "$share/doc/annota/$document"
done
exit $failed
