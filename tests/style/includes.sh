#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Include directions: indexer -> common <- searcher. Quoted includes name a file of ours by its path from the root, a
# source includes its own header first, headers have #pragma once. One exception: indexer/main.cpp knits the layers
# together and includes searcher/find_ids.h. Usage: includes.sh [ROOT]

set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1

find common indexer searcher corpus tests \( -name '*.cpp' -o -name '*.h' \) -exec awk '
    BEGIN {
        may["common"] = " common "
        may["indexer"] = " indexer common "
        may["searcher"] = " searcher common "
        may["corpus"] = " corpus common "
        may["tests"] = " tests corpus indexer searcher common "
    }
    function complain(text) { print FILENAME ":" FNR ": " text; failed = 1 }
    function exists(path,    line, found) { found = (getline line < path) >= 0; close(path); return found }
    function finish_file() {
        if (file != "" && file ~ /\.h$/ && !guarded) { print file ": no #pragma once"; failed = 1 }
    }
    FNR == 1 {
        finish_file()
        file = FILENAME
        guarded = 0
        includes = 0
        layer = file
        sub(/\/.*/, "", layer)
        own = file
        sub(/\.cpp$/, ".h", own)
        has_own = file ~ /\.cpp$/ && exists(own)
    }
    /^#pragma once$/ { guarded = 1 }
    !/^[ \t]*#[ \t]*include/ { next }
    {
        ++includes
        path = $0
        sub(/^[^"<]*["<]/, "", path)
        sub(/[">].*/, "", path)
        target = path
        sub(/\/.*/, "", target)
    }
    has_own && includes == 1 && path != own { complain("the first include is not the own header " own) }
    /</ && path ~ /^(common|indexer|searcher|corpus|tests)\// { complain("our own header in angle brackets: " path) }
    /"/ && !exists(path) { complain("\"" path "\" is no path from the root"); next }
    file == "indexer/main.cpp" && path == "searcher/find_ids.h" { next }
    /"/ && index(may[layer], " " target " ") == 0 { complain(layer " includes " path) }
    END { finish_file(); exit failed }
' {} +
